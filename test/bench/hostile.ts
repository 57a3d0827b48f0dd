import { preview as forDiscord } from '../../adapters/discord/render.ts';
import { preview as forSlack } from '../../adapters/slack/render.ts';
import { commands } from '../../commands/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import type { Command } from '../../src/command.ts';
import { silentLog } from '../../src/log.ts';
import { plain } from '../../src/plain.ts';
import { median } from './figures.ts';

/** What patterns, searches and layouts have been slow with, to be repeated until a value is full. */
export const FRAGMENTS = [
  ['<', '<1', '<a ', '<@', '*', '*a ', ' *a', '_a', '~', '~a ', '|', '`', '](', '@', 'a@', '#'],
  ['>', '\\', ' ', 'a ', '\n', ' \n', '\t', '"', 'a"', ':', 'a:', ':a', '1:', '//', '1.', '1,'],
  ['1 - ', '$1', '0', '!', 'x!', 'a-', '-', '->', ' to ', ' from ', ', ', ' and ', ' vs ', '?'],
  ['a.b', 'ml engineer ', 'how ', 'ﷺ', 'é', 'e\u0301', '\u0301', '👨‍👩‍👧', '\u202e', '\u0000'],
  ['\ud800', 'ａ', 'ß', 'İ', '漢', 'क्षि'],
].flat();

/** As long as the longest option of a place. */
export const LONGEST = 6000;

const SLOW = 20;

/** How long one answer kept everybody else waiting, and which one. Milliseconds. */
export interface Blocked {
  readonly ms: number;
  readonly what: string;
}

const FROM = {
  asker: { id: 'bench', locale: 'en', manages: true },
  place: { on: 'bench', community: 'bench', channel: 'bench' },
};

/** Every command with every option full of each fragment, answered and rendered for every place; the slowest first. */
export async function hostile(packs: readonly string[], fragments = FRAGMENTS): Promise<Blocked[]> {
  const knowledge = await openKnowledge(packs);
  const bot = createBot({
    commands,
    knowledge: () => knowledge,
    clock: Date.now,
    log: silentLog,
    fallback: 'ask',
  });
  // The first round is for warming up.
  for (const command of commands) await blockedBy(bot, command, 'ml engineer ');
  const found: Blocked[] = [];
  for (const command of commands)
    for (const fragment of fragments) {
      const once = await blockedBy(bot, command, fragment);
      // Some of what is slow once is the machine.
      const again = once.ms < SLOW ? once : await blockedBy(bot, command, fragment);
      found.push(again.ms < once.ms ? again : once);
    }
  return found.toSorted((a, b) => b.ms - a.ms);
}

async function blockedBy(bot: Bot, command: Command, fragment: string): Promise<Blocked> {
  const full = fragment.repeat(Math.ceil(LONGEST / fragment.length)).slice(0, LONGEST);
  const words = Object.entries(command.options).filter(([, { kind }]) => kind === 'words' || kind === 'role');
  const values = Object.fromEntries(words.map(([name]) => [name, full]));
  const start = performance.now();
  const reply = await bot.answer({ command: command.name, values, ...FROM });
  forDiscord(reply, 'en');
  forSlack(reply, 'en');
  plain(reply, 'en');
  return { ms: performance.now() - start, what: `/${command.name} full of ${JSON.stringify(fragment)}` };
}

/** The median of all, and the slowest. */
export function tellSlowest(blocked: readonly Blocked[]): string[] {
  const all = blocked.map(({ ms }) => ms);
  const slowest = blocked.slice(0, 5).map(({ ms, what }) => `${ms.toFixed(1).padStart(8)} ms  ${what}`);
  return [`median of ${all.length}: ${median(all).toFixed(2)} ms; the slowest:`, ...slowest];
}
