import { readFileSync } from 'node:fs';
import { commands } from '../../commands/index.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { createBot } from '../../src/bot.ts';
import { silentLog } from '../../src/log.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import { DATA } from '../commands/talk.ts';
import { quantile } from './figures.ts';
import { asksIn, judge, type Judged } from './ask/judge.ts';

/**
 * Scores /ask by questions that nobody looked at, half of them learnt from, through the one door: right, or right with one
 * press. `--learn` prints what is wrong of the half that may be read; of the other, totals only.
 */
const FOLDER = new URL('.', import.meta.url);
const packs = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const knowledge: KnowledgeBase = await openKnowledge([DATA, ...packs]);
const bot = createBot({
  commands,
  knowledge: () => knowledge,
  clock: () => Date.parse('2026-11-22'),
  log: silentLog,
  fallback: 'ask',
});
const times: number[] = [];

async function answerTo(question: string): Promise<Reply> {
  const start = performance.now();
  const reply = await bot.answer({
    command: 'ask',
    values: { question },
    asker: { id: 'bench', locale: 'en', manages: false },
    place: { community: null, channel: null },
  });
  times.push(performance.now() - start);
  return reply;
}

async function scoreOf(
  name: string,
): Promise<
  readonly (Judged & { readonly question: string; readonly reply: Reply; readonly wanted: string })[]
> {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const judged = [];
  for (const line of lines) {
    const [language = '', question = '', intent = '', slots = ''] = line.split('\t');
    const reply = await answerTo(question);
    judged.push({
      ...judge({ language, intent, slots }, reply, knowledge),
      question,
      reply,
      wanted: `${intent} ${slots}`,
    });
  }
  return judged;
}

function share<T>(part: readonly T[], is: (each: T) => boolean): string {
  const count = part.filter(is).length;
  return `${count}/${part.length} (${((100 * count) / Math.max(1, part.length)).toFixed(0)} %)`;
}

function told(judged: readonly Judged[]): string[] {
  const groups = [...Map.groupBy(judged, ({ language }) => language), ['all', judged] as const];
  return [
    ...groups.map(
      ([language, part]) =>
        `  ${language}: right ${share(part, ({ verdict }) => verdict === 'right')}, or one press away ${share(part, ({ verdict }) => verdict !== 'wrong')}`,
    ),
    `  out of scope refused: ${share(
      judged.filter(({ outOfScope }) => outOfScope),
      ({ verdict }) => verdict === 'right',
    )}`,
  ];
}

/** Sets of questions by name, see `unseen/README.md`. */
const SETS = {
  learn: 'unseen/questions-learn.tsv',
  dev: 'dev/questions-read.tsv',
  check: 'dev/questions-check.tsv',
  people: 'dev/questions-people.tsv',
  closed: 'dev/questions-closed.tsv',
  held: 'unseen/questions-held.tsv',
};
/** Sets that are only scored. */
const CLOSED = new Set(['held', 'closed']);
const chosen = process.argv.find((each) => each.startsWith('--only='))?.slice(7);
const isWrongPrinted = process.argv.includes('--wrong');

for (const [name, file] of Object.entries(SETS)) {
  if (chosen !== undefined && !chosen.split(',').includes(name)) continue;
  const judged = await scoreOf(file);
  console.log(`${name}:`);
  for (const line of told(judged)) console.log(line);
  if (isWrongPrinted && !CLOSED.has(name)) printWrong(judged);
}
console.log(`time: median ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`);

function printWrong(judged: Awaited<ReturnType<typeof scoreOf>>): void {
  for (const { verdict, question, wanted, reply } of judged.filter((each) => each.verdict !== 'right'))
    console.log(
      `${verdict}\t${question}\n\twanted ${wanted}\n\tgot ${reply.tone} ${lineOf(reply.ask)} | ${asksIn(reply).slice(0, 4).map(lineOf).join(' | ')}`,
    );
}

function lineOf(ask: Ask | null): string {
  return ask === null
    ? '-'
    : `/${ask.command} ${Object.entries(ask.values)
        .map(([name, value]) => `${name}:${value}`)
        .join(' ')}`;
}
