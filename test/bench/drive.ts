import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figures } from './figures.ts';

/** The far end of a place, as the bench drives it. Times are milliseconds from sending to the answer. */
export interface Far {
  readonly variables: Readonly<Record<string, string>>;
  connected(): Promise<void>;
  ask(): Promise<number>;
  complete?(): Promise<number>;
  close(): Promise<void>;
}

export interface Load {
  readonly steady: number;
  readonly perSecond: number;
  readonly burst: number;
  readonly completions: number;
}

/** Starts `script` against a fresh far end, drives it, and stops it. */
export async function drive(script: string, open: () => Promise<Far>, load: Load): Promise<Figures> {
  const far = await open();
  const started = performance.now();
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'error', ...far.variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    await Promise.race([far.connected(), ended(child)]);
    await far.ask();
    const ready = performance.now() - started;
    await warmUp(far);
    const memory = memoryOf(child);
    const steady = await steadily(() => far.ask(), load.steady, load.perSecond);
    const burst = await Promise.all(Array.from({ length: load.burst }, () => far.ask()));
    const { complete } = far;
    const completions =
      complete === undefined ? [] : await steadily(() => complete(), load.completions, load.perSecond);
    return { ready, memory, steady, burst, completions };
  } finally {
    child.kill('SIGKILL');
    await far.close();
  }
}

async function ended(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The bot ended (${code ?? 'killed'}) before it was connected.`);
}

async function warmUp(far: Far): Promise<void> {
  for (let asked = 0; asked < 200; asked += 1) await far.ask();
}

/** Resident memory in MB, once it has been asked and before the load. */
function memoryOf(child: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024;
}

/** `count` calls, `perSecond` of them begun a second, whether or not the earlier ones have ended. */
async function steadily(call: () => Promise<number>, count: number, perSecond: number): Promise<number[]> {
  const begun: Promise<number>[] = [];
  const start = performance.now();
  while (begun.length < count) {
    const due = Math.floor(((performance.now() - start) / 1000) * perSecond) + 1;
    while (begun.length < Math.min(due, count)) begun.push(call());
    await sleep(1);
  }
  return Promise.all(begun);
}
