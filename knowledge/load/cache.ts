import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { versions } from 'node:process';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Derived } from '../base.ts';
import type { RefTable } from './evidence.ts';
import type { Content } from './load-checked.ts';
import { digest, lineFor, stateOf } from './file-state.ts';
import { type PackedSkill, packSkills, shareSkills, useReplacer, unpackSkills } from './packed-skills.ts';
import type { Corpus } from '../search/corpus.ts';
import { createVocabulary } from '../search/vocabulary.ts';

/** Facts that passed every check, with what takes long to make of them. */
export interface Checked {
  readonly content: Content;
  readonly derived: Derived;
}

/** As many states of packs as are kept. */
const KEPT = 4;

/** What a file depends on besides the packs: the code that reads and checks facts, its libraries, and V8's way of writing. */
const CODE = join(import.meta.dirname, '..');
/** Of the sources the packages, and of the built form what it was built of. */
const OTHERS = ['../package.json', '../build.json'].map((name) => join(CODE, name));

/** The name under which the facts of packs in this state are kept. */
export function keyOf(packs: readonly string[], state: string): string {
  const files = readdirSync(CODE).filter((name) => name.endsWith('.ts'));
  const folders = ['check', 'kinds', 'load', 'search'].map((name) => join(CODE, name));
  return digest([
    ...packs,
    state,
    stateOf(folders),
    ...files.map((name) => lineFor(join(CODE, name))),
    ...OTHERS.map((path) => lineFor(path)),
    versions.v8,
  ]);
}

/** The first part of a file, in plain JSON, which is read much faster than V8's own form where it holds many objects. */
interface Stored extends Omit<Content, 'occupations' | 'skills' | 'refs'> {
  readonly refs: Omit<RefTable, 'places' | 'packs'>;
  readonly occupations: readonly string[];
  readonly skills: readonly PackedSkill[];
  readonly version: string;
}

/** The second part, in V8's own form, which is read faster where it holds long lists of numbers or names. */
interface StoredLists {
  readonly skillNames: ReadonlyMap<string, number>;
  readonly roleNames: Omit<Corpus, 'vocabulary'>;
  /** The vocabulary, which holds functions, is made of its words anew. */
  readonly words: readonly string[];
  readonly places: RefTable['places'];
}

/** What was kept under this key; undefined where there is nothing, or nothing that can be relied on. */
export function readCache(folder: string, key: string, packs: readonly string[]): Checked | undefined {
  return readChecked(fileFor(folder, key), packs);
}

/** What was written to a file about packs, wherever their folders stood then; undefined where that cannot be relied on. */
export function readChecked(file: string, packs: readonly string[]): Checked | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.toString('latin1', 0, HEX) !== hex(crc32(bytes.subarray(HEAD)))) return undefined;
    const end = Number.parseInt(bytes.toString('latin1', HEX, HEAD), 16);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we wrote it, and it is whole
    const { version, ...stored } = JSON.parse(bytes.toString('latin1', HEAD, end)) as Stored;
    const skills = unpackSkills(stored.skills, stored.entries);
    shareSkills(stored.entries, skills);
    const { places, words, roleNames, skillNames } = readLists(bytes.subarray(end));
    return {
      content: {
        ...stored,
        occupations: new Set(stored.occupations),
        skills,
        refs: { ...stored.refs, packs, places },
      },
      derived: { version, skillNames, roleNames: { ...roleNames, vocabulary: createVocabulary(words) } },
    };
  } catch {
    return undefined;
  }
}

function readLists(bytes: Uint8Array): StoredLists {
  // A copy, since lists of numbers are views of what they are read from, and would keep the whole file in memory.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we wrote it, and it is whole
  return deserialize(new Uint8Array(bytes)) as StoredLists;
}

function writtenLists({ content, derived }: Checked): Buffer {
  const { vocabulary, ...roleNames } = derived.roleNames;
  const stored: StoredLists = {
    skillNames: derived.skillNames,
    roleNames,
    words: vocabulary.words,
    places: content.refs.places,
  };
  return serialize(stored);
}

