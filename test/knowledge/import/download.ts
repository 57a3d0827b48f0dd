import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { type Importer, ImportProblem, type Summary } from '../../../knowledge/import/index.ts';

/** File names with their text or bytes. */
export type Files = Readonly<Record<string, string | Buffer>>;

const made: string[] = [];
afterAll(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder that goes when the test file has run. */
export function anyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  made.push(folder);
  return folder;
}

/** A folder with files, as a download leaves it. */
export function folderOf(files: Files): string {
  const folder = anyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export const TODAY = '2026-11-21';

export interface Imported {
  readonly summary: Summary;
  readonly pack: string;
  readonly heard: readonly string[];
  /** The pack's files by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Imports hand-made files. */
export async function imported(importer: Importer, files: Files): Promise<Imported> {
  const pack = join(anyFolder(), 'pack');
  const heard: string[] = [];
  const summary = await importer.run(folderOf(files), pack, {
    progress: (line) => heard.push(line),
    today: TODAY,
  });
  return { summary, pack, heard, files: filesIn(pack) };
}

/** What an import of hand-made files is refused with. The place that it was to go to is left as it was: not there. */
export async function refusal(importer: Importer, files: Files): Promise<string> {
  const parent = anyFolder();
  const folder = folderOf(files);
  const error: unknown = await importer
    .run(folder, join(parent, 'pack'), { progress: () => undefined, today: TODAY })
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  if (error === undefined) return 'not refused';
  if (!(error instanceof ImportProblem)) throw error;
  const left = readdirSync(parent);
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`, { cause: error });
  return error.message.replaceAll(folder, 'DIR');
}

export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const;
    }),
  );
}

/** The objects of a file of JSON lines. */
export function linesOf(text = ''): Record<string, unknown>[] {
  return text
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));
}

/** A table with the publisher's line ends. */
export function table(between: string, rows: readonly (readonly string[])[], end = '\r\n'): string {
  return rows.map((row) => row.join(between) + end).join('');
}
