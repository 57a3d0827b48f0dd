import type { Download, DownloadedFile } from './download.ts';
import { defineImporter } from './importer.ts';
import type { FactsInput, PackParts, PayInput, SourceInput } from './pack-parts.ts';
import { ImportProblem } from './problem.ts';
import type { Row } from './row.ts';
import { familyOf, socCodes } from './soc.ts';
import { readTable } from './table.ts';

const SOURCE = 'oews';
const FILE = /^national_M(\d{4})_dl\.csv$/;
const CREDIT = 'Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics';
const SOC_CODE = /^\d{2}-\d{4}$/;
const GROUPS = ['total', 'major', 'minor', 'broad', 'detailed'] as const;
const COLUMNS = ['AREA', 'I_GROUP', 'OCC_CODE', 'OCC_TITLE', 'O_GROUP', 'TOT_EMP'];
/** How the classification titles what has no class of its own. https://www.bls.gov/soc/2018/soc_2018_class_and_coding_structure.pdf */
const RESIDUAL = /, All Other$/;
const PERCENTILES = [
  ['p10', 'PCT10'],
  ['p25', 'PCT25'],
  ['median', 'MEDIAN'],
  ['p75', 'PCT75'],
  ['p90', 'PCT90'],
] as const;
/** Of a group's employment, the share that its detailed occupations may lack: a few are withheld. */
const WITHHELD = 0.005;

/**
 * OEWS national wages: the percentiles of each detailed occupation become a pay band of every role with a code of that
 * occupation (`15-1252` is meant by `15-1252.00` and every other `15-1252.xx`). Wages a year, or an hour where the
 * publisher gives no others. `#` (at or above the top code) becomes a note and no number; `*` (not available) nothing.
 * The newest year in the folder is read.
 */
export const oews = defineImporter(
  {
    name: 'oews',
    summary: 'Wages in the United States by occupation, five percentiles (BLS, public domain)',
    needs: ['national_M2025_dl.csv (of any year)'],
    uses: [],
    credit: `${CREDIT}.`,
  },
  read,
);

interface Wages {
  readonly code: string;
  readonly title: string;
  readonly employment: number;
  readonly band: PayInput | undefined;
}

async function read(download: Download, today: string): Promise<PackParts> {
  const file = await download.find(FILE);
  if (file === undefined) throw await absent(download);
  const year = Number(FILE.exec(file.name)?.[1]);
  const { detailed, groups } = await readRows(download, file, year);
  if (groups.size > 0) checkEmployment(detailed, groups, file.name);
  const without = detailed.filter(({ band }) => band === undefined);
  const source = sourceOf(year, today);
  return {
    title: source.title,
    sources: [source],
    roles: [],
    facts: detailed.flatMap(({ code, band }): FactsInput[] =>
      band === undefined ? [] : socCodes(code).map((onet) => ({ source: SOURCE, onet, pay: [band] })),
    ),
    counts: { occupations: detailed.length, withWages: detailed.length - without.length, year },
    notes: [
      ...(groups.size === 0
        ? ['The file has no totals, so a part of it may be missing without a sign.']
        : []),
      ...(without.length === 0
        ? []
        : [
            `${without.length} occupations have no median wage in the file and are left out: ${without.map(({ code, title }) => `${code} ${title}`).join('; ')}.`,
          ]),
    ],
  };
}

async function absent(download: Download): Promise<ImportProblem> {
  const workbook = await download.find(/^national_M\d{4}_dl\.xlsx$/).catch(() => true);
  const advice =
    workbook === undefined
      ? 'download the national file from https://www.bls.gov/oes/tables.htm and save it as "CSV UTF-8"'
      : 'open national_M…_dl.xlsx and save it as "CSV UTF-8" under the same name';
  return new ImportProblem(
    undefined,
    `There is no "national_M2025_dl.csv" (or of another year) in ${download.folder}: ${advice}`,
  );
}

