import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { packFiles } from './pack-files.ts';
import type { PackParts } from './pack-parts.ts';
import { errorCode, ImportProblem } from './problem.ts';

/** What a pack says about itself, in `pack.yaml`: who made it, of what. */
const CARD = 'pack.yaml';

/** A pack with the name of its importer and the day it was made. */
export interface WholePack extends PackParts {
  readonly importer: string;
  readonly imported: string;
}

/**
 * Makes sure that the pack of `importer` may be written to `out`, and puts right what a killed run left beside it.
 * @throws ImportProblem where something else is in `out`.
 */
export async function preparePlace(out: string, importer: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(out)), { recursive: true });
    await recover(resolve(out));
    const present = await entriesOf(out);
    if (present === undefined || present.length === 0) return;
    const maker = present.includes(CARD) ? await makerOf(join(out, CARD)) : undefined;
    if (maker === importer) return;
    const what = maker === undefined ? 'holds other files' : `holds a pack of "import ${maker}"`;
    throw new ImportProblem(
      undefined,
      `${out} ${what}, and an import replaces the whole folder: name a new folder`,
    );
  } catch (error) {
    throw error instanceof ImportProblem ? error : unwritable(out, error);
  }
}

/**
 * Writes the pack beside `out` and moves it there once it is whole and on the disk. The pack that was there is moved
 * aside first and deleted last; a run that is killed between the two moves is put right by the next one.
 */
export async function writePack(out: string, pack: WholePack): Promise<void> {
  const place = resolve(out);
  const fresh = beside(place, 'new');
  const old = beside(place, 'old');
  try {
    await writeFiles(fresh, { [CARD]: stringify(card(pack)), ...packFiles(pack) });
    if ((await entriesOf(place))?.length === 0) await rmdir(place);
    await rename(place, old).catch(unlessAbsent);
    await rename(fresh, place);
    await syncFolder(dirname(place));
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    await recover(place, process.pid).catch(() => undefined);
    throw error instanceof ImportProblem ? error : unwritable(out, error);
  }
}

function card({ importer, imported, title, sources, counts, notes }: WholePack) {
  return {
    name: title,
    madeBy: `rolecall import ${importer}`,
    importer,
    imported,
    sources: sources.map(({ id }) => id).toSorted(),
    licence: sources[0]?.licence,
    credit: sources[0]?.credit,
    counts,
    notes,
  };
}

/** `.onet.new-1234-9f3c` beside `onet`: hidden, so that nobody takes it for a pack; 1234 is the process. */
function beside(place: string, what: 'new' | 'old'): string {
  return join(dirname(place), `.${basename(place)}.${what}-${process.pid}-${randomUUID().slice(0, 4)}`);
}

/** Puts back a pack that was moved aside and not replaced, then deletes what dead runs (or `own`) left. */
async function recover(place: string, own?: number): Promise<void> {
  const folder = dirname(place);
  const prefix = `.${basename(place)}.`;
  const left = (await readdir(folder)).flatMap((name) => {
    const [, what, pid] =
      (name.startsWith(prefix) && /^(new|old)-(\d+)-[0-9a-f]{4}$/.exec(name.slice(prefix.length))) || [];
    const dead = pid !== undefined && (Number(pid) === own || !isRunning(Number(pid)));
    return dead ? [{ path: join(folder, name), what }] : [];
  });
  const aside = left.find(({ what }) => what === 'old');
  if (aside !== undefined && (await entriesOf(place)) === undefined) await rename(aside.path, place);
  for (const { path } of left) await rm(path, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The names in a folder; undefined where there is none. */
async function entriesOf(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function makerOf(path: string): Promise<string | undefined> {
  try {
    const about: unknown = parse(await readFile(path, 'utf8'));
    const maker =
      typeof about === 'object' && about !== null && 'importer' in about ? about.importer : undefined;
    return typeof maker === 'string' ? maker : undefined;
  } catch {
    return undefined;
  }
}

async function writeFiles(
  folder: string,
  files: Readonly<Record<string, Iterable<string> | string>>,
): Promise<void> {
  const folders = new Set([folder]);
  for (const [name, lines] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    folders.add(dirname(path));
    await using file = await open(path, 'wx');
    await file.writeFile(typeof lines === 'string' ? lines : [...lines].join(''));
    await file.sync();
  }
  for (const each of folders) await syncFolder(each);
}

/** Makes the names in a folder durable, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder);
    await handle.sync();
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes(errorCode(error))) throw error;
  }
}

function unlessAbsent(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}

function unwritable(out: string, error: unknown): Error {
  const code = errorCode(error);
  if (code === '') return error instanceof Error ? error : new Error(String(error));
  const why =
    code === 'ENOSPC'
      ? 'the disk is full: free some space'
      : code === 'ENOTDIR' || code === 'EEXIST'
        ? 'a file is in the way: name another folder'
        : `${code}: name a folder that this user may write to`;
  return new ImportProblem(undefined, `${out} cannot be written (${why})`, { cause: error });
}
