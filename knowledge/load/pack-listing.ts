import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { compareText, type Finding, wholeFile } from '../finding.ts';
import { type Kind, pathFields } from '../kinds/define.ts';
import { id } from '../kinds/fields.ts';
import { KINDS } from '../kinds/index.ts';
import { type Translation, TRANSLATIONS } from '../scales.ts';

/** The folders of a pack that hold one file per entry. */
const FOLDERS = new Set(KINDS.map(folderOf));
const FOLDER_NAMES = [...FOLDERS].map((name) => `${name}/`).join(', ');

/** Files about a pack that hold no facts. */
const ABOUT = /^((README|LICENSE|NOTICE|CHANGELOG)(\.(md|txt))?|pack\.yaml)$/;

/** A file of a pack and what its place says about it. */
export interface PackFile {
  readonly pack: number;
  readonly path: string;
  readonly kind: Kind;
  /** The fields that the file's path gives; none where the file holds an entry a line. */
  readonly given?: Readonly<Record<string, string>>;
  /** The language that the file says texts of the entry in. */
  readonly language?: Translation;
}

/** The files of a pack, in the order of their names, and everything in it that does not belong there. */
export interface PackListing {
  readonly files: readonly PackFile[];
  readonly findings: readonly Finding[];
}

/**
 * Lists the pack in `folder`. Hidden files are left alone; anything else that is not a kind of file that a pack holds
 * is an error, so that no fact is lost to a wrong name. Links are never followed.
 */
export async function listPack(folder: string, pack: number): Promise<PackListing> {
  const files: PackFile[] = [];
  const findings: Finding[] = [];
  for (const found of await walk(folder, '')) {
    const path = join(folder, found.path);
    const placed = found.problem ?? place(found.path);
    if (typeof placed === 'string') findings.push(wholeFile(path, placed));
    else if (placed !== null) files.push({ ...placed, pack, path });
  }
  return { files, findings };
}

interface FoundFile {
  readonly path: string;
  readonly problem?: string;
}

/** Every file below `folder`, in the order of the names. */
async function walk(folder: string, below: string): Promise<FoundFile[]> {
  let children: Dirent[];
  try {
    children = await readdir(join(folder, below), { withFileTypes: true });
  } catch (error) {
    return [{ path: below, problem: unreadable(error) }];
  }
  const shown = children.filter(({ name }) => !name.startsWith('.'));
  const found = shown
    .toSorted((a, b) => compareText(a.name, b.name))
    .map(async (child) => {
      const path = posix.join(below, child.name);
      if (child.isDirectory()) return walk(folder, path);
      return child.isFile() ? [{ path }] : [{ path, problem: NOT_A_FILE }];
    });
  return (await Promise.all(found)).flat();
}

const NOT_A_FILE = 'is a link or a device, and a pack holds plain files only: put the file itself here';

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'there is no such folder: make it, or take it out of the list of packs';
  if (code === 'ENOTDIR') return 'is a file, and a pack is a folder: name the folder that holds it';
  return `cannot be read (${String(code)}): allow this user to read it`;
}

type Placed = Omit<PackFile, 'pack' | 'path'>;

/** What the path below the pack's folder makes of a file; null for files that hold no facts; or what is wrong. */
function place(path: string): Placed | string | null {
  const steps = path.split('/');
  const [first = ''] = steps;
  if (steps.length === 1) return placeAtTop(first);
  const kinds = KINDS.filter((kind) => folderOf(kind) === first);
  if (kinds.length === 0) return `is in no folder that a pack has: use ${FOLDER_NAMES}`;
  const kind = kinds.find(({ path: pattern }) => pattern.split('/').length === steps.length);
  return kind === undefined ? misplaced(kinds, steps.length) : placeIn(kind, steps);
}

function placeAtTop(name: string): Placed | string | null {
  if (ABOUT.test(name)) return null;
  const kind = KINDS.find(({ lines }) => lines?.file === name);
  if (kind !== undefined) return { kind };
  return `is no file that a pack holds: move it into one of ${FOLDER_NAMES}, or out of the pack`;
}

function misplaced(kinds: readonly Kind[], depth: number): string {
  const holds = kinds.map((kind) => kind.path.slice(folderOf(kind).length + 1)).join(' and ');
  const deepest = Math.max(...kinds.map(({ path }) => path.split('/').length));
  const where = depth > deepest ? 'is too deep' : 'is in the wrong place';
  return `${where}: ${kinds.map(folderOf)[0]}/ holds ${holds} only`;
}

/** A file in the place of a kind: its folders' and its own name are fields of the entry. */
function placeIn(kind: Kind, steps: readonly string[]): Placed | string {
  const file = steps.at(-1) ?? '';
  if (!file.endsWith('.yaml')) return 'is not a .yaml file: rename it, or move it out of the pack';
  const [name = '', language] = kind.translated ? file.slice(0, -5).split(/\.(.*)/) : [file.slice(0, -5)];
  const values = [...steps.slice(1, -1), name];
  const bad = values.flatMap((value) => value.split('--')).find((part) => !id.safeParse(part).success);
  if (bad !== undefined)
    return `"${bad}" cannot be an id: name the file with lower-case words joined by hyphens`;
  const given = Object.fromEntries(pathFields(kind).map((field, i) => [field, values[i] ?? '']));
  if (language === undefined) return { kind, given };
  const known = TRANSLATIONS.find((each) => each === language);
  if (known !== undefined) return { kind, given, language: known };
  return `"${language}" is no language that texts are translated into: use ${TRANSLATIONS.join(', ')}`;
}

/** The folder of a pack that holds a kind's files. */
function folderOf({ path }: Kind): string {
  return path.split('/', 1)[0] ?? '';
}
