import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import type { Cell, Database, Queries } from './database.ts';
import { StoreProblem } from './database.ts';
import { reasonOf } from '../reason.ts';

/** How long a statement may block this process when another one is writing; then it waits without blocking. */
const BUSY_TIMEOUT_MS = 100;
const BUSY_TRIES = 50;
/** The same while the file is opened: another process may be making it, or putting it right after a crash. */
const OPEN_TIMEOUT_MS = 2_000;
const SQLITE_BUSY = 5;

/**
 * Opens the embedded database: one file (made, with its folder, when missing).
 * @throws StoreProblem when the file cannot be opened or is not a database.
 */
export function openSqlite(path: string): Database {
  try {
    return new Sqlite(path);
  } catch (cause) {
    throw new StoreProblem(
      `I cannot open ${path} (${reasonOf(cause)}). Check that the folder can be written to.`,
      {
        cause,
      },
    );
  }
}

class Sqlite implements Database {
  readonly dialect = 'sqlite';
  readonly place: string;
  readonly #database: DatabaseSync;
  readonly #inode: bigint;
  readonly #statements = new Map<string, StatementSync>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    makeFolder(dirname(path));
    this.place = path;
    this.#database = new DatabaseSync(path, { timeout: OPEN_TIMEOUT_MS });
    // WAL loses nothing that was committed when the process is killed. FULL also syncs each commit (0.3 ms on
    // an SSD), so that a power cut cannot forget "about to post": forgetting it would mean posting twice.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    this.#database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    this.#inode = inode(path);
  }

  rows<Row extends object>(sql: string, parameters: readonly Cell[] = []): Promise<Row[]> {
    return this.#alone(() => patiently(() => this.#run<Row>(sql, parameters)));
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      await patiently(() => this.#database.exec('BEGIN IMMEDIATE'));
      try {
        const result = await work({ rows: async (sql, parameters = []) => this.#run(sql, parameters) });
        this.#database.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk may have ended the transaction already.
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  async stillThere(): Promise<void> {
    // A removed file goes on answering until the process ends, and then everything is lost.
    if (inode(this.place) === this.#inode) return;
    throw new StoreProblem(
      `The file ${this.place} was removed or replaced. Put it back and restart the bot.`,
    );
  }

  async close(): Promise<void> {
    await this.#alone(async () => this.#database.close());
  }

  #run<Row extends object>(sql: string, parameters: readonly Cell[]): Row[] {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    const named = Object.fromEntries(parameters.map((value, at) => [`$${at + 1}`, value]));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller names the columns it asks for
    return statement.all(named) as Row[];
  }

  /** One connection has one transaction at a time, so callers take turns. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/** Another process on the same file is normal for a moment; people are answered meanwhile. */
async function patiently<T>(work: () => T): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || tries === BUSY_TRIES) throw error;
      await setTimeout(BUSY_TIMEOUT_MS);
    }
  }
}

/** Its extended codes too, such as that of a file that is put right after a crash. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return (code & 0xff) === SQLITE_BUSY;
}

function inode(path: string): bigint {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? -1n;
}
