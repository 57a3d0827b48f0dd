import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import { language } from '../../src/language/language.ts';
import { message, say } from '../../src/language/say.ts';
import { regionName } from '../show/names.ts';
import { wordsOf } from './tokens.ts';

const LETTERS = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');

/** What countries are called, in lower case, with their codes. */
const COUNTRIES: ReadonlyMap<string, string> = countries();

function countries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((one) => LETTERS.map((two) => one + two));
  const named = codes.flatMap((code): [string, string][] => {
    const name = names.of(code);
    return name === undefined ? [] : [[name.toLowerCase(), code]];
  });
  return new Map([
    ...named,
    ['uk', 'GB'],
    ['britain', 'GB'],
    ['england', 'GB'],
    ['europe', 'EU'],
    ['usa', 'US'],
  ]);
}

/** Words on which no source says anything, and the sentence that says so. */
const TOPICS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:remote|remotely|from home|wfh|hybrid)\b/i,
    message('No source I have says anything about whether the work can be done remotely.'),
  ],
  [
    /\b(?:too old|too late|at my age|my age|age limit|(?:at|i'm|im|am) [3-6]\d)\b/i,
    message('No source I have says anything about age.'),
  ],
  [
    /\b(?:stress\w*|burn ?out|overtime|work[ -]life)\b/i,
    message('No source I have says anything about stress or working hours.'),
  ],
  [
    /\b(?:travel\w*|commut\w*|on.?call|night shifts?|shifts)\b/i,
    message('No source I have says anything about travel or shifts.'),
  ],
  [
    /\b(?:part.?time|freelanc\w*|self.?employed|contract(?:or|ing)|internships?)\b/i,
    message('No source I have says anything about part-time work, freelancing or internships.'),
  ],
  [
    /\b(?:visa|sponsor\w*|relocat\w*)\b/i,
    message('No source I have says anything about visas or relocation.'),
  ],
];

/** "Bachelor's degree", where a source says what people usually have when they begin. */
const EDUCATION = /typical education at entry: ([^.;]+)/;
const SCHOOL =
  /\b(?:degree|college|uni|university|diploma|phd|bachelors?|masters?|msc|bsc|school|dropout|self.?taught)\b/i;

/** What sources say of the education for a role, where a question is about that. */
export function educationSaid(
  question: string,
  { values }: Ask,
  { roles, sources }: KnowledgeBase,
): string | undefined {
  const role = roles.get(values.role ?? '');
  if (role === undefined || !SCHOOL.test(question)) return undefined;
  const said = role.outlook.flatMap(({ source, text }) => {
    const education = EDUCATION.exec(text ?? '')?.[1];
    return education === undefined ? [] : [`${education} (${sources.get(source)?.name ?? source})`];
  });
  if (said.length === 0) return say('No source I have says which education people have when they begin.');
  return say('Typical education at entry: {said}.', { said: [...new Set(said)].join(', ') });
}

const PAY = new Set(['salary', 'compare']);

/** A sentence on what a question is about, where no source says anything about that; undefined otherwise. */
export function topicSaid(question: string): string | undefined {
  const topic = TOPICS.find(([words]) => words.test(question))?.[1];
  return topic === undefined ? undefined : say(topic);
}

/** A sentence on the part of a question that no source answers: a country without figures, remote work, age. */
export function unsaid(
  question: string,
  { command, values }: Ask,
  { roles }: KnowledgeBase,
): string | undefined {
  const topic = topicSaid(question);
  if (topic !== undefined && command !== 'course') return topic;
  const named = Object.values(values).flatMap((value) => roles.get(value) ?? []);
  if (!PAY.has(command) || named.length === 0) return undefined;
  const country = countryIn(question);
  if (country === undefined) return undefined;
  const regions = new Set(named.flatMap(({ pay }) => pay.map(({ region }) => region)));
  if (regions.has(country.code) || regions.size === 0) return undefined;
  return say('No source I have gives pay for {country}: the figures are of the {regions}.', {
    country: country.name,
    regions: [...regions].map((region) => regionName(region)).join(', '),
  });
}

function countryIn(question: string): { readonly name: string; readonly code: string } | undefined {
  const words = wordsOf(question);
  for (const length of [3, 2, 1])
    for (let at = 0; at + length <= words.length; at += 1) {
      const name = words.slice(at, at + length).join(' ');
      const code = COUNTRIES.get(name.toLowerCase());
      if (code !== undefined) return { name: shown(name, code), code };
    }
  return undefined;
}

/** As it was typed where that is short, else by its name; in the language of the reader. */
function shown(typed: string, code: string): string {
  if (language() !== 'en') return regionName(code);
  if (typed.length <= SHORT) return typed.toUpperCase();
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? typed;
}

/** Names as short as this are abbreviations. */
const SHORT = 3;
