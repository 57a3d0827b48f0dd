/** What a column can hold; JSON is kept as text, instants as epoch milliseconds. */
export type Cell = string | number | null;

/** Runs one statement; parameters are written `$1`, `$2`, … in both dialects. */
export interface Queries {
  rows<Row extends object>(sql: string, parameters?: readonly Cell[]): Promise<Row[]>;
}

/** One database, embedded or a server. Everything that is remembered goes through one of these. */
export interface Database extends Queries {
  readonly dialect: 'sqlite' | 'postgres';
  /** Where it is, without secrets: a path, or host and database name. */
  readonly place: string;
  /** All of `work` or nothing of it. Inside, use the given queries only: others wait for its end. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Rejects when what was opened is not there any more, although it may still answer. */
  stillThere(): Promise<void>;
  close(): Promise<void>;
}

/** Why what is remembered cannot be used, as one sentence that says what to do. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
}
