import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { isForm } from '../../src/form.ts';
import type { Language } from '../../src/message/language.ts';
import type { Ask } from '../../src/reply.ts';
import type { SpokenReply } from '../../src/spoken.ts';
import { speakForm, speakReply } from '../../src/spoken.ts';
import { asksOf, talk } from '../commands/talk.ts';
import { keyOf } from '../commands/walked.ts';
import type { Prompts } from '../prompts/world.ts';
import { chatPlace, openPrompts } from '../prompts/world.ts';
import { readLine } from '../../src/invocation.ts';
import { LONG, SEED, someOf } from '../sample.ts';
import type { Ours } from './facts.ts';
import { oursIn } from './facts.ts';
import { linesOf, linesOfForm } from './pieces.ts';

/** Words of ours that are written the same in English: names of things that these languages took over, and false friends. */
const SAME: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  de: ['plan', 'skills', 'skill', 'roadmap', 'portfolio', 'videos', 'median', 'test', 'optional'],
  es: ['plan', 'portfolio', 'videos', 'percentiles', 'no', 'total'],
  'pt-BR': ['total'],
};

/** Names of countries that have pay of their own, as far as a language writes them as English does. */
function countriesAlike(language: Language, regions: readonly string[]): string[] {
  const [theirs, english] = [language, 'en'].map(
    (each) => new Intl.DisplayNames(each, { type: 'region', style: 'short' }),
  );
  return regions.flatMap((code) => {
    const name = theirs?.of(code) ?? '';
    return name === english?.of(code) ? name.toLowerCase().split(/[^\p{L}]+/u) : [];
  });
}

/** English words that none of the three languages has: with one of them outside of facts, a sentence is half translated. */
const ENGLISH = new Set('the of and with from which this that your you is are what have by it'.split(' '));

/** What nobody has heard of. */
const NONSENSE = 'zzzzqq';

/** Every example, and what is not known, not clear, or not complete. */
const EXAMPLES = commands.flatMap(({ examples }) => examples);
const LINES = [
  ...EXAMPLES,
  ...someOf(
    commands.flatMap(({ name }) => [name, `${name} ${NONSENSE}`, `${name} data`, `help ${name}`]),
    60,
  ),
  'rolle ml-engineer',
  'salary ml-engineer colour:blue',
  'plan to:ml-engineer budget:lots',
  'transition ml-engineer to ml-engineer',
];

interface Said {
  readonly question: string;
  readonly lines: readonly string[];
}

let prompts: Prompts;
let ours: Ours;
const from = (locale: string) => ({
  asker: { id: 'ann', locale, manages: true },
  place: { on: 'chat', community: `C-${locale}`, channel: 'careers1' },
});

beforeAll(async () => {
  prompts = await openPrompts();
  prompts.service.start([chatPlace()]);
  const { knowledge } = await talk();
  ours = oursIn(knowledge, typedWords());
  console.log(`a walk in four languages by ROLECALL_SEED=${SEED}`);
});
afterAll(() => prompts.close());

/** What people type: it stands in the help and in what they proposed, as they typed it. */
function typedWords(): string[] {
  const times = [
    'mon 09:00',
    'weekdays 18:30',
    'every 2 weeks on tue 18:30',
    'day 1 10:00',
    'cron 0 9 * * 1',
  ];
  const quoted = EXAMPLES.flatMap((line) =>
    Array.from(line.matchAll(/"([^"]+)"/g), ([, words = '']) => words),
  );
  const names = commands.flatMap(({ name, options }) => [name, ...Object.keys(options)]);
  return [NONSENSE, ...times, ...names, ...EXAMPLES, ...quoted];
}

/** What is said to the same questions in a language, by the question. */
async function walkIn(locale: Language): Promise<Said[]> {
  const names = commands.map(({ name }) => name);
  const ask = async (asked: Ask | ReturnType<typeof readLine>): Promise<SpokenReply> =>
    speakReply(await prompts.bot.answer({ ...asked, ...from(locale) }), locale);
  const replies = new Map<string, SpokenReply>();
  for (const line of LINES) replies.set(`/${line}`, await ask(readLine(`/${line}`, names)));
  const next = new Map([...replies.values()].flatMap(asksOf).map((each) => [keyOf(each), each]));
  for (const key of someOf([...next.keys()].toSorted(), 40)) {
    const asked = next.get(key);
    if (asked !== undefined && !isDeed(asked)) replies.set(key, await ask(asked));
  }
  const said = Array.from(replies, ([question, reply]) => ({ question, lines: linesOf(reply) }));
  return [...said, ...(await formsIn(locale))];
}

/** What changes what is there: it would be another answer the second time. */
function isDeed({ command }: Ask): boolean {
  return /^(?:(?:prompts|study|reports) |settings$)/.test(command);
}

async function formsIn(locale: Language): Promise<Said[]> {
  const values = { to: 'ml-engineer', from: 'data-engineer', about: 'salary ml-engineer' };
  const opened = commands
    .filter((command) => 'form' in command)
    .map(async ({ name }) => {
      const form = await prompts.bot.form({ command: name, values, ...from(locale) });
      const lines = isForm(form) ? linesOfForm(speakForm(form, locale)) : linesOf(speakReply(form, locale));
      return { question: `form of /${name}`, lines };
    });
  return Promise.all(opened);
}

describe('whoever asks in another language', () => {
  let english: ReadonlyMap<string, ReadonlySet<string>>;
  beforeAll(async () => {
    english = new Map((await walkIn('en')).map(({ question, lines }) => [question, new Set(lines)]));
  }, LONG);

  test.each(['de', 'es', 'pt-BR'] as const)(
    'finds no sentence of ours in English: %s',
    async (language) => {
      const { roles } = (await talk()).knowledge;
      const regions = roles.all.flatMap(({ payElsewhere }) => payElsewhere.map(({ region }) => region));
      const same = new Set([...SAME[language], ...countriesAlike(language, [...new Set(regions)])]);
      const wrong = (await walkIn(language)).flatMap(({ question, lines }) =>
        lines.flatMap((line) => {
          const left = ours(line).filter((word) => !same.has(word));
          const isUntold = english.get(question)?.has(line) === true && left.length > 0;
          const isHalf = left.some((word) => ENGLISH.has(word));
          return isUntold || isHalf ? [`${question}: ${left.join(' ')} in "${line.slice(0, 200)}"`] : [];
        }),
      );
      expect(wrong).toEqual([]);
      expect(english.size).toBeGreaterThan(100);
    },
    LONG,
  );
});
