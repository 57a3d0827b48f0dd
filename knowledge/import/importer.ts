import { type Download, openDownload } from './download.ts';
import type { PackParts } from './pack-parts.ts';
import { preparePlace, writePack } from './pack-place.ts';
import { ImportProblem } from './problem.ts';

/** How an import is run. */
export interface RunOptions {
  /** Hears one line about each file as it is read: `Alternate Titles.txt: 20,000 rows`. */
  readonly progress: (line: string) => void;
  /** The day to write down as the day of retrieval, `2026-11-21`. Default: today, in this machine's zone. */
  readonly today?: string;
}

/** What an import did. */
export interface Summary {
  /** The pack's folder, as it was given. */
  readonly pack: string;
  /** How many of what are in the pack: `{occupations: 1016, titles: 56560}`. */
  readonly counts: Readonly<Record<string, number>>;
  /** What was absent, left out or doubtful, a sentence each. */
  readonly notes: readonly string[];
  /** The credit line that the licence asks for. */
  readonly credit: string;
}

/** Turns a publisher's own download into a pack. */
export interface Importer {
  readonly name: string;
  /** What it brings, in a line. */
  readonly summary: string;
  /** The files that the folder must hold. */
  readonly needs: readonly string[];
  /** The files that are read where they are there. */
  readonly uses: readonly string[];
  /** The credit line that the licence asks for. The one in the summary names the release. */
  readonly credit: string;
  /**
   * Reads the download in `dir`.
   * @throws ImportProblem with a sentence for people.
   */
  read(dir: string, options: RunOptions): Promise<PackParts>;
  /**
   * Reads the download in `dir` and writes the pack `out`, a folder that is not there yet, is empty, or is a pack that
   * this importer wrote, which is replaced once the new one is complete.
   * @throws ImportProblem with a sentence for people; `out` is then as it was before.
   */
  run(dir: string, out: string, options: RunOptions): Promise<Summary>;
}

type About = Omit<Importer, 'read' | 'run'>;

/** What a publisher's files are read into. `today` is the day of retrieval. */
type Read = (download: Download, today: string) => Promise<PackParts>;

/** Makes an importer of what it needs and of how it reads. */
export function defineImporter(about: About, read: Read): Importer {
  const readParts: Importer['read'] = async (dir, { progress, today = todayHere() }) => {
    const download = await openDownload(dir, progress);
    return read(download, today).catch((error: unknown) => {
      throw withEnd(error, download.ends);
    });
  };
  return {
    ...about,
    read: readParts,
    async run(dir, out, { progress, today = todayHere() }) {
      await preparePlace(out, about.name);
      const parts = await readParts(dir, { progress, today });
      progress(`writing ${out}`);
      await writePack(out, { importer: about.name, imported: today, ...parts });
      const credit = parts.sources[0]?.credit ?? about.credit;
      return { pack: out, counts: parts.counts, notes: parts.notes, credit };
    },
  };
}

function todayHere(): string {
  return Temporal.Now.plainDateISO().toString();
}

/** What is missing from a file has no line of its own: the sentence then says where the file ends. */
function withEnd(error: unknown, ends: ReadonlyMap<string, number>): unknown {
  if (!(error instanceof ImportProblem) || error.place === undefined) return error;
  const end = ends.get(error.place.file);
  if (error.place.line !== undefined || end === undefined) return error;
  return new ImportProblem({ ...error.place, end }, error.sentence, { cause: error });
}
