import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { compareText, type Finding, wholeFile } from '../finding.ts';
import { id as idSchema } from '../schema.ts';

/** What a file holds: one entry, the facts of one source about a role, or (the last two) an entry a line. */
type Kind =
  'role' | 'transition' | 'course' | 'skill' | 'source' | 'prompt' | 'facts' | 'occupation' | 'fact line';

/** The folders of a pack that hold one file per entry, and the kind of entry in each. */
const FOLDERS = new Map<string, Kind>([
  ['roles', 'role'],
  ['transitions', 'transition'],
  ['courses', 'course'],
  ['skills', 'skill'],
  ['sources', 'source'],
  ['prompts', 'prompt'],
]);
const FOLDER_NAMES = [...FOLDERS.keys()].map((name) => `${name}/`).join(', ');

/** A pack's large files, one JSON object a line, and the kind of entry on their lines. */
const LINE_FILES = new Map<string, Kind>([
  ['roles.jsonl', 'occupation'],
  ['facts.jsonl', 'fact line'],
]);

/** Files about a pack that hold no facts. */
const ABOUT = /^((README|LICENSE|NOTICE|CHANGELOG)(\.(md|txt))?|pack\.yaml)$/;

/** A file of a pack and what its place says about it. `name` is its name without the ending. */
export interface PackFile {
  readonly pack: number;
  readonly path: string;
  readonly kind: Kind;
  readonly name: string;
  /** The role that a file of facts is about; the track that a prompt belongs to. */
  readonly role?: string;
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

/** What the path below the pack's folder makes of a file; null for files that hold no facts; or what is wrong. */
function place(path: string): Placed | string | null {
  const [first = '', one, two, ...deeper] = path.split('/');
  if (one === undefined) return placeAtTop(first);
  const kind = FOLDERS.get(first);
  if (kind === undefined) return `is in no folder that a pack has: use ${FOLDER_NAMES}`;
  if (kind === 'prompt') return placePrompt(one, two, deeper);
  if (two === undefined) return withName(one, { kind });
  if (kind === 'role' && deeper.length === 0) return withName(two, { kind: 'facts', role: one });
  return `is too deep: ${first}/ holds ${kind === 'role' ? '<id>.yaml and <id>/<source>.yaml' : '<id>.yaml'} only`;
}

function placePrompt(track: string, name: string | undefined, deeper: readonly string[]): Placed | string {
  if (name === undefined || deeper.length > 0)
    return 'is in the wrong place: prompts/ holds <role or skill>/<id>.yaml';
  return withName(name, { kind: 'prompt', role: track });
}

type Placed = Omit<PackFile, 'pack' | 'path'>;

function placeAtTop(name: string): Placed | string | null {
  if (ABOUT.test(name)) return null;
  const kind = LINE_FILES.get(name);
  return kind === undefined
    ? `is no file that a pack holds: move it into one of ${FOLDER_NAMES}, or out of the pack`
    : { kind, name };
}

function withName(fileName: string, rest: Pick<PackFile, 'kind' | 'role'>): Placed | string {
  if (!fileName.endsWith('.yaml')) return 'is not a .yaml file: rename it, or move it out of the pack';
  const name = fileName.slice(0, -'.yaml'.length);
  const parts = rest.kind === 'transition' ? name.split('--') : [name, rest.role ?? name];
  const bad = parts.find((part) => !idSchema.safeParse(part).success);
  if (bad === undefined) return { ...rest, name };
  return `"${bad}" cannot be an id: name the file with lower-case words joined by hyphens`;
}
