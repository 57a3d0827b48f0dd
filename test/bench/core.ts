import { commands } from '../../commands/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import { silentLog } from '../../src/log.ts';
import { median, quantile } from './figures.ts';
import type { Question } from './questions.ts';

const FROM = {
  asker: { id: 'bench', locale: 'en', manages: false },
  place: { community: null, channel: null },
};

/** The core alone, without any place: every question once, then the same ones again. */
export async function core(packs: readonly string[], asked: readonly Question[]): Promise<string[]> {
  const knowledge = await openKnowledge(packs);
  const newBot = () =>
    createBot({ commands, knowledge: () => knowledge, clock: Date.now, log: silentLog, fallback: 'role' });
  // The first bot is for warming up.
  await answerAll(newBot(), asked);
  const bot = newBot();
  const first = await answerAll(bot, asked);
  const again = await answerAll(bot, asked.slice(-200));
  return [`asked first: ${told(first)}`, `asked again: ${told(again)}`];
}

async function answerAll(bot: Bot, asked: readonly Question[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of asked) {
    const start = performance.now();
    await bot.answer({ ...question, ...FROM });
    times.push(performance.now() - start);
  }
  return times;
}

function told(times: readonly number[]): string {
  const perSecond = (times.length / times.reduce((sum, time) => sum + time, 0)) * 1000;
  return `${perSecond.toFixed(0)} answers a second, median ${median(times).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`;
}
