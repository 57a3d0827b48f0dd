import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { advertisedPay } from '../import/advertised-pay.ts';
import { openDownload } from '../import/download.ts';
import { esco } from '../import/esco.ts';
import { readRoles, type Rung } from '../import/gdad.ts';
import type { Importer, RunOptions } from '../import/importer.ts';
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

/** A publisher's folder in the folder of downloads, as it is called there. */
export const FOLDERS = {
  onet: /^onet|^db_\d/,
  oews: /^oews/,
  projections: /^bls-projections|^projections/,
  esco: /^esco-\d|^esco$/,
  gdad: /^gdad/,
  'advertised-pay': /^advertised-pay/,
} as const;

/**
 * Reads the publishers' downloads, a folder each, in `dir`. Of several releases of one publisher the last by name is read.
 * @throws ImportProblem where one is not there or cannot be read.
 */
export async function readReleases(dir: string, options: RunOptions): Promise<Releases> {
  const folders = (await readdir(dir)).toSorted();
  const folderOf = (name: keyof typeof FOLDERS): string => {
    const found = folders.findLast((folder) => FOLDERS[name].test(folder));
    if (found !== undefined) return join(dir, found);
    throw new ImportProblem(
      undefined,
      `There is no folder of ${name} in ${dir}: download it, and name its folder so`,
    );
  };
  const byOnet = async (importer: Importer, name: 'oews' | 'projections') =>
    byKey(await importer.read(folderOf(name), options), ({ onet = '' }) => [onet]);
  return {
    onet: await readOnet(await openDownload(folderOf('onet'), options.progress)),
    wages: await byOnet(oews, 'oews'),
    projections: await byOnet(projections, 'projections'),
    esco: byKey(await esco.read(folderOf('esco'), options), ({ esco: uri = '' }) => [uri]),
    gdad: (await readRoles(await openDownload(folderOf('gdad'), options.progress))).roles,
    advertised: byKey(
      await advertisedPay.read(folderOf('advertised-pay'), options),
      ({ source, titles = [] }) => titles.map((title) => `${source} ${title}`),
    ),
  };
}

function byKey(
  { facts }: PackParts,
  keys: (line: FactsInput) => readonly string[],
): ReadonlyMap<string, FactsInput> {
  return new Map(facts.flatMap((line) => keys(line).map((key) => [key, line] as const)));
}
