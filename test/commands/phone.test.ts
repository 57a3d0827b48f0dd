import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { languageOf } from '../../src/message/language.ts';
import type { Talk } from './talk.ts';
import { phoneLines, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** A phone shows about twenty lines of forty letters; buttons stand apart, and of a link its words. */
const SCREEN = 20;

/** The lines that an answer takes on a phone, its sources included. */
async function linesOf(line: string, locale: string): Promise<number> {
  const reply = await bot.ask(line, locale);
  const shown = { ...reply, body: reply.body.filter(({ kind }) => kind !== 'actions') };
  const text = plain(shown, languageOf(locale)).replace(/ \(https?:[^)]*\)/g, '');
  return phoneLines(text.trim().replace(/\n\n+/g, '\n'));
}

/**
 * The question; how many of a hundred roles have an answer of one screen, and the most lines of any, in English. Both only
 * ever get tighter: what is longer is mended, or the answer is not one of a phone.
 */
const QUESTIONS: readonly (readonly [string, (role: string, other: string) => string, number, number])[] = [
  ['/role', (role) => `/role ${role}`, 84, 22],
  ['/salary', (role) => `/salary ${role}`, 99, 22],
  ['/transition, one role', (role) => `/transition ${role}`, 95, 28],
  ['/transition, two roles', (role, other) => `/transition ${role} ${other}`, 70, 24],
  ['/plan', (role) => `/plan to:${role} from:teacher hours-per-week:8`, 88, 23],
  ['/compare', (role, other) => `/compare ${role} ${other}`, 35, 28],
  ['/roadmap', (role) => `/roadmap ${role}`, 97, 21],
  ['/course', (role) => `/course ${role}`, 97, 21],
  ['/skills', (role) => `/skills ${role}`, 88, 22],
  ['/ladder', (role) => `/ladder ${role}`, 82, 28],
];

describe.each(QUESTIONS)('%s on a phone', (_name, question, share, most) => {
  test('is one screen for most roles, and little more for any', async () => {
    const ids = bot.knowledge.roles.all.map(({ id }) => id);
    const lines = await Promise.all(
      ids.map((id, at) => linesOf(question(id, ids[(at + 7) % ids.length] ?? id), 'en')),
    );
    const fitting = lines.filter((count) => count <= SCREEN).length;
    expect(Math.floor((100 * fitting) / lines.length)).toBeGreaterThanOrEqual(share);
    expect(Math.max(...lines)).toBeLessThanOrEqual(most);
  });

  test('takes at most half as much again in any other language', async () => {
    for (const locale of ['es', 'de', 'pt-BR'])
      expect([locale, await linesOf(question('data-engineer', 'data-analyst'), locale)]).toEqual([
        locale,
        expect.toSatisfy((count: number) => count <= 1.5 * SCREEN, `at most ${1.5 * SCREEN} lines`),
      ]);
  });
});
