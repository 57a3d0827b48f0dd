import type { Download } from './download.ts';
import { checkGroups, type Given, type Known, occupationCode } from './onet-checks.ts';
import { ImportProblem } from './problem.ts';
import { familyOf } from './soc.ts';
import { readTable } from './table.ts';
import { distinctTitles, expansions } from './titles.ts';

const ADVICE = 'download the database as text from https://www.onetcenter.org/database.html and unpack it';
const OCCUPATIONS = 'Occupation Data.txt';
/** The titles of occupations, by the name of the file since release 30.3 and by that before, and of the column in each. */
const TITLES = [
  { file: 'Job Titles', column: 'Job Title' },
  { file: 'Alternate Titles', column: 'Alternate Title' },
] as const;

/** An occupation while its files are read. */
export interface Occupation {
  readonly code: string;
  readonly title: string;
  readonly family: string;
  /** Its alternate titles as printed and what their brackets stand for, in the order of their letters. */
  readonly aliases: readonly string[];
}

/** The occupations by code, in the order of their codes, and how many rows of titles there were. */
export interface Occupations {
  readonly byCode: ReadonlyMap<string, Occupation>;
  readonly titleRows: number;
}

/**
 * Reads the two files that there must be.
 * @throws ImportProblem where a title is of an occupation that is not there, or an occupation has no title: one of the
 * two files is cut off, or they are of two releases.
 */
export async function readOccupations(download: Download): Promise<Occupations> {
  const named = await readNames(download);
  const titles = new Map(
    [...named.keys()].map((code) => [code, { printed: new Set<string>(), meant: [] as string[] }]),
  );
  const { file, column } = await titlesFile(download);
  let titleRows = 0;
  for await (const row of readTable(download, file, {
    columns: ['O*NET-SOC Code', column, 'Short Title'],
  })) {
    const own = titles.get(occupationCode(row, named));
    const title = row.text(column);
    own?.printed.add(title);
    own?.meant.push(...expansions(title, row.optional('Short Title')));
    titleRows++;
  }
  const found = [...named].map(([code, title]): [string, Occupation] => {
    const { printed, meant } = titles.get(code) ?? { printed: new Set<string>(), meant: [] };
    if (printed.size === 0) throw untitled(code, title, file.name);
    const aliases = distinctTitles([...printed, ...meant], title);
    return [code, { code, title, family: familyOf(code) ?? 'Other', aliases }];
  });
  return { byCode: new Map(found.toSorted(([a], [b]) => (a < b ? -1 : 1))), titleRows };
}

async function titlesFile(download: Download) {
  for (const { file: name, column } of TITLES) {
    const file = await download.find(`${name}.txt`, `${name}.csv`);
    if (file !== undefined) return { file, column };
  }
  throw absentTitles(download.folder);
}

function absentTitles(folder: string): ImportProblem {
  const [now, before] = TITLES.map(({ file }) => `"${file}.txt"`);
  return new ImportProblem(undefined, `There is no ${before} and no ${now} in ${folder}: ${ADVICE}`);
}

async function readNames(download: Download): Promise<Map<string, string>> {
  const file = await download.need(ADVICE, OCCUPATIONS, 'Occupation Data.csv');
  const named = new Map<string, string>();
  for await (const row of readTable(download, file, {
    columns: ['O*NET-SOC Code', 'Title', 'Description'],
  })) {
    const code = row.onetCode('O*NET-SOC Code');
    if (familyOf(code) === undefined)
      throw row.wrong(
        'O*NET-SOC Code',
        `is "${code}", and no major group of occupations begins with ${code.slice(0, 2)}`,
      );
    if (named.has(code))
      throw row.wrong('O*NET-SOC Code', `has ${code} a second time: download the file again`);
    named.set(code, row.text('Title'));
  }
  return named;
}

/** Titles by code that people in an occupation gave as their own: some of its alternate titles. */
export async function readReported(
  download: Download,
  known: Known,
): Promise<Given<ReadonlySet<string>> | undefined> {
  const file = await download.find('Sample of Reported Titles.txt', 'Sample of Reported Titles.csv');
  if (file === undefined) return undefined;
  const byCode = new Map<string, Set<string>>();
  let rows = 0;
  for await (const row of readTable(download, file, { columns: ['O*NET-SOC Code', 'Reported Job Title'] })) {
    const code = occupationCode(row, known);
    byCode.set(code, (byCode.get(code) ?? new Set()).add(row.text('Reported Job Title')));
    rows++;
  }
  checkGroups(byCode, known, file.name);
  return { byCode, rows, notes: [] };
}

function untitled(code: string, title: string, file: string): ImportProblem {
  return new ImportProblem(
    { file },
    `has no title for ${code} ${title}, and the publisher gives every occupation some: the file is cut off, so download it again`,
  );
}
