import type { Download } from './download.ts';
import { checkGroups, type Given, type Known, occupationCode } from './onet-checks.ts';
import type { SkillsInput } from './pack-parts.ts';
import { ImportProblem } from './problem.ts';
import { readTable } from './table.ts';

type SkillUse = SkillsInput['items'][number];
const YES_NO = ['Y', 'N'] as const;

/**
 * Technology by occupation: "in demand" (asked for in the occupation's own advertisements) is important, "hot" (asked
 * for in advertisements at large) is recommended, the rest is listed. Undefined without `Technology Skills.txt`.
 */
export async function readTechnology(
  download: Download,
  known: Known,
): Promise<Given<SkillsInput> | undefined> {
  const file = await download.find('Technology Skills.txt', 'Technology Skills.csv');
  if (file === undefined) return undefined;
  const columns = ['O*NET-SOC Code', 'Example', 'Hot Technology', 'In Demand'];
  const uses = new Map<string, Map<string, SkillUse>>();
  let rows = 0;
  for await (const row of readTable(download, file, { columns })) {
    const code = occupationCode(row, known);
    const hot = row.oneOf('Hot Technology', YES_NO) === 'Y';
    const inDemand = row.oneOf('In Demand', YES_NO) === 'Y';
    const name = row.text('Example');
    const own = uses.get(code) ?? new Map<string, SkillUse>();
    uses.set(
      code,
      own.set(
        name,
        inDemand ? { name, priority: 'important' } : hot ? { name, priority: 'recommended' } : { name },
      ),
    );
    rows++;
  }
  checkGroups(uses, known, file.name);
  return { byCode: lists(uses, known, 'Technology', byName), rows, notes: [] };
}

/** From this importance on the publisher's scale of 1 to 5 a skill is important ("very important" there). */
const IMPORTANT = 4;
/** And from this it is recommended ("important" there). */
const RECOMMENDED = 3;

interface Rating {
  importance?: number;
  level?: number;
}

/**
 * General skills by occupation with their importance, 1 to 5, and level, 0 to 7. Left out, and counted: importance
 * below 3, and what the publisher itself suggests to suppress. Undefined without `Skills.txt` or `Skills.csv`.
 */
export async function readSkills(download: Download, known: Known): Promise<Given<SkillsInput> | undefined> {
  const file = await download.find('Skills.txt', 'Skills.csv');
  if (file === undefined) return undefined;
  const columns = [
    'O*NET-SOC Code',
    'Element Name',
    'Scale ID',
    'Data Value',
    'Recommend Suppress',
    'Not Relevant',
  ];
  const ratings = new Map<string, Map<string, Rating>>();
  const counted = new Map<string, number>();
  let rows = 0;
  for await (const row of readTable(download, file, { columns })) {
    const code = occupationCode(row, known);
    const own = ratings.get(code) ?? new Map<string, Rating>();
    ratings.set(code, own);
    const name = row.text('Element Name');
    const rating = own.get(name) ?? {};
    own.set(name, rating);
    const importance = row.oneOf('Scale ID', ['IM', 'LV']) === 'IM';
    const value = row.number('Data Value');
    rows++;
    counted.set(code, (counted.get(code) ?? 0) + 1);
    if (row.optional('Recommend Suppress') === 'Y' || row.optional('Not Relevant') === 'Y') continue;
    rating[importance ? 'importance' : 'level'] = value;
  }
  checkGroups(ratings, known, file.name);
  checkComplete(counted, file.name);
  const uses = new Map([...ratings].map(([code, own]) => [code, new Map([...own].flatMap(rated))]));
  const kept = [...uses.values()].reduce((sum, own) => sum + own.size, 0);
  const all = [...ratings.values()].reduce((sum, own) => sum + own.size, 0);
  const left = `${(all - kept).toLocaleString('en')} skills are left out: importance below ${RECOMMENDED} of 5, or suppression recommended by O*NET.`;
  return { byCode: lists(uses, known, 'Skills', byPriorityAndLevel), rows, notes: all > kept ? [left] : [] };
}

function rated([name, { importance = 0, level }]: [string, Rating]): [string, SkillUse][] {
  if (importance < RECOMMENDED) return [];
  const said = `importance ${importance} of 5${level === undefined ? '' : `, level ${level} of 7`}`;
  return [[name, { name, priority: importance >= IMPORTANT ? 'important' : 'recommended', level: said }]];
}

function lists(
  uses: ReadonlyMap<string, ReadonlyMap<string, SkillUse>>,
  known: Known,
  what: string,
  order: (a: SkillUse, b: SkillUse) => number,
): Map<string, SkillsInput> {
  const made = [...uses].flatMap(([code, own]): [string, SkillsInput][] => {
    const items = [...own.values()].toSorted(order);
    return items.length === 0
      ? []
      : [[code, { heading: `${what}, ${known.get(code)?.title ?? code}`, items }]];
  });
  return new Map(made);
}

function byName(a: SkillUse, b: SkillUse): number {
  return a.name < b.name ? -1 : 1;
}

/** The most important first: the text begins with the number. */
function byPriorityAndLevel(a: SkillUse, b: SkillUse): number {
  const [one, other] = [a, b].map(({ level = '' }) => Number(/[\d.]+/.exec(level)?.[0] ?? 0));
  return (other ?? 0) - (one ?? 0) || byName(a, b);
}

/** Every occupation is rated on the same skills. */
function checkComplete(counted: ReadonlyMap<string, number>, file: string): void {
  const most = Math.max(...counted.values());
  const short = [...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)).find(([, rows]) => rows < most);
  if (short === undefined) return;
  throw new ImportProblem(
    { file },
    `has ${short[1]} rows for ${short[0]} and ${most} for others: the file is cut off, so download it again`,
  );
}
