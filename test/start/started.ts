import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

/** How a process is started: with these variables and no others, in a folder with these files. */
export interface Start {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** What follows `npm start` or `npm run rolecall`. */
  readonly args?: readonly string[];
  /** What is piped in; nothing can be read unless it is given, as in a container. */
  readonly typed?: string;
  /** Nobody reads the answers, as when `head` has seen enough. */
  readonly unread?: boolean;
}

/** A process of ours. */
export interface Started {
  /** Everything on standard error so far, each line of the log as its sentence. */
  told(): string;
  /** Everything on standard output so far. */
  answered(): string;
  /** The exit code. */
  readonly ended: Promise<number | null>;
  /** Settles once `words` were told; rejects when the process ends before. */
  tells(words: string): Promise<void>;
  /** Ends it: SIGKILL is a death without a word, SIGTERM a stop in good order. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
}

const ROOT = resolve(import.meta.dirname, '../..');

/** Longer than anything here takes on a loaded machine, and shorter than a test may take. */
const PATIENCE = 30_000;

/** What a promise gives; rejects where it does not settle, so that a test says what it waited for in vain. */
export async function inTime<T>(
  promise: Promise<T>,
  what: string,
  told: () => string = () => '',
): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`${what} did not come in ${PATIENCE} ms. Told:\n${told()}`)),
    PATIENCE,
  );
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** As `npm run dev` does: what was built of other sources is not looked at. */
const FLAGS = manifest.scripts.dev
  .split(' ')
  .slice(1)
  .map((word) => (/^(\.\/|src\/)/.test(word) ? join(ROOT, word) : word));

/** Starts a process, which ends with the test at the latest. */
export function started(
  { env = {}, files = {}, args = [], typed, unread = false }: Start,
  onTestFinished: TestContext['onTestFinished'],
): Started {
  const cwd = folderOf(files);
  const child = spawn(process.execPath, [...FLAGS, ...args], {
    cwd,
    // What is asked ahead would only take time from other tests.
    env: { PATH: process.env['PATH'], ROLECALL_PREWARM: 'off', ...env },
    stdio: [typed === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let [told, answered] = ['', ''];
  child.stderr?.on('data', (chunk: Buffer) => (told += String(chunk)));
  child.stdout?.on('data', (chunk: Buffer) => (answered += String(chunk)));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(typed);
  if (unread) child.stdout?.destroy();
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>();
  child.once('close', end);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(cwd, { recursive: true, force: true });
  });
  const sentences = () => told.split('\n').map(sentenceOf).join('\n');
  return {
    told: sentences,
    answered: () => answered,
    ended,
    kill: (signal) => void child.kill(signal),
    tells: (words) => {
      const { promise, resolve: done, reject: fail } = Promise.withResolvers<undefined>();
      const look = () => {
        if (sentences().includes(words)) done(undefined);
      };
      child.stderr?.on('data', look);
      void ended.then((code) => fail(new Error(`ended with ${code}, and told:\n${sentences()}`)));
      look();
      return inTime(promise, `"${words}"`, sentences);
    },
  };
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-start-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A line of the log as `message: problem`; any other line, and one that is not whole yet, as it is. */
function sentenceOf(line: string): string {
  if (!line.startsWith('{') || !line.endsWith('}')) return line;
  const { msg, problem } = JSON.parse(line) as { msg: string; problem?: string };
  return problem === undefined ? msg : `${msg}: ${problem}`;
}
