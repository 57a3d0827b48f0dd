import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import type { Download, DownloadedFile } from './download.ts';
import { ImportProblem } from './problem.ts';
import { Row } from './row.ts';

/** How a publisher writes a table. */
export interface TableShape {
  /** The columns that are read. Others may stand between them. */
  readonly columns: readonly string[];
  /** The line of the header; lines before it are about the table. Default 1. */
  readonly headerLine?: number;
}

/** Longer rows are a quotation mark that nobody closed. */
const MAX_ROW_BYTES = 1_000_000;
const ROWS_BETWEEN_REPORTS = 20_000;

/**
 * The rows of a CSV file (or tab-separated, where the name ends in `.txt` or `.tsv`), as they are read. Byte-order
 * marks, both kinds of line end and empty lines are understood.
 * @throws ImportProblem naming file, line and column: another header, a row cut off, a text that is not UTF-8.
 */
export async function* readTable(
  { progress }: Download,
  file: DownloadedFile,
  shape: TableShape,
): AsyncGenerator<Row> {
  const read = new AbortController();
  const parser = parserFor(file.name, shape.headerLine ?? 1);
  const reading = pipeline(createReadStream(file.path, { highWaterMark: 1 << 20 }), parser, {
    signal: read.signal,
  });
  reading.catch(() => undefined);
  let count = 0;
  try {
    for await (const row of rows(parser, file.name, shape)) {
      count++;
      yield row;
      if (count % ROWS_BETWEEN_REPORTS === 0) progress(`${file.name}: ${count.toLocaleString('en')} rows`);
    }
  } finally {
    read.abort();
  }
  if (count === 0)
    throw new ImportProblem(
      { file: file.name, line: 2 },
      'no row follows the header: download the file again',
    );
  progress(`${file.name}: ${count.toLocaleString('en')} rows, read`);
}

function parserFor(name: string, headerLine: number): Parser {
  const tabs = /\.(txt|tsv)$/i.test(name);
  return parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    from_line: headerLine,
    max_record_size: MAX_ROW_BYTES,
    // Tab-separated files are written without quoting: a quotation mark in them is only that.
    ...(tabs ? { delimiter: '\t', quote: false } : {}),
  });
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly empty_lines: number };
}

async function* rows(parser: Parser, file: string, shape: TableShape): AsyncGenerator<Row> {
  let line = shape.headerLine ?? 1;
  let skipped = 0;
  let header: ReadonlyMap<string, number> | undefined;
  let width = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      line += info.empty_lines - skipped;
      skipped = info.empty_lines;
      if (header === undefined) {
        header = columnsOf(record, shape.columns, { file, line });
        width = record.length;
      } else {
        yield checked(new Row({ file, line }, record, header), width);
      }
      // The parser counts a line end of two characters inside quotes twice, so the lines are counted here.
      line += 1 + record.reduce((sum, cell) => sum + lineEnds(cell), 0);
    }
  } catch (error) {
    throw explained(error, { file, line });
  }
  if (header === undefined)
    throw new ImportProblem({ file, line }, 'the file ends before its header: download it again');
}

function lineEnds(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}

/** Where each wanted column stands. */
function columnsOf(
  record: readonly string[],
  wanted: readonly string[],
  place: { readonly file: string; readonly line: number },
): ReadonlyMap<string, number> {
  const at = new Map(record.map((name, i) => [name.trim(), i]));
  for (const [i, name] of wanted.entries()) {
    if (at.has(name)) continue;
    const found = record.map((cell) => cell.trim()).filter((cell) => !wanted.includes(cell));
    const instead = found.length === 0 ? '' : ` (there is: ${found.join(', ').slice(0, 120)})`;
    throw new ImportProblem(
      { ...place, column: Math.min(i + 1, record.length) },
      `the header has no "${name}"${instead}: this is another file, or another release, than the one this importer reads`,
    );
  }
  return at;
}

function checked(row: Row, width: number): Row {
  const { length } = row.cells;
  if (length < width)
    throw row.problem(
      length,
      `the row ends here, after ${length} of ${width} columns: the download was cut off, so fetch the file again`,
    );
  if (length > width)
    throw row.problem(width + 1, `the row has ${length} columns and the header ${width}: download it again`);
  const broken = row.cells.findIndex((cell) => cell.includes('\uFFFD'));
  if (broken !== -1)
    throw row.problem(broken + 1, 'is not UTF-8: save the file as "CSV UTF-8", or download it again');
  return row;
}

/** The row that begins at this place cannot be read; the parser knows the column. */
function explained(error: unknown, place: { readonly file: string; readonly line: number }): unknown {
  if (!(error instanceof CsvError)) return error;
  const at = Number(error['column']);
  const where = Number.isInteger(at) ? { ...place, column: at + 1 } : place;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new ImportProblem(
      where,
      'the quotation mark that opens here is never closed: the download was cut off, so fetch the file again',
    );
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new ImportProblem(
      where,
      'the row is over a megabyte long: a quotation mark is missing, so fetch the file again',
    );
  return new ImportProblem(where, 'has a quotation mark in a wrong place: fetch the file again, unchanged');
}
