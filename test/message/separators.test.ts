import { beforeAll, describe, expect, test } from 'vitest';
import { growthFigure, growthWords } from '../../commands/views/format.ts';
import type { Growth } from '../../knowledge/index.ts';
import type { Language } from '../../src/message/language.ts';
import { readSaid, storeSaid } from '../../src/message/stored.ts';
import { speak } from '../../src/message/speak.ts';
import { speakReply } from '../../src/spoken.ts';
import type { Ask } from '../../src/reply.ts';
import { dueSlots } from '../../src/schedules/due.ts';
import { scheduleOf } from '../store/examples.ts';
import { type Talk, talk } from '../commands/talk.ts';
import { walk } from '../commands/walked.ts';
import { LONG } from '../sample.ts';
import { factsIn } from './facts.ts';
import { linesOf } from './pieces.ts';

/** A figure written as the others write it: a decimal point in these three languages, a decimal comma in English. */
const WRONG: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\d.,])\d+,\d{1,2}(?![\d.,])|\d\.\d{3}(?!\d)/,
  es: /(?<![\d.,])\d+\.\d{1,2}(?![\d.,])|\d,\d{3}(?!\d)/,
  de: /(?<![\d.,])\d+\.\d{1,2}(?![\d.,])|\d,\d{3}(?!\d)/,
  'pt-BR': /(?<![\d.,])\d+\.\d{1,2}(?![\d.,])|\d,\d{3}(?!\d)/,
};

const isQuote = (fact: string) => /\d[.,]\d/.test(fact) && !/^[+-]?[\d.,]+\s?%?$/.test(fact);

const MONDAY = Date.parse('2026-01-05T09:00+01:00');

let bot: Talk;
let asks: Ask[];
/** What sources say in their own words, figures and all; a bare figure is none of them. */
let quotes: string[];
beforeAll(async () => {
  bot = await talk();
  asks = [...(await walk(bot)).values()].map(({ ask }) => ask);
  const all = factsIn(bot.knowledge);
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
        const lines = linesOf(speakReply(await bot.bot.answer({ ...ask, ...from }), locale));
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
    expect(speak(growthWords(growth, growthFigure(growth)), language)).toBe(said);
  });

  test('what was kept: hours and the names of permissions', () => {
    const [late] = dueSlots(scheduleOf({ lateHours: 2 }), MONDAY, MONDAY + 2.5 * 3_600_000, 0, 9);
    expect(speak(late?.skip ?? '', 'es')).toContain('2,5 horas de retraso');
    const stored = readSaid(storeSaid(late?.skip ?? ''));
    expect(speak(stored, 'en')).toContain('2.5 hours late');
  });
});
