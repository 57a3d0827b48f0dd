import type { Download } from './download.ts';
import { ImportProblem } from './problem.ts';
import { readTable } from './table.ts';

/** The major groups of the International Standard Classification of Occupations 2008, by the first digit of a code. */
const MAJOR_GROUPS = [
  'Armed forces',
  'Managers',
  'Professionals',
  'Technicians and associate professionals',
  'Clerical support workers',
  'Service and sales workers',
  'Skilled agricultural, forestry and fishery workers',
  'Craft and related trades workers',
  'Plant and machine operators and assemblers',
  'Elementary occupations',
];

/** The family of an ISCO code of four digits. */
export function readIscoGroup(code: string): string {
  return MAJOR_GROUPS[Number(code[0])] ?? 'Other';
}

const MATCHES = ['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'exactISCO'] as const;

/** The crosswalk of September 2022 names 2,607 of the 3,039 occupations of ESCO 1.2.0: 86 of a hundred. */
const LEAST_NAMED = 0.8;

/**
 * The O*NET codes that the official crosswalk gives as the same as an ESCO occupation, by URI. Its header stands on line
 * 17. Close, broader and narrower matches are not the same and are left alone. Undefined without the file.
 * @throws ImportProblem where it names so few of the occupations that it must be cut off.
 */
export async function readCrosswalk(
  download: Download,
  known: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const file = await download.find('crosswalk_esco_onet.csv');
  if (file === undefined) return undefined;
  const columns = ['O*NET Id', 'ESCO or ISCO URI', 'Type of Match'];
  const same = new Map<string, string[]>();
  const named = new Set<string>();
  for await (const row of readTable(download, file, { columns, headerLine: 17 })) {
    const code = row.onetCode('O*NET Id');
    const uri = row.matching(
      'ESCO or ISCO URI',
      /^http:\/\/data\.europa\.eu\/esco\//,
      'http://data.europa.eu/esco/…',
    );
    if (known.has(uri)) named.add(uri);
    if (row.oneOf('Type of Match', MATCHES) !== 'exactMatch') continue;
    same.set(uri, [...(same.get(uri) ?? []), code].toSorted());
  }
  if (named.size < known.size * LEAST_NAMED)
    throw new ImportProblem(
      { file: file.name },
      `names ${named.size} of ${known.size} occupations, and the publisher's names nearly nine of ten: the file is cut off, so download it again`,
    );
  return same;
}
