import type { Download } from './download.ts';
import { checkGroups, type Given, type Known, occupationCode } from './onet-checks.ts';
import type { NotesInput } from './pack-parts.ts';
import { ImportProblem } from './problem.ts';
import { readTable } from './table.ts';

/** Job zones by occupation, 1 (little preparation) to 5 (extensive). Undefined without `Job Zones.txt`. */
export async function readJobZones(download: Download, known: Known): Promise<Given<number> | undefined> {
  const file = await download.find('Job Zones.txt', 'Job Zones.csv');
  if (file === undefined) return undefined;
  const byCode = new Map<string, number>();
  for await (const row of readTable(download, file, { columns: ['O*NET-SOC Code', 'Job Zone'] }))
    byCode.set(occupationCode(row, known), Number(row.oneOf('Job Zone', ['1', '2', '3', '4', '5'])));
  checkGroups(byCode, known, file.name);
  return { byCode, rows: byCode.size, notes: [] };
}

const TIERS = ['Primary-Short', 'Primary-Long', 'Supplemental'] as const;

/**
 * The codes of related occupations, nearest first: the publisher's ten primary ones. The supplemental ones are left
 * out, and counted. Undefined without `Related Occupations.txt`.
 */
export async function readRelated(
  download: Download,
  known: Known,
): Promise<Given<readonly string[]> | undefined> {
  const file = await download.find('Related Occupations.txt', 'Related Occupations.csv');
  if (file === undefined) return undefined;
  const columns = ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'];
  const found = new Map<string, { code: string; index: number; supplemental: boolean }[]>();
  for await (const row of readTable(download, file, { columns })) {
    const own = occupationCode(row, known);
    const code = occupationCode(row, known, 'Related O*NET-SOC Code');
    const supplemental = row.oneOf('Relatedness Tier', TIERS) === 'Supplemental';
    const list = found.get(own) ?? [];
    list.push({ code, index: row.number('Index'), supplemental });
    found.set(own, list);
  }
  checkGroups(found, known, file.name);
  checkIndexes(found, file.name);
  const all = [...found.values()].flat();
  const left = all.filter(({ supplemental }) => supplemental).length;
  const byCode = new Map(
    [...found].map(([code, list]) => [
      code,
      list
        .filter(({ supplemental }) => !supplemental)
        .toSorted((a, b) => a.index - b.index)
        .map((related) => related.code),
    ]),
  );
  const note = `${left.toLocaleString('en')} supplemental related occupations are left out; the ten nearest of each are kept.`;
  return { byCode, rows: all.length, notes: left === 0 ? [] : [note] };
}

function byCodes([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The related occupations of each are numbered from 1, without gaps. */
function checkIndexes(found: ReadonlyMap<string, readonly { readonly index: number }[]>, file: string): void {
  const short = [...found]
    .toSorted(byCodes)
    .find(([, list]) => Math.max(...list.map(({ index }) => index)) !== list.length);
  if (short === undefined) return;
  throw new ImportProblem(
    { file },
    `has rows missing among those of ${short[0]}, whose Index does not run from 1 to ${short[1].length}: download the file again`,
  );
}

/** The levels of education, by the number that the publisher gives them, in short. */
const EDUCATION = [
  'less than high school',
  'high school',
  'post-secondary certificate',
  'some college',
  "associate's degree",
  "bachelor's degree",
  'post-baccalaureate certificate',
  "master's degree",
  "post-master's certificate",
  'first professional degree',
  'doctoral degree',
  'post-doctoral training',
];
const LEVEL_OF_EDUCATION = 'RL';
/** Answers that fewer than this many of a hundred give are left out. */
const LEAST_SHARE = 5;

/**
 * The education that people in an occupation say is required, by share of their answers, most frequent first. Work
 * experience and training, which the same file has, are not read. Undefined without the file.
 */
export async function readEducation(
  download: Download,
  known: Known,
): Promise<Given<NotesInput> | undefined> {
  const file = await download.find(
    'Education, Training, and Experience.txt',
    'Education, Training, and Experience.csv',
  );
  if (file === undefined) return undefined;
  const columns = ['O*NET-SOC Code', 'Scale ID', 'Category', 'Data Value', 'Recommend Suppress'];
  const shares = new Map<string, { level: string; share: number; kept: boolean }[]>();
  for await (const row of readTable(download, file, { columns })) {
    const code = occupationCode(row, known);
    const share = row.number('Data Value');
    if (row.text('Scale ID') !== LEVEL_OF_EDUCATION) continue;
    const level = EDUCATION[row.number('Category') - 1];
    if (level === undefined)
      throw row.wrong('Category', `is not one of the ${EDUCATION.length} levels of education`);
    const list = shares.get(code) ?? [];
    list.push({ level, share, kept: share >= LEAST_SHARE && row.optional('Recommend Suppress') !== 'Y' });
    shares.set(code, list);
  }
  checkGroups(shares, known, file.name);
  checkSums(shares, file.name);
  const byCode = new Map([...shares].flatMap(([code, list]) => educationNote(code, list, known)));
  const left = [...shares.values()].flat().filter(({ kept, share }) => !kept && share > 0).length;
  const note = `${left.toLocaleString('en')} shares of education are left out: under ${LEAST_SHARE}%, or suppression recommended by O*NET.`;
  return { byCode, rows: shares.size, notes: left === 0 ? [] : [note] };
}

function educationNote(
  code: string,
  list: readonly { readonly level: string; readonly share: number; readonly kept: boolean }[],
  known: Known,
): [string, NotesInput][] {
  const items = list
    .filter(({ kept }) => kept)
    .toSorted((a, b) => b.share - a.share || (a.level < b.level ? -1 : 1))
    .map(({ level, share }) => `${level} ${Math.round(share)}%`);
  if (items.length === 0) return [];
  return [
    [
      code,
      { heading: `Education required of ${known.get(code)?.title ?? code}, by share of answers`, items },
    ],
  ];
}

/** The shares of an occupation are of a hundred. */
function checkSums(shares: ReadonlyMap<string, readonly { readonly share: number }[]>, file: string): void {
  const short = [...shares]
    .map(([code, list]) => ({ code, sum: list.reduce((total, { share }) => total + share, 0) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .find(({ sum }) => Math.abs(sum - 100) > 1);
  if (short === undefined) return;
  throw new ImportProblem(
    { file },
    `has shares of education for ${short.code} that add up to ${short.sum.toFixed(1)}%, not 100: rows are missing, so download the file again`,
  );
}
