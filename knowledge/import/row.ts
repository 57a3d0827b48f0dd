import { ImportProblem } from './problem.ts';

/** O*NET-SOC codes, such as `15-2051.00`. */
const ONET_CODE = /^\d{2}-\d{4}\.\d{2}$/;
/** 1234, 1,234 and 12.5, but not 12,34. */
const NUMBER = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;

/** A row of a publisher's table: its cells by column name, checked when they are asked for. */
export class Row {
  readonly cells: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(
    place: { readonly file: string; readonly line: number },
    cells: readonly string[],
    columns: ReadonlyMap<string, number>,
  ) {
    this.file = place.file;
    this.line = place.line;
    this.cells = cells;
    this.#columns = columns;
  }

  /** The header, in its order. */
  columnNames(): string[] {
    return [...this.#columns.keys()];
  }

  /** The text of a cell, with single spaces and none around it; empty where there is none. */
  optional(column: string): string {
    const cell = this.cells[this.#columns.get(column) ?? -1] ?? '';
    return /\s\s|^\s|\s$|[\t\r\n]/.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell;
  }

  /** The lines of a cell, each as `optional` would give it, without the empty ones. */
  lines(column: string): string[] {
    const cell = this.cells[this.#columns.get(column) ?? -1] ?? '';
    return cell
      .split(/\r?\n/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '');
  }

  /** @throws ImportProblem where the cell is empty. */
  text(column: string): string {
    const text = this.optional(column);
    if (text === '') throw this.wrong(column, 'is empty: the file is damaged, so download it again');
    return text;
  }

  /** @throws ImportProblem where the cell does not look as `pattern` wants; `example` shows how it should look. */
  matching(column: string, pattern: RegExp, example: string): string {
    const text = this.optional(column);
    if (pattern.test(text)) return text;
    throw this.wrong(
      column,
      `is "${shown(text)}", which is not written like ${example}: the file is damaged or another one`,
    );
  }

  onetCode(column: string): string {
    return this.matching(column, ONET_CODE, '15-2051.00');
  }

  /** A decimal number, with or without commas between thousands. */
  number(column: string): number {
    return Number(this.matching(column, NUMBER, '12,345.6').replaceAll(',', ''));
  }

  oneOf<const T extends string>(column: string, values: readonly T[]): T {
    const text = this.optional(column);
    const value = values.find((known) => known === text);
    if (value !== undefined) return value;
    throw this.wrong(
      column,
      `is "${shown(text)}", and it can only be ${values.join(', ')}: download the file again`,
    );
  }

  /** A problem with a cell. */
  wrong(column: string, sentence: string): ImportProblem {
    return this.problem((this.#columns.get(column) ?? 0) + 1, sentence, column);
  }

  /** A problem with a column by its number, from 1. */
  problem(column: number, sentence: string, name?: string): ImportProblem {
    const place = { file: this.file, line: this.line, column };
    return new ImportProblem(name === undefined ? place : { ...place, name }, sentence);
  }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
