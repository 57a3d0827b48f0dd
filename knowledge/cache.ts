import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Made } from './base.ts';
import type { Content } from './merge.ts';
import { digest, lineFor, stateOf } from './pack/state.ts';

/** Facts that passed every check, with what takes long to make of them. */
export interface Checked {
  readonly content: Content;
  readonly made: Made;
}

/** As many states of packs as are kept. */
const KEPT = 4;

/** What facts depend on besides the files of their packs: the code that reads and checks them, and its libraries. */
const CODE = import.meta.dirname;
const PACKAGES = join(CODE, '../package.json');

/** The name under which the facts of packs in this state are kept. */
export function keyOf(state: string): string {
  const files = readdirSync(CODE).filter((name) => name.endsWith('.ts'));
  const folders = ['check', 'pack', 'search'].map((name) => join(CODE, name));
  return digest([
    state,
    stateOf(folders),
    ...files.map((name) => lineFor(join(CODE, name))),
    lineFor(PACKAGES),
  ]);
}

/** What was kept under this key; undefined where there is nothing, or nothing that can be relied on. */
export function readCache(folder: string, key: string): Checked | undefined {
  try {
    const text = readFileSync(fileFor(folder, key), 'utf8');
    const [sum, body] = [text.slice(0, SUM), text.slice(SUM)];
    if (sum !== checksum(body)) return undefined;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we wrote it, and it is whole
    const { content, made } = JSON.parse(body) as Checked & { content: { occupations: string[] } };
    return { content: { ...content, occupations: new Set(content.occupations) }, made };
  } catch {
    return undefined;
  }
}

/** Keeps facts, written aside and then renamed, and removes the oldest. A folder that cannot be written to is no fault. */
export async function writeCache(folder: string, key: string, { content, made }: Checked): Promise<void> {
  const body = JSON.stringify({ content: { ...content, occupations: [...content.occupations] }, made });
  const aside = join(folder, `${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(aside, checksum(body) + body);
    await rename(aside, fileFor(folder, key));
    await prune(folder);
  } catch {
    await rm(aside, { force: true }).catch(() => undefined);
  }
}

function fileFor(folder: string, key: string): string {
  return join(folder, `knowledge-${key}.json`);
}

const SUM = 8;

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(SUM, '0');
}

/** Keeps the newest files, and with them what other processes are writing. */
async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^knowledge-.*\.json$|\.part$/.test(name));
  const files = names.map((name) => join(folder, name));
  const written = new Map(
    files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]),
  );
  const newest = files.toSorted((a, b) => (written.get(b) ?? 0) - (written.get(a) ?? 0));
  for (const file of newest.slice(KEPT)) rmSync(file, { force: true });
}
