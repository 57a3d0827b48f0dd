import type { Download, DownloadedFile } from './download.ts';
import { defineImporter } from './importer.ts';
import type { FactsInput, PackParts, PayInput, SourceInput } from './pack-parts.ts';
import { percentile } from './percentile.ts';
import { ImportProblem } from './problem.ts';
import { readTable } from './table.ts';

const CREDIT = 'aijobs.net / infosec-jobs.com (foorilla), CC0';
const YEARS = ['2024', '2025'];
const FEWEST = 20;
const LEVELS = { EN: 'entry', MI: 'mid', SE: 'senior', EX: 'lead' } as const;
const CODES = ['EN', 'MI', 'SE', 'EX'] as const satisfies (keyof typeof LEVELS)[];

/**
 * Titles that say nothing of the work: any trade has its engineers and managers. Dropped, and counted.
 * The rest of a title is looked at after "head of", "lead" and the like are taken away.
 */
const VAGUE =
  /^((head|lead|principal|senior|junior|staff|chief|director|manager|specialist|engineer|developer|analyst|consultant|architect|associate|administrator|coordinator|officer|scientist|researcher|technician|advisor|intern|executive|expert|owner|supervisor|programmer|designer|editor|writer|operator)( |$))+$/i;

/** One of the publisher's two boards. */
interface Board {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly file: RegExp;
}
const BOARDS: readonly Board[] = [
  {
    id: 'ai-jobs',
    name: 'aijobs.net',
    url: 'https://aijobs.net/salaries/download/',
    file: /^ai-jobs_salaries.*\.csv$/,
  },
  {
    id: 'infosec-jobs',
    name: 'infosec-jobs.com',
    url: 'https://infosec-jobs.com/salaries/download/',
    file: /^infosec(-jobs)?_salaries.*\.csv$/,
  },
];

/**
 * Pay as advertised, by title and level, for the role that has the title. Method, exactly: rows of the years 2024 and
 * 2025, full time (`FT`), by the country of the company, and in the United States those that are wholly remote
 * (`remote_ratio` 100) a second time by themselves; `salary_in_usd` (the publisher's conversion, where an
 * advertisement was in another currency: 1 of 500); every row counts. Nearly every advertisement is two rows, the ends
 * of its range, so `n` counts figures, about two an advertisement; rows that repeat are kept, since most are
 * advertisements of one employer in several places and nothing tells them from copies. Percentiles are interpolated
 * (type 7) and rounded to a dollar. Groups under 20 rows, and titles too vague to mean a role, are dropped and counted.
 * What was cut off at the end of a row's line cannot be noticed: these files state no counts.
 */
export const advertisedPay = defineImporter(
  {
    name: 'advertised-pay',
    summary: 'Pay in job advertisements by title, level and country, 2024–25 (foorilla, CC0)',
    needs: ['ai-jobs_salaries_*.csv or infosec_salaries_*.csv (or both)'],
    uses: [],
    credit: CREDIT,
  },
  read,
);

async function read(download: Download, today: string): Promise<PackParts> {
  const found = await Promise.all(
    BOARDS.map(async (board) => ({ board, file: await download.find(board.file) })),
  );
  const parts: Part[] = [];
  for (const { board, file } of found)
    if (file !== undefined) parts.push(await readBoard(download, board, file, today));
  if (parts.length === 0)
    throw new ImportProblem(
      undefined,
      `There is no "ai-jobs_salaries_….csv" and no "infosec_salaries_….csv" in ${download.folder}: download one from ${BOARDS.map(({ url }) => url).join(' or ')}`,
    );
  const absent = found.filter(({ file }) => file === undefined);
  return {
    title: 'Advertised pay 2024–25',
    sources: parts.map(({ source }) => source),
    roles: [],
    facts: parts.flatMap(({ facts }) => facts),
    counts: Object.fromEntries(parts.flatMap(({ counts }) => Object.entries(counts))),
    notes: [
      ...absent.map(({ board }) => `There is no file of ${board.name}.`),
      ...parts.flatMap(({ notes }) => notes),
    ],
  };
}

type Part = Pick<PackParts, 'facts' | 'counts' | 'notes'> & { readonly source: SourceInput };

async function readBoard(
  download: Download,
  board: Board,
  file: DownloadedFile,
  today: string,
): Promise<Part> {
  const { figures, rows } = await readFigures(download, file);
  const titles = [...figures].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const vague = titles.filter(([title]) => VAGUE.test(title));
  const facts = titles
    .filter(([title]) => !VAGUE.test(title))
    .flatMap(([title, levels]): FactsInput[] => {
      const bands = bandsOf(title, levels);
      const [pay, payElsewhere] = [bands.filter(isHome), bands.filter((band) => !isHome(band))];
      return bands.length === 0
        ? []
        : [{ source: board.id, titles: [title], pay, ...(payElsewhere.length > 0 ? { payElsewhere } : {}) }];
    });
  const few = titles.length - vague.length - facts.length;
  return {
    source: sourceOf(board, today),
    facts,
    counts: { [`${board.id} rows`]: rows, [`${board.id} titles`]: facts.length },
    notes: [
      `${file.name}: ${rows.toLocaleString('en')} rows were read. The file does not say how many it should have: compare with the download.`,
      ...(vague.length > 0
        ? [
            `${board.name}: ${vague.length} titles too vague to mean a role are left out: ${vague.map(([title]) => title).join(', ')}.`,
          ]
        : []),
      ...(few > 0 ? [`${board.name}: ${few} titles with fewer than ${FEWEST} figures are left out.`] : []),
    ],
  };
}

