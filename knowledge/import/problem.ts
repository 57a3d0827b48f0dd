/** Where a publisher's file is wrong. Lines and columns count from 1; a column is one of the table's. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  /** The last line of a file that is wrong as a whole. */
  readonly end?: number;
  readonly column?: number;
  readonly name?: string;
}

/** An import that cannot go on, in one sentence that says where and what to do. Nothing has been written. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
  /** Where, apart from the message. */
  readonly place: Place | undefined;
  readonly sentence: string;

  constructor(place: Place | undefined, sentence: string, options?: ErrorOptions) {
    super(place === undefined ? sentence : `${formatPlace(place)} ${sentence}`, options);
    this.place = place;
    this.sentence = sentence;
  }
}

/** `Alternate Titles.txt, line 57, column 2 (Alternate Title):` */
function formatPlace({ file, line, end, column, name }: Place): string {
  const parts = [file];
  if (line !== undefined) parts.push(`line ${line}`);
  else if (end !== undefined) parts.push(`which ends at line ${end}`);
  if (column !== undefined)
    parts.push(name === undefined ? `column ${column}` : `column ${column} (${name})`);
  return `${parts.join(', ')}:`;
}

/** The system's code of an error, such as `ENOENT`; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
