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
  { progress, ends }: Download,
  file: DownloadedFile,
  shape: TableShape,
): AsyncGenerator<Row> {
  const stopped = new AbortController();
  const lines: Lines = { next: shape.headerLine ?? 1, of: new WeakMap() };
  const parser = parserFor(file.name, lines);
  const source = createReadStream(file.path, { highWaterMark: 1 << 20 });
  const reading = pipeline(source, parser, { signal: stopped.signal });
  // Whatever goes wrong is thrown to whoever reads the rows, too.
  reading.catch(() => undefined);
  let count = 0;
  try {
    for await (const row of rowsOf(parser, lines, file.name, shape)) {
      count++;
      yield row;
      if (count % ROWS_BETWEEN_REPORTS === 0) progress(`${file.name}: ${count.toLocaleString('en')} rows`);
    }
  } catch (error) {
    throw explained(error, { file: file.name, line: lines.next });
  } finally {
    stopped.abort();
  }
  if (count === 0)
    throw new ImportProblem(
      { file: file.name, line: lines.next },
      'no row follows the header: download the file again',
    );
  ends.set(file.name, lines.next - 1);
  progress(`${file.name}: ${count.toLocaleString('en')} rows, read`);
}

/** Where the rows of a file begin. */
interface Lines {
  /** The line on which the row begins that the parser is at; it may be ahead of the rows handed on. */
  next: number;
  readonly of: WeakMap<readonly string[], number>;
}

function parserFor(name: string, lines: Lines): Parser {
  const tabs = /\.(txt|tsv)$/i.test(name);
  // The parser counts the lines before the header among the empty ones.
  let empty = lines.next > 1 ? undefined : 0;
  return parse({
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    from_line: lines.next,
    max_record_size: MAX_ROW_BYTES,
    // Tab-separated files are written without quoting: a quotation mark in them is only that.
    ...(tabs ? { delimiter: '\t', quote: false } : {}),
    // The parser counts a line end of two characters inside quotes twice, so the lines are counted here.
    on_record: (cells, { empty_lines }) => {
      const line = lines.next + empty_lines - (empty ?? empty_lines);
      empty = empty_lines;
      lines.of.set(cells, line);
      lines.next = line + 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0);
      return cells;
    },
  });
}

async function* rowsOf(
  parser: AsyncIterable<string[]>,
  lines: Lines,
  file: string,
  shape: TableShape,
): AsyncGenerator<Row> {
  let header: { readonly columns: ReadonlyMap<string, number>; readonly width: number } | undefined;
  for await (const cells of parser) {
    const line = lines.of.get(cells) ?? 1;
    if (header === undefined)
      header = { columns: columnsOf(cells, shape.columns, { file, line }), width: cells.length };
    else yield checked(new Row({ file, line }, cells, header.columns), header.width);
  }
  if (header === undefined)
    throw new ImportProblem({ file, line: lines.next }, 'the file ends before its header: download it again');
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
