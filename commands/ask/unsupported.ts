import type { KnowledgeBase } from '../../knowledge/index.ts';
import { enumerate, printed } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { message, say } from '../../src/message/say.ts';
import type { Ask } from '../../src/reply.ts';
import { regionName } from '../views/names.ts';
import type { Entity } from './entities.ts';
import topics from './lexicon/topics.json' with { type: 'json' };
import { CHEAP, REMOTE } from './lexicon.ts';
import type { Tagged } from './tagger.ts';

/** What no source speaks of, and the sentence that says so. */
const UNSAID: Readonly<Record<keyof typeof topics, string>> = {
  age: message('No source I have says anything about age.'),
  stress: message('No source I have says anything about stress or working hours.'),
  travel: message('No source I have says anything about travel or shifts.'),
  freelance: message('No source I have says anything about part-time work, freelancing or internships.'),
  visa: message('No source I have says anything about visas or relocation.'),
};

/** Commands whose answer is about pay, and those whose answer is the same anywhere. */
const PAY = new Set(['salary', 'compare', 'rank']);
export const ANYWHERE = new Set(['course', 'sources', 'help', 'skills', 'advice', 'study', 'report']);

/** Sentences on the parts of a question that no source answers: a place without figures, remote work, age. */
export function unsupported(tagged: Tagged, { command, values }: Ask, knowledge: KnowledgeBase): Said[] {
  if (ANYWHERE.has(command)) return [];
  const topic = topicSaid(tagged);
  const place = tagged.entities.findLast(({ kind, code }) => kind === 'place' && code !== REMOTE);
  const isRemote = tagged.entities.some(({ code }) => code === REMOTE);
  const remote = isRemote
    ? say('No source I have says anything about whether the work can be done remotely.')
    : undefined;
  const named = Object.values(values).flatMap((value) => knowledge.roles.get(value) ?? []);
  const roles = named.length > 0 ? named : knowledge.roles.all;
  const regions = new Set(roles.flatMap(({ pay }) => pay.map(({ region }) => region)));
  const isKnown = place === undefined || regions.has(place.code ?? '') || values.place !== undefined;
  const where = isKnown || regions.size === 0 ? undefined : placeSaid(place, command, regions);
  return [topic, remote, where].filter((each) => each !== undefined);
}

/** What a question says of the price of courses, and no list of them can be chosen by. */
export function priceSaid({ words, entities }: Tagged, { command, values }: Ask): Said[] {
  if (command !== 'course') return [];
  const money = entities.find(({ kind }) => kind === 'money');
  if (money !== undefined && values.budget !== undefined && money.isDollar !== true)
    return [say('Prices are taken as printed: I convert no currency.')];
  if (money !== undefined || values.cost !== undefined || !words.some(({ plain }) => CHEAP.has(plain)))
    return [];
  return [
    say(
      'How much is cheap I do not know, so these are of any price: say a sum, as in "under $50", or "free".',
    ),
  ];
}

/** A sentence on what a question is about, where no source says anything about that; undefined otherwise. */
export function topicSaid({ words }: Pick<Tagged, 'words'>): Said | undefined {
  const said = new Set(words.flatMap(({ plain }, at) => [plain, `${plain}_${words[at + 1]?.plain ?? ''}`]));
  const found = Object.entries(topics).find(([, list]) => list.split(' ').some((name) => said.has(name)));
  const key =
    found === undefined ? undefined : Object.entries(UNSAID).find(([name]) => name === found[0])?.[1];
  return key === undefined ? undefined : say(key);
}

function placeSaid({ text, code = '' }: Entity, command: string, given: ReadonlySet<string>): Said {
  const isCountry = /^[A-Z]{2}$/.test(code) && isCountryName(text, code);
  const place = isCountry ? printed(nameOf(code), { kind: 'country', code }) : capital(text);
  if (!PAY.has(command)) return say('No source I have says anything about {place} in particular.', { place });
  const regions = enumerate([...given].map((region) => regionName(region)));
  return isCountry
    ? say('No source I have gives pay for {country}: the figures are of the {regions}.', {
        country: place,
        regions,
      })
    : say('No source I have gives pay for {place}: the figures are of the {regions} as a whole.', {
        place,
        regions,
      });
}

function nameOf(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}

function isCountryName(text: string, code: string): boolean {
  const names = ['en', 'es', 'de', 'pt-BR'].map((locale) =>
    new Intl.DisplayNames(locale, { type: 'region' }).of(code),
  );
  return names.some((name) => name?.toLowerCase() === text.toLowerCase());
}

/** Names of places are typed in small letters as often as not. Names as short as three letters are abbreviations. */
function capital(typed: string): string {
  if (typed.length <= 3) return typed.toUpperCase();
  return typed.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** What sources say of the education for a role, where a question is about that. */
export function educationSaid(intent: string, { values }: Ask, { roles, sources }: KnowledgeBase): Said[] {
  const role = roles.get(values.role ?? '');
  if (role === undefined || intent !== 'education') return [];
  const said = role.outlook.flatMap(({ source, education }) =>
    education === undefined ? [] : [`${education.printed} (${sources.get(source)?.name ?? source})`],
  );
  if (said.length === 0) return [say('No source I have says which education people have when they begin.')];
  return [say('Typical education at entry: {said}.', { said: [...new Set(said)].join(', ') })];
}
