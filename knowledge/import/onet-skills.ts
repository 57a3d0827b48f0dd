import { checkGroups, type Given, type Known, occupationCode } from './onet-checks.ts';
import type { Download, DownloadedFile } from './download.ts';
import type { SkillsInput } from './pack-parts.ts';
import { ImportProblem } from './problem.ts';
import { readTable } from './table.ts';

type SkillUse = SkillsInput['items'][number];
const YES_NO = ['Y', 'N'] as const;

/** The file of technology by its name since release 30.3 and by that before, and the column of the name in each. */
const TECHNOLOGY = [
  { file: 'Software Skills', column: 'Workplace Example' },
  { file: 'Technology Skills', column: 'Example' },
] as const;

/**
 * Technology by occupation: "in demand" (asked for in the occupation's own advertisements) is essential, "hot" (asked
 * for in advertisements at large) is important, the rest is listed. Undefined without `Software Skills.txt` or `Technology Skills.txt`.
 */
export async function readTechnology(
  download: Download,
  known: Known,
): Promise<Given<SkillsInput> | undefined> {
  const found = await technologyFile(download);
  if (found === undefined) return undefined;
  const { file, column } = found;
  const columns = ['O*NET-SOC Code', column, 'Hot Technology', 'In Demand'];
  const uses = new Map<string, Map<string, SkillUse>>();
  let rows = 0;
  for await (const row of readTable(download, file, { columns })) {
    const code = occupationCode(row, known);
    const hot = row.oneOf('Hot Technology', YES_NO) === 'Y';
    const inDemand = row.oneOf('In Demand', YES_NO) === 'Y';
    const name = row.text(column);
    const priority = inDemand ? 'essential' : hot ? 'important' : 'listed';
    const own = uses.get(code) ?? new Map<string, SkillUse>();
    uses.set(code, own.set(name, priority === 'listed' ? { name } : { name, priority }));
    rows++;
  }
  checkGroups(uses, known, file.name);
  const lists = [...uses].map(([code, own]): [string, SkillsInput] => {
    const items = [...own.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return [code, { heading: `Technology of ${known.get(code)?.title ?? code}`, items }];
  });
  return { byCode: new Map(lists), rows, notes: [] };
}

async function technologyFile(download: Download) {
  for (const { file: name, column } of TECHNOLOGY) {
    const file = await download.find(`${name}.txt`, `${name}.csv`);
    if (file !== undefined) return { file, column };
  }
  return undefined;
}

/** The files of general skills: two since release 30.3, one before. */
const SKILLS = ['Essential Skills', 'Transferable Skills', 'Skills'] as const;

/** General skills of less importance than this, on the publisher's scale of 1 to 5 ("important"), are left out. */
const LEAST = 3;

/** How an occupation is rated on a skill; 0 where the publisher suggests to suppress a rating. */
interface Rating {
  importance: number;
  level: number;
}

/** Ratings by code and name of the skill. */
type Ratings = Map<string, Map<string, Rating>>;

/**
 * General skills by occupation with their importance, 1 to 5, and level, 0 to 7, the most important first. Left out,
 * and counted: importance below 3, and what the publisher itself suggests to suppress. Undefined without
 * `Skills.txt`, or the two files that it has become.
 */
export async function readSkills(download: Download, known: Known): Promise<Given<SkillsInput> | undefined> {
  const ratings: Ratings = new Map();
  let rows = 0;
  for (const name of SKILLS) {
    const file = await download.find(`${name}.txt`, `${name}.csv`);
    // A folder of one release has either kind.
    if (file === undefined || (name === 'Skills' && rows > 0)) continue;
    rows += await readRatings(download, file, known, ratings);
    checkGroups(ratings, known, file.name);
  }
  if (rows === 0) return undefined;
  const lists = [...ratings].flatMap(([code, own]): [string, SkillsInput][] => {
    const items = important(own);
    const heading = `General skills of ${known.get(code)?.title ?? code}`;
    return items.length === 0 ? [] : [[code, { heading, items }]];
  });
  const rated = [...ratings.values()].reduce((sum, own) => sum + own.size, 0);
  const left = rated - lists.reduce((sum, [, { items }]) => sum + items.length, 0);
  const note = `${left.toLocaleString('en')} general skills are left out: importance below ${LEAST} of 5, or suppression recommended by O*NET.`;
  return { byCode: new Map(lists), rows, notes: left === 0 ? [] : [note] };
}

/** Adds what a file says to `ratings`, and gives its number of rows. */
async function readRatings(
  download: Download,
  file: DownloadedFile,
  known: Known,
  ratings: Ratings,
): Promise<number> {
  const flags = ['Recommend Suppress', 'Not Relevant'];
  const columns = ['O*NET-SOC Code', 'Element Name', 'Scale ID', 'Data Value', ...flags];
  const counts = new Map<string, number>();
  let rows = 0;
  for await (const row of readTable(download, file, { columns })) {
    const code = occupationCode(row, known);
    const own = ratings.get(code) ?? new Map<string, Rating>();
    const name = row.text('Element Name');
    const rating = own.get(name) ?? { importance: 0, level: 0 };
    const scale = row.oneOf('Scale ID', ['IM', 'LV']) === 'IM' ? 'importance' : 'level';
    const value = row.number('Data Value');
    if (flags.every((flag) => row.optional(flag) !== 'Y')) rating[scale] = value;
    ratings.set(code, own.set(name, rating));
    counts.set(code, (counts.get(code) ?? 0) + 1);
    rows++;
  }
  checkComplete(counts, file.name);
  return rows;
}

function important(ratings: ReadonlyMap<string, Rating>): SkillUse[] {
  return [...ratings]
    .filter(([, { importance }]) => importance >= LEAST)
    .toSorted(([a, one], [b, other]) => other.importance - one.importance || (a < b ? -1 : 1))
    .map(([name, { importance, level }]) => {
      const known = level === 0 ? '' : `, level ${level} of 7`;
      return { name, level: `importance ${importance} of 5${known}` };
    });
}

/** Every occupation is rated on the same skills. */
function checkComplete(counts: ReadonlyMap<string, number>, file: string): void {
  const most = Math.max(...counts.values());
  const short = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).find(([, rows]) => rows < most);
  if (short === undefined) return;
  throw new ImportProblem(
    { file },
    `has ${short[1]} rows for ${short[0]} and ${most} for others: the file is cut off, so download it again`,
  );
}
