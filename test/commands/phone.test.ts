import { beforeAll, describe, expect, test } from 'vitest';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { render as renderSlack } from '../../adapters/slack/render.ts';
import { askLine } from '../../src/cli/ask.ts';
import { LANGUAGES, type Language } from '../../src/message/language.ts';
import type { Reply } from '../../src/reply.ts';
import { discordLines } from '../phone/discord.ts';
import { slackLines } from '../phone/slack.ts';
import { SCREEN } from '../phone/wrap.ts';
import { LONG, SEED, someOf } from '../sample.ts';
import type { Talk } from './talk.ts';
import { asksOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
  console.log(`roles by ROLECALL_SEED=${SEED}`);
});

/** What each place shows of an answer on a phone, a line a line; Slack with its tables and without. */
const PLACES: readonly (readonly [string, (reply: Reply, language: Language) => string[]])[] = [
  ['Discord', (reply, language) => discordLines(renderDiscord(reply, { language, share: true }))],
  ['Slack', (reply, language) => slackLines(renderSlack(reply, { language, share: true }))],
  [
    'Slack without tables',
    (reply, language) => slackLines(renderSlack(reply, { language, share: true, tables: false })),
  ],
];

/** The questions that a phone shows whole: of a role, and another. */
const QUESTIONS: readonly (readonly [string, (role: string, other: string) => string])[] = [
  ['/role', (role) => `/role ${role}`],
  ['/salary', (role) => `/salary ${role}`],
  ['/transition, one role', (role) => `/transition ${role}`],
  ['/transition, two roles', (role, other) => `/transition ${role} ${other}`],
  ['/plan', (role) => `/plan to:${role} from:teacher hours-per-week:8`],
  ['/plan from a role', (role, other) => `/plan to:${role} from:${other} hours-per-week:8`],
  ['/compare', (role, other) => `/compare ${role} ${other}`],
  ['/roadmap', (role) => `/roadmap ${role}`],
  ['/course', (role) => `/course ${role}`],
  ['/skills', (role) => `/skills ${role}`],
  ['/ladder', (role) => `/ladder ${role}`],
  ['/interview', (role) => `/interview ${role}`],
];

/** Each role with another one, which is another at each run. */
function pairs(turn: number): readonly (readonly [string, string])[] {
  const ids = bot.knowledge.roles.all.map(({ id }) => id);
  const apart = 1 + ((SEED + turn) % (ids.length - 1));
  const all = ids.map((id, at) => [id, ids[(at + apart) % ids.length] ?? id] as const);
  return someOf(all, 20, turn);
}

/** Whatever is more than a screen, with its first lines. */
async function tooLong(line: string): Promise<string[]> {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const reply = await askLine(bot.bot, line, language);
    for (const [place, linesOf] of PLACES) {
      const lines = linesOf(reply, language);
      if (lines.length > SCREEN)
        faults.push(`${line} in ${language} on ${place}: ${lines.length} lines\n${lines.join('\n')}`);
    }
  }
  return faults;
}

describe.each(QUESTIONS)('%s on a phone', (name, question) => {
  test(
    'is one screen, in every language and on every place',
    async () => {
      const turn = QUESTIONS.findIndex(([other]) => other === name);
      const faults: string[] = [];
      for (const [role, other] of pairs(turn)) faults.push(...(await tooLong(question(role, other))));
      expect(faults).toEqual([]);
    },
    LONG,
  );

  test(
    'leads to more, where a screen is not all',
    async () => {
      for (const [role, other] of pairs(1).slice(0, 5)) {
        const reply = await askLine(bot.bot, question(role, other), 'en');
        expect(reply.tone === 'miss' || asksOf(reply).length > 0).toBe(true);
      }
    },
    LONG,
  );
});

describe('what gives way on a phone', () => {
  test('stands whole behind a button: the skills of a move that nobody documents', async () => {
    const short = await bot.ask('/transition technical-account-manager telecommunications-engineer');
    const [whole] = asksOf(short).filter(({ values }) => values['view'] === 'full');
    const words = JSON.stringify(short.body);
    expect(words).toMatch(/and \d+ more/);
    const full = JSON.stringify((await bot.press(whole ?? { command: '', values: {} })).body);
    expect(full).not.toMatch(/and \d+ more/);
    expect(full.length).toBeGreaterThan(words.length + 500);
  });

  test('is the same in every language: nobody is told less than others', async () => {
    for (const [role] of pairs(2)) {
      const [first, ...others] = await Promise.all(
        LANGUAGES.map((language) => bot.ask(`/role ${role}`, language)),
      );
      const shape = (reply: typeof first) =>
        reply?.body.map((node) => ('items' in node ? node.items.length : 0));
      for (const other of others) expect(shape(other)).toEqual(shape(first));
    }
  });

  test('three and four roles side by side are one screen too', async () => {
    const roles = pairs(3).slice(0, 6);
    for (const [at, [first, second]] of roles.entries()) {
      const [third = '', fourth = ''] = roles[(at + 1) % roles.length] ?? [];
      for (const names of [
        [first, second, third],
        [first, second, third, fourth],
      ])
        expect(await tooLong(`/compare ${names.join(', ')}`)).toEqual([]);
    }
  });
});
