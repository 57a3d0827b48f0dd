/** Where a publisher's file is wrong. Lines and columns count from 1; a column is one of the table's. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly name?: string;
}

/** An import that cannot go on, in one sentence that says where and what to do. Nothing has been written. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';

  constructor(place: Place | undefined, sentence: string, options?: ErrorOptions) {
    super(place === undefined ? sentence : `${formatPlace(place)} ${sentence}`, options);
  }
}

/** `Alternate Titles.txt, line 57, column 2 (Alternate Title):` */
function formatPlace({ file, line, column, name }: Place): string {
  const parts = [file];
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined)
    parts.push(name === undefined ? `column ${column}` : `column ${column} (${name})`);
  return `${parts.join(', ')}:`;
}

/** The system's code of an error, such as `ENOENT`; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
