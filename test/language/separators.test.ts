import { beforeAll, describe, expect, test } from 'vitest';
import { sayAgain } from '../../src/language/again.ts';
import { growthWords } from '../../commands/show/words.ts';
import type { Growth } from '../../knowledge/schema.ts';
import type { Language } from '../../src/language/language.ts';
import { inLanguage } from '../../src/language/language.ts';
import type { Ask } from '../../src/reply.ts';
import type { Talk } from '../commands/talk.ts';
import { talk } from '../commands/talk.ts';
import { walk } from '../commands/walked.ts';
import { LONG } from '../sample.ts';
import { stringsOf } from './facts.ts';
import { linesOf } from './pieces.ts';

/** A figure written as the others write it: a decimal point in these three languages, a decimal comma in English. */
const WRONG: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\d.,])\d+,\d{1,2}(?![\d.,])|\d\.\d{3}(?!\d)/,
  es: /(?<![\d.,])\d+\.\d{1,2}(?![\d.,])|\d,\d{3}(?!\d)/,
  de: /(?<![\d.,])\d+\.\d{1,2}(?![\d.,])|\d,\d{3}(?!\d)/,
  'pt-BR': /(?<![\d.,])\d+\.\d{1,2}(?![\d.,])|\d,\d{3}(?!\d)/,
};

const isQuote = (fact: string) => /\d[.,]\d/.test(fact) && !/^[+-]?[\d.,]+\s?%?$/.test(fact);

let bot: Talk;
let asks: Ask[];
/** What sources say in their own words, figures and all; a bare figure is none of them. */
let quotes: string[];
beforeAll(async () => {
  bot = await talk();
  asks = [...(await walk(bot)).values()].map(({ ask }) => ask);
  const { roles, courses, skills, sources, transitions, prompts } = bot.knowledge;
  const all = stringsOf([
    roles.all,
    courses.all,
    skills.all,
    [...sources.values()],
    transitions.all,
    prompts,
  ]);
  quotes = [...new Set(all.filter(isQuote))].toSorted((a, b) => b.length - a.length);
}, LONG);

/** The line without what sources say in their own words, without addresses and codes. */
function ours(line: string): string {
  const left = quotes.reduce((rest, quote) => rest.replaceAll(quote, ' '), line);
  return left.replaceAll(/https?:\/\/\S+|\d+-\d+\.\d+|\bv?\d+\.\d+\.\d+\b/g, ' ');
}

describe('figures are written as the reader writes them', () => {
  test.each(['en', 'es', 'de', 'pt-BR'] as const)(
    'in every answer: %s',
    async (locale) => {
      const from = {
        asker: { id: 'ann', locale, manages: false },
        place: { community: null, channel: null },
      };
      const wrong: string[] = [];
      for (const ask of [...asks, { command: 'ask', values: { question: 'which roles grow the most?' } }]) {
        const lines = linesOf(await bot.bot.answer({ ...ask, ...from }));
        const found = lines.filter((line) => WRONG[locale].test(line)).map(ours);
        wrong.push(
          ...found
            .flatMap((line) => WRONG[locale].exec(line)?.[0] ?? [])
            .map((figure) => `${ask.command}: ${figure}`),
        );
      }
      expect([...new Set(wrong)]).toEqual([]);
      expect(asks.length).toBeGreaterThan(100);
    },
    LONG,
  );

  test.each<[Language, Growth, string]>([
    ['en', { percent: 8.2, printed: '8.20 %' }, 'growth 8.20 %'],
    ['es', { percent: 8.2, printed: '8.2%' }, 'crecimiento de 8,2\u00A0%'],
    ['de', { percent: -4, printed: '-4.0%' }, 'Wachstum -4,0\u00A0%'],
    ['pt-BR', { percent: 33.5, printed: 'a third more' }, 'crescimento de 33,5%'],
    ['es', { printed: 'much faster than average' }, 'much faster than average'],
  ])('a growth that a source prints: %s %o', (language, growth, said) => {
    expect(inLanguage(language, () => growthWords(growth))).toBe(said);
  });

  test('what was written down in English: hours and names between quotation marks', () => {
    const written =
      'Missed: nothing was running when it was due, or the run before it was not over; it would be 2.5 hours late, and this schedule allows 2.';
    expect(inLanguage('es', () => sayAgain(written))).toContain('2,5 horas de retraso');
    const refused =
      'I can\'t post in #jobs: I need "Send Messages", "Embed Links" there. A server manager can allow it under Channel settings → Permissions.';
    expect(inLanguage('de', () => sayAgain(refused))).not.toContain('Send Messages');
  });
});
