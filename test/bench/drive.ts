import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figures } from './figures.ts';
import { memoryOf } from './memory.ts';
import type { Question, Questions } from './questions.ts';

/** The far end of a place, as the bench drives it. Times are milliseconds from sending to the answer. */
export interface Far {
  readonly variables: Readonly<Record<string, string>>;
  connected(): Promise<void>;
  ask(question: Question): Promise<number>;
  readonly complete?: (typed: string) => Promise<number>;
  close(): Promise<void>;
}

/** Arguments for Node: flags and the script. */
export type Script = readonly string[];

const PER_SECOND = 200;
const STEADY = 400;
const BURST = 500;

/** Starts `script` against a fresh far end, drives it, and stops it. */
export async function drive(
  script: Script,
  open: () => Promise<Far>,
  { asked, prewarmed, typed }: Questions,
): Promise<Figures> {
  const far = await open();
  const started = performance.now();
  // A folder of its own, where what it remembers begins with nothing.
  const own = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  const child = spawn(process.execPath, script, {
    cwd: own,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'error', ...far.variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // The last ones are for warming up; nobody has asked the others before.
  const [steady, burst, others] = [
    asked.slice(0, STEADY),
    asked.slice(STEADY, -WARM_UP),
    asked.slice(-WARM_UP),
  ];
  const ask = (question: Question) => far.ask(question);
  try {
    await Promise.race([far.connected(), ended(child)]);
    await ask(others[0] ?? HELP);
    const ready = performance.now() - started;
    if (typed.length === 0) return { ...NOTHING, ready };
    // As long as a bot has that nobody asks anything at once.
    await sleep(IDLE);
    for (const question of others) await ask(question);
    const memory = await memoryOf(child);
    return {
      ready,
      memory,
      prewarmed: await steadily(prewarmed, ask),
      first: await steadily(steady, ask),
      again: await steadily(steady, ask),
      burstFirst: await atOnce(burst.slice(0, BURST), ask),
      burstAgain: await atOnce(burst.slice(0, BURST), ask),
      completions: far.complete === undefined ? [] : await steadily(typed, far.complete),
      memoryAfter: await memoryOf(child),
    };
  } finally {
    child.kill('SIGKILL');
    await far.close();
    rmSync(own, { recursive: true, force: true });
  }
}

const NOTHING: Figures = {
  ready: 0,
  memory: 0,
  prewarmed: [],
  first: [],
  again: [],
  burstFirst: [],
  burstAgain: [],
  completions: [],
  memoryAfter: 0,
};
const WARM_UP = 100;
const IDLE = 4000;
const HELP: Question = { command: 'help', values: {} };

async function ended(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The bot ended (${code ?? 'killed'}) before it was connected.`);
}

function atOnce(asked: readonly Question[], ask: Far['ask']): Promise<number[]> {
  return Promise.all(asked.map(ask));
}

/** One call for each, 200 of them begun a second, whether or not the earlier ones have ended. */
async function steadily<T>(list: readonly T[], call: (each: T) => Promise<number>): Promise<number[]> {
  const begun: Promise<number>[] = [];
  const start = performance.now();
  while (begun.length < list.length) {
    const due = Math.floor(((performance.now() - start) / 1000) * PER_SECOND) + 1;
    for (const each of list.slice(begun.length, due)) begun.push(call(each));
    await sleep(1);
  }
  return Promise.all(begun);
}