/** Keeps facts, and removes the oldest. A folder that cannot be written to is no fault. */
export async function writeCache(folder: string, key: string, checked: Checked): Promise<void> {
  await writeAside(folder, fileFor(folder, key), (aside) => writeChecked(aside, checked));
}

/** Keeps what is in a file of checked facts under this key too. */
export async function copyToCache(folder: string, key: string, file: string): Promise<void> {
  await writeAside(folder, fileFor(folder, key), (aside) => copyFile(file, aside));
}

/** Writes a file of a folder of kept facts aside and then renames it. */
async function writeAside(
  folder: string,
  file: string,
  write: (aside: string) => Promise<void>,
): Promise<void> {
  const aside = join(folder, `${randomUUID()}.part`);
  try {
    // Not recursive: Node.js would try for ever below /proc.
    for (const each of [dirname(folder), folder]) if (!existsSync(each)) await mkdir(each);
    await write(aside);
    await rename(aside, file);
    await prune(folder);
  } catch {
    await rm(aside, { force: true }).catch(() => undefined);
  }
}

/** Writes checked facts to a file. */
export async function writeChecked(path: string, checked: Checked): Promise<void> {
  const { content } = checked;
  const { places: _, packs: _packs, ...refs } = content.refs;
  const stored: Stored = {
    ...content,
    refs,
    occupations: [...content.occupations],
    skills: packSkills(content.skills, content.entries),
    version: checked.derived.version,
  };
  await writeParts(path, jsonOf(stored, useReplacer(content.skills)), () => writtenLists(checked));
}

/** Writes both parts piece by piece: whole, all of O*NET would need 80 MB beside what it is made of. */
async function writeParts(path: string, facts: Iterable<string>, names: () => Buffer): Promise<void> {
  const file = await open(path, 'w');
  let [checksum, length] = [0, 0];
  const add = async (bytes: Buffer): Promise<void> => {
    checksum = crc32(bytes, checksum);
    await file.write(bytes, 0, bytes.length, HEAD + length);
    length += bytes.length;
  };
  try {
    for (const piece of facts) await add(Buffer.from(inAscii(piece), 'latin1'));
    const end = HEAD + length;
    await add(names());
    await file.write(hex(checksum) + hex(end), 0, 'latin1');
  } finally {
    await file.close();
  }
}

/** Entries of a list that are written together, and how deep lists are taken apart. */
const TOGETHER = 100;
const DEEPEST = 2;

type Replacer = ReturnType<typeof useReplacer>;

/** The JSON of a value, in pieces. */
function* jsonOf(value: object, replacer: Replacer, depth = 0): Generator<string> {
  let before = Array.isArray(value) ? '[' : '{';
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += TOGETHER) {
      yield before + JSON.stringify(value.slice(at, at + TOGETHER), replacer).slice(1, -1);
      before = ',';
    }
    return yield before === '[' ? '[]' : ']';
  }
  for (const [name, part] of Object.entries(value)) {
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (typeof part === 'object' && part !== null && depth < DEEPEST)
      yield* jsonOf(part, replacer, depth + 1);
    else yield JSON.stringify(part, replacer);
  }
  yield before === '{' ? '{}' : '}';
}

/** JSON with all but ASCII escaped: a text with one dash in it would take two bytes a letter in memory, 20 MB for all of O*NET. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function fileFor(folder: string, key: string): string {
  return join(folder, `knowledge-${key}.kept`);
}

/** A file begins with two numbers: a checksum of what follows them, and the byte at which its first part ends. */
const HEX = 8;
const HEAD = 2 * HEX;

function hex(number: number): string {
  return number.toString(16).padStart(HEX, '0');
}

/** Keeps the newest files, and with them what other processes are writing. */
async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^knowledge-.*\.(kept|json)$|\.part$/.test(name));
  const files = names.map((name) => join(folder, name));
  const written = new Map(
    files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]),
  );
  const newest = files.toSorted((a, b) => (written.get(b) ?? 0) - (written.get(a) ?? 0));
  for (const file of newest.slice(KEPT)) rmSync(file, { force: true });
}
