import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { advertisedPay } from '../import/advertised-pay.ts';
import { openDownload } from '../import/download.ts';
import { esco } from '../import/esco.ts';
import { readRoles, type Rung } from '../import/gdad.ts';
import type { RunOptions } from '../import/importer.ts';
import { oews } from '../import/oews.ts';
import { type OnetRelease, readOnet } from '../import/onet.ts';
import type { FactsInput, PackParts } from '../import/pack-parts.ts';
import { ImportProblem } from '../import/problem.ts';
import { projections } from '../import/projections.ts';

/** What the publishers say, by the code or name that they say it of. */
export interface Releases {
  readonly onet: OnetRelease;
  readonly wages: ReadonlyMap<string, FactsInput>;
  readonly projections: ReadonlyMap<string, FactsInput>;
  readonly esco: ReadonlyMap<string, FactsInput>;
  /** The rungs of each role of the framework, each with its skills. */
  readonly gdad: ReadonlyMap<string, ReadonlyMap<string, Rung>>;
  readonly advertised: ReadonlyMap<string, FactsInput>;
}

/** Nothing by any publisher. */
export const NO_RELEASES: Releases = {
  onet: {
    occupations: { byCode: new Map(), titleRows: 0 },
    details: {
      reported: undefined,
      zones: undefined,
      related: undefined,
      technology: undefined,
      skills: undefined,
      education: undefined,
    },
  },
  wages: new Map(),
  projections: new Map(),
  esco: new Map(),
  gdad: new Map(),
  advertised: new Map(),
};

/** How each publisher's download is read. */
const READERS = {
  onet: async (dir: string, { progress }: RunOptions) => ({
    onet: await readOnet(await openDownload(dir, progress)),
  }),
  oews: async (dir: string, options: RunOptions) => ({
    wages: byKey(await oews.read(dir, options), ({ onet = '' }) => [onet]),
  }),
  projections: async (dir: string, options: RunOptions) => ({
    projections: byKey(await projections.read(dir, options), ({ onet = '' }) => [onet]),
  }),
  esco: async (dir: string, options: RunOptions) => ({
    esco: byKey(await esco.read(dir, options), ({ esco: uri = '' }) => [uri]),
  }),
  gdad: async (dir: string, { progress }: RunOptions) => ({
    gdad: (await readRoles(await openDownload(dir, progress))).roles,
  }),
  'advertised-pay': async (dir: string, options: RunOptions) => ({
    advertised: byKey(await advertisedPay.read(dir, options), ({ source, titles = [] }) =>
      titles.map((title) => `${source} ${title}`),
    ),
  }),
} satisfies Record<string, (dir: string, options: RunOptions) => Promise<Partial<Releases>>>;

/** A publisher by the name that its importer has. */
export type Publisher = keyof typeof READERS;

/** Reads one publisher's download in `dir`. @throws ImportProblem where it cannot be read. */
export async function readRelease(
  publisher: Publisher,
  dir: string,
  options: RunOptions,
): Promise<Partial<Releases>> {
  return READERS[publisher](dir, options);
}

/** How a publisher's folder is called in the folder of downloads. */
const FOLDERS: readonly (readonly [Publisher, RegExp])[] = [
  ['onet', /^onet|^db_\d/],
  ['oews', /^oews/],
  ['projections', /^bls-projections|^projections/],
  ['esco', /^esco-\d|^esco$/],
  ['gdad', /^gdad/],
  ['advertised-pay', /^advertised-pay/],
];

/**
 * Reads the publishers' downloads, a folder each, in `dir`. Of several releases of one publisher the last by name is read.
 * @throws ImportProblem where one is not there or cannot be read.
 */
export async function readReleases(dir: string, options: RunOptions): Promise<Releases> {
  const folders = (await readdir(dir)).toSorted();
  let releases = NO_RELEASES;
  for (const [publisher, pattern] of FOLDERS) {
    const folder = folders.findLast((name) => pattern.test(name));
    if (folder === undefined)
      throw new ImportProblem(
        undefined,
        `There is no folder of ${publisher} in ${dir}: download it, and name its folder so`,
      );
    releases = { ...releases, ...(await readRelease(publisher, join(dir, folder), options)) };
  }
  return releases;
}

function byKey(
  { facts }: PackParts,
  keys: (line: FactsInput) => readonly string[],
): ReadonlyMap<string, FactsInput> {
  return new Map(facts.flatMap((line) => keys(line).map((key) => [key, line] as const)));
}
