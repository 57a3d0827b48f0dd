import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Made } from './base.ts';
import type { Content } from './merge.ts';
import { digest, lineFor, stateOf } from './pack/state.ts';
import { type PackedSkill, packSkills, unpackSkills } from './packed-skills.ts';

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

/** What a file holds, in plain JSON. */
interface Stored {
  readonly content: Omit<Content, 'occupations'> & { readonly occupations: readonly string[] };
  readonly version: string;
  readonly skills: readonly PackedSkill[];
}

/** What was kept under this key; undefined where there is nothing, or nothing that can be relied on. */
export function readCache(folder: string, key: string): Checked | undefined {
  try {
    const bytes = readFileSync(fileFor(folder, key));
    const body = bytes.subarray(SUM);
    if (bytes.toString('latin1', 0, SUM) !== checksum(body)) return undefined;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we wrote it, and it is whole
    const { content, version, skills } = JSON.parse(body.toString('latin1')) as Stored;
    return {
      content: { ...content, occupations: new Set(content.occupations) },
      made: { version, skills: unpackSkills(skills, content) },
    };
  } catch {
    return undefined;
  }
}

/** Keeps facts, written aside and then renamed, and removes the oldest. A folder that cannot be written to is no fault. */
export async function writeCache(folder: string, key: string, { content, made }: Checked): Promise<void> {
  const stored: Stored = {
    content: { ...content, occupations: [...content.occupations] },
    version: made.version,
    skills: packSkills(made.skills, content),
  };
  const body = Buffer.from(inAscii(JSON.stringify(stored)), 'latin1');
  const aside = join(folder, `${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(aside, Buffer.concat([Buffer.from(checksum(body)), body]));
    await rename(aside, fileFor(folder, key));
    await prune(folder);
  } catch {
    await rm(aside, { force: true }).catch(() => undefined);
  }
}

/** JSON with all but ASCII escaped: a text with one dash in it would take two bytes a letter in memory, 20 MB for all of O*NET. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function fileFor(folder: string, key: string): string {
  return join(folder, `knowledge-${key}.json`);
}

/** Letters of the checksum that a file begins with. */
const SUM = 8;

function checksum(body: Buffer): string {
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
