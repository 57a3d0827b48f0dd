import type { Download } from './download.ts';
import { defineImporter } from './importer.ts';
import type { FactsInput, PackParts, SourceInput } from './pack-parts.ts';
import { ImportProblem } from './problem.ts';
import type { Row } from './row.ts';
import { yearsAfter } from './release.ts';
import { socCodes } from './soc.ts';
import { readTable } from './table.ts';

const SOURCE = 'bls-projections';
const FILE = 'Employment Projections.csv';
const CREDIT = 'Source: U.S. Bureau of Labor Statistics, Employment Projections program.';
/** A spreadsheet's way to keep a text from being read as a number: `="15-2051"`. */
const CODE = /^="(\d{2}-\d{4})"$/;
/** The table has 832 occupations; it has no total that would show that some are missing. */
const FEWEST = 800;

/** The publisher's names of what people usually have learned when they begin. */
const EDUCATION = {
  'No formal educational credential': 'none',
  'High school diploma or equivalent': 'high-school',
  'Some college, no degree': 'some-college',
  'Postsecondary nondegree award': 'postsecondary-award',
  "Associate's degree": 'associate',
  "Bachelor's degree": 'bachelor',
  "Master's degree": 'master',
  'Doctoral or professional degree': 'doctorate',
} as const;

/**
 * BLS employment projections: growth, openings and typical entry education of each occupation, for every role with one
 * of its codes. The file counts jobs in thousands; here they are whole.
 */
export const projections = defineImporter(
  {
    name: 'projections',
    summary: 'Growth and openings in the United States by occupation, ten years ahead (BLS, public domain)',
    needs: [FILE],
    uses: [],
    credit: CREDIT,
  },
  read,
);

/** The years between which the file's columns compare: `Employment 2024`. */
interface Years {
  readonly from: string;
  readonly to: string;
}

async function read(download: Download, today: string): Promise<PackParts> {
  const file = await download.need(
    'open https://data.bls.gov/projections/occupationProj, choose "Download CSV", and keep the name',
    FILE,
  );
  const byCode = new Map<string, FactsInput[]>();
  let years: Years | undefined;
  for await (const row of readTable(download, file, {
    columns: ['Occupation Title', 'Occupation Code', 'Typical Entry-Level Education'],
  })) {
    years ??= yearsOf(row);
    const code = CODE.exec(row.matching('Occupation Code', CODE, '="15-2051"'))?.[1] ?? '';
    if (byCode.has(code))
      throw row.wrong('Occupation Code', `has ${code} a second time: download the file again`);
    byCode.set(code, factsOf(row, code, years));
  }
  if (byCode.size < FEWEST)
    throw new ImportProblem(
      { file: file.name },
      `has ${byCode.size} occupations, and the table has 832: the download was cut off or filtered, so fetch the whole table`,
    );
  const source = sourceOf(years, today);
  return {
    title: source.title,
    sources: [source],
    roles: [],
    facts: [...byCode.values()].flat(),
    counts: { occupations: byCode.size },
    notes: [],
  };
}

function yearsOf(row: Row): Years {
  const names = row.columnNames();
  const [from, to] = names.flatMap((name) => /^Employment (\d{4})$/.exec(name)?.[1] ?? []);
  if (from !== undefined && to !== undefined) return { from, to };
  throw row.problem(
    1,
    'the header has no two columns "Employment 2024" and "Employment 2034" (of any years): this is another table',
  );
}

function factsOf(row: Row, code: string, { from, to }: Years): FactsInput[] {
  const jobs = (column: string) => Math.round(row.number(column) * 1000);
  const change = `Employment Percent Change, ${from}-${to}`;
  const percent = row.number(change);
  const title = row.text('Occupation Title').split(/\s+\* /)[0] ?? '';
  const education = row.oneOf('Typical Entry-Level Education', keysOf(EDUCATION));
  const fact: Omit<FactsInput, 'onet'> = {
    source: SOURCE,
    outlook: [
      {
        growth: { percent, printed: `${row.text(change)}%` },
        period: { year: Number(from), to: Number(to), printed: `${from}–${to.slice(2)}` },
        occupation: title,
        // The source prints thousands.
        openings: {
          number: jobs(`Occupational Openings, ${from}-${to} Annual Average`),
          per: 'year',
          approximate: true,
        },
        employment: [from, to].map((year) => ({ year: Number(year), number: jobs(`Employment ${year}`) })),
        education: { level: EDUCATION[education], printed: education },
        text: `One projection for all of SOC ${code}.`,
      },
    ],
  };
  return socCodes(code).map((onet) => ({ ...fact, onet }));
}

function keysOf<T extends object>(table: T): (keyof T & string)[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Object.keys` has no narrower type
  return Object.keys(table) as (keyof T & string)[];
}

function lateSummer(year: number) {
  return { year, month: 9, printed: `late summer ${year}` };
}

function sourceOf(years: Years | undefined, today: string): SourceInput {
  const { from = '', to = '' } = years ?? {};
  return {
    id: SOURCE,
    name: 'BLS projections',
    title: `Employment Projections, ${from}–${to.slice(2)}`,
    publisher: 'U.S. Bureau of Labor Statistics',
    url: 'https://www.bls.gov/emp/',
    licence: 'US public domain',
    credit: CREDIT,
    // A new decade is projected every year, and comes out in the late summer after its first year.
    ...(years && { published: lateSummer(Number(from) + 1), nextRelease: lateSummer(Number(from) + 2) }),
    retrieved: today,
    reviewBy: years === undefined ? yearsAfter(today, 1) : `${Number(from) + 2}-09-15`,
    methodology:
      'Openings are jobs that growth makes and jobs that people leave, an average of the ten years.',
  };
}