async function readRows(download: Download, file: DownloadedFile, year: number) {
  const columns = [...COLUMNS, ...PERCENTILES.flatMap(([, name]) => [`H_${name}`, `A_${name}`])];
  const detailed = new Map<string, Wages>();
  const groups = new Map<string, number>();
  for await (const row of readTable(download, file, { columns })) {
    if (row.text('AREA') !== '99' || row.text('I_GROUP') !== 'cross-industry')
      throw row.wrong(
        'AREA',
        'is not the whole country, all industries together: this importer reads the national file',
      );
    const code = row.matching('OCC_CODE', SOC_CODE, '15-2051');
    const group = row.oneOf('O_GROUP', GROUPS);
    const title = row.text('OCC_TITLE');
    const employment = figure(row, 'TOT_EMP') ?? 0;
    if (group === 'major') groups.set(code.slice(0, 2), employment);
    if (group !== 'detailed') continue;
    if (detailed.has(code)) throw row.wrong('OCC_CODE', `has ${code} a second time: download the file again`);
    detailed.set(code, { code, title, employment, band: bandOf(row, year, { code, title, employment }) });
  }
  return { detailed: [...detailed.values()], groups };
}

/** A number; undefined for `*` (not available), `**` (employment not available), `#` (top code) and an empty cell. */
function figure(row: Row, column: string): number | undefined {
  const text = row.optional(column);
  return text === '' || /^(\*{1,2}|#|~)$/.test(text) ? undefined : row.number(column);
}

function bandOf(
  row: Row,
  year: number,
  { code, title, employment }: Omit<Wages, 'band'>,
): PayInput | undefined {
  const per =
    figure(row, 'A_MEDIAN') !== undefined || figure(row, 'H_MEDIAN') === undefined ? 'year' : 'hour';
  const column = (name: string) => `${per === 'year' ? 'A' : 'H'}_${name}`;
  const figures = PERCENTILES.flatMap(([key, name]) => {
    const value = figure(row, column(name));
    return value === undefined ? [] : [[key, value] as const];
  });
  const top = PERCENTILES.filter(([, name]) => row.optional(column(name)) === '#').map(([key]) => key);
  if (figures.every(([key]) => key !== 'median')) return undefined;
  const people = employment === 0 ? '' : `; ${employment.toLocaleString('en')} employed`;
  const topped =
    top.length === 0 ? '' : `; ${top.join(', ')} at or above the top code, which BLS does not print`;
  return {
    level: 'all',
    title,
    basis: 'wage',
    currency: 'USD',
    region: 'US',
    per,
    ...Object.fromEntries(figures),
    period: { year, month: 5, printed: `May ${year}` },
    ...(RESIDUAL.test(title) ? { residual: true } : {}),
    note: `One figure for all of SOC ${code}${people}${topped}`,
  };
}

/**
 * Each major group states its employment, and its detailed occupations add up to it.
 * @throws ImportProblem where they do not: rows are missing.
 */
function checkEmployment(
  detailed: readonly Wages[],
  groups: ReadonlyMap<string, number>,
  file: string,
): void {
  const sums = new Map<string, number>();
  for (const { code, employment } of detailed)
    sums.set(code.slice(0, 2), (sums.get(code.slice(0, 2)) ?? 0) + employment);
  for (const [group, stated] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = sums.get(group) ?? 0;
    if (sum >= stated * (1 - WITHHELD)) continue;
    throw new ImportProblem(
      { file },
      `has occupations of "${familyOf(group) ?? group}" (codes from ${group}-) for ${sum.toLocaleString('en')} of ${stated.toLocaleString('en')} people: rows are missing, so download the file again`,
    );
  }
}

function sourceOf(year: number, today: string): SourceInput {
  return {
    id: SOURCE,
    name: `BLS wages, May ${year}`,
    title: `Occupational Employment and Wage Statistics, national, May ${year}`,
    publisher: 'U.S. Bureau of Labor Statistics',
    url: 'https://www.bls.gov/oes/',
    licence: 'US public domain',
    credit: `${CREDIT}, May ${year}.`,
    // The wages of a May come out in the spring after it.
    published: { year: year + 1, printed: `${year + 1}` },
    nextRelease: { year: year + 2, month: 5, printed: `spring ${year + 2}` },
    retrieved: today,
    reviewBy: `${year + 2}-06-30`,
    payMeans:
      'Base wages that employers pay their employees, from a survey of establishments: no equity, overtime or self-employed people. Percentiles of everybody in the SOC occupation, of any experience; a role that is only a part of the occupation has the same figures.',
    methodology: yearsApart(year),
  };
}

function yearsApart(year: number): string {
  const top =
    'Before May 2025 the highest wages were cut off at a top code (printed as #), so p90 does not compare with later years.';
  return year < 2025 ? `${top} This is such a year.` : top;
}