type Level = keyof typeof LEVELS;
/** Where jobs are: by the country of the company, and those at home in the United States apart. */
type Market = string;
const HOME = 'US';
const REMOTE = 'US remote';

/** The figures in US dollars, by title, market and the publisher's level. */
type Figures = Map<string, Map<Market, Map<Level, number[]>>>;

async function readFigures(download: Download, file: DownloadedFile) {
  const columns = [
    'work_year',
    'experience_level',
    'employment_type',
    'job_title',
    'salary_in_usd',
    'remote_ratio',
    'company_location',
  ];
  const figures: Figures = new Map();
  let rows = 0;
  for await (const row of readTable(download, file, { columns })) {
    const year = row.matching('work_year', /^20\d\d$/, '2025');
    const level = row.oneOf('experience_level', CODES);
    const type = row.oneOf('employment_type', ['FT', 'PT', 'CT', 'FL']);
    const dollars = row.number('salary_in_usd');
    const country = row.matching('company_location', /^[A-Z]{2}$/, 'US');
    const remote = row.oneOf('remote_ratio', ['0', '50', '100']) === '100';
    const title = row.text('job_title');
    rows++;
    if (!YEARS.includes(year) || type !== 'FT') continue;
    const markets = country === HOME && remote ? [HOME, REMOTE] : [country];
    for (const market of markets) add(figures, [title, market, level], dollars);
  }
  return { figures, rows };
}

function add(figures: Figures, [title, market, level]: [string, Market, Level], dollars: number): void {
  const markets = figures.get(title) ?? new Map<Market, Map<Level, number[]>>();
  const levels = markets.get(market) ?? new Map<Level, number[]>();
  const list = levels.get(level) ?? [];
  list.push(dollars);
  figures.set(title, markets.set(market, levels.set(level, list)));
}

/** The bands of a title: by level in the United States; of all levels for those who work remotely there, and elsewhere. */
function bandsOf(
  title: string,
  markets: ReadonlyMap<Market, ReadonlyMap<Level, readonly number[]>>,
): PayInput[] {
  return [...markets]
    .toSorted(([a], [b]) => Number(b === HOME) - Number(a === HOME) || (a < b ? -1 : 1))
    .flatMap(([market, levels]) => {
      const whole = [...levels.values()].flat();
      if (market !== HOME) return bandOf({ title, market, level: 'all' }, whole);
      const each = CODES.flatMap((code) =>
        bandOf({ title, market, level: LEVELS[code] }, levels.get(code) ?? []),
      );
      // What is all of one level is not said a second time of all levels.
      const same = each.some(({ n }) => n === whole.length);
      return same ? each : [...bandOf({ title, market, level: 'all' }, whole), ...each];
    });
}

function isHome({ region, workplace }: PayInput): boolean {
  return region === HOME && workplace === undefined;
}

interface Cell {
  readonly title: string;
  readonly market: Market;
  readonly level: PayInput['level'];
}

function bandOf({ title, market, level }: Cell, figures: readonly number[]): PayInput[] {
  if (figures.length < FEWEST) return [];
  const sorted = Float64Array.from(figures).sort();
  const at = (share: number) => Math.round(percentile(sorted, share));
  const remote = market === REMOTE;
  return [
    {
      level,
      title,
      basis: 'advertised',
      currency: 'USD',
      region: remote ? HOME : market,
      ...(remote ? { workplace: 'remote' as const } : {}),
      p10: at(0.1),
      p25: at(0.25),
      median: at(0.5),
      p75: at(0.75),
      p90: at(0.9),
      n: figures.length,
      period: { year: 2024, to: 2025, printed: '2024–25' },
    },
  ];
}

function sourceOf({ id, name, url }: Board, today: string): SourceInput {
  return {
    id,
    name,
    title: `Salaries in job advertisements, ${name}`,
    publisher: 'foorilla',
    url,
    licence: 'CC0 1.0',
    credit: `${name} (foorilla), CC0`,
    retrieved: today,
    reviewBy: '2027-12-31',
    payMeans:
      'Pay as advertised, never what people earn: full-time jobs, 2024–25, by the country of the company. n counts figures, not advertisements: nearly every advertisement gives two, the ends of its range, and many rows repeat. Figures of other countries are in US dollars too, as the publisher converted them. EN is shown as entry, MI as mid, SE as senior and EX (executive or director) as lead.',
    methodology:
      'Percentiles over all rows of a title and level in US dollars, interpolated; repeated rows are kept; groups under 20 rows and titles too vague to mean a role are dropped.',
  };
}
