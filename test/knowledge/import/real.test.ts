import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { check } from '../../../knowledge/check.ts';
import { importers } from '../../../knowledge/import/index.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { anyFolder, filesIn, linesOf, TODAY } from './download.ts';

/** A folder with the publishers' downloads, a folder each, as named here. Without it nothing here runs. */
const DATA = process.env['ROLECALL_DATA'];
const FOLDERS = {
  onet: 'onet-29.2',
  oews: 'oews',
  projections: 'bls-projections',
  esco: 'esco-1.2.0',
  gdad: 'gdad',
  'advertised-pay': 'advertised-pay',
} as const;
type Name = keyof typeof FOLDERS;
const NAMES = Object.keys(FOLDERS) as Name[];
const FILES: Record<Name, RegExp> = {
  onet: /^(Occupation Data|Alternate Titles|Sample of Reported Titles|Technology Skills|Job Zones|Related Occupations|Education, Training, and Experience)\.txt$|^Skills\.csv$/,
  oews: /^national_M2025_dl\.csv$/,
  projections: /^Employment Projections\.csv$/,
  esco: /^(occupations_en\.csv|esco_.*\.jsonl|crosswalk_esco_onet\.csv)$/,
  gdad: /^uk_gdad_(roles|skills)\.csv$/,
  'advertised-pay': /_salaries_.*\.csv$/,
};

const folder = (name: Name) => join(DATA ?? '', FOLDERS[name]);
const run = async (name: Name, from = folder(name)) => {
  const pack = join(anyFolder(), name);
  const summary = await importers[name]?.run(from, pack, { progress: () => undefined, today: TODAY });
  return { pack, summary };
};
/** A copy of a download, with one of its files changed. */
const copy = (name: Name, file: string, change: (text: string) => string) => {
  const to = anyFolder();
  cpSync(folder(name), to, { recursive: true });
  writeFileSync(join(to, file), change(readFileSync(join(to, file), 'utf8')));
  return to;
};
const filesOf = (name: Name) =>
  DATA === undefined ? [] : readdirSync(folder(name)).filter((file) => FILES[name].test(file));
const EVERY = NAMES.flatMap((name) => filesOf(name).map((file) => [name, file] as const));

/** The rows of a table in another order; its header, and what stands before it, stay on top. */
function shuffled(text: string, file: string): string {
  if (!file.endsWith('.csv')) {
    const lines = text.trimEnd().split('\n');
    const top = file.endsWith('.jsonl') ? [] : lines.splice(0, 1);
    return `${[...top, ...mixed(lines)].join('\n')}\n`;
  }
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
  const top = rows.splice(0, file.startsWith('crosswalk') ? 17 : 1);
  return [...top, ...mixed(rows)].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function mixed<T>(rows: readonly T[]): T[] {
  const placed = rows.map((row, i) => [(i * 7919) % 100_003, row] as const);
  return placed.toSorted(([a], [b]) => a - b).map(([, row]) => row);
}

/** What is to be in the packs of the releases of 2025. */
const COUNTS: Record<Name, object> = {
  onet: {
    occupations: 1016,
    alternateTitles: 56_560,
    reportedTitles: 7796,
    technologySkills: 32_627,
    skillRatings: 61_530,
    relatedPairs: 18_460,
    jobZones: 923,
  },
  oews: { occupations: 830, withWages: 830, year: 2025 },
  projections: { occupations: 832 },
  esco: { occupations: 3039, skillLinks: 129_004, sameAsOnet: 498 },
  gdad: { roles: 48, rungs: 201, skills: 188 },
  'advertised-pay': { 'ai-jobs rows': 74_301, 'infosec-jobs rows': 65_951 },
};

describe.runIf(DATA)("the publishers' own downloads", { timeout: 120_000 }, () => {
  it.each(NAMES)('%s becomes a pack without mistakes', async (name) => {
    const { pack, summary } = await run(name);
    const found = await check([pack], { today: TODAY });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(summary?.counts).toMatchObject(COUNTS[name]);
  });

  it('every title of O*NET is answered with an occupation that has it, or offers one', async () => {
    const { roles } = await openKnowledge([(await run('onet')).pack]);
    expect(roles.all).toHaveLength(1016);
    const rows = readFileSync(join(folder('onet'), 'Alternate Titles.txt'), 'utf8')
      .trimEnd()
      .split('\r\n');
    const codes = new Map<string, Set<string>>();
    for (const [code = '', title = ''] of rows.slice(1).map((row) => row.split('\t')))
      codes.set(title, (codes.get(title) ?? new Set()).add(code));
    const lost = [...codes].filter(([title, own]) => {
      const { entry, choices } = roles.find(title);
      return ![entry, ...choices].some((role) => role?.codes.onet.some((code) => own.has(code)));
    });
    // A few share their name with more occupations than are offered.
    expect(lost.length).toBeLessThan(5);
  });

  it('advertised pay is what the same method gave somebody else', async () => {
    const rows = readFileSync(join(folder('advertised-pay'), 'us_ft_2024_25_by_title_level.tsv'), 'utf8');
    const theirs = rows
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'));
    const { pack } = await run('advertised-pay');
    const ours = new Map(
      linesOf(filesIn(pack)['facts.jsonl']).flatMap(({ source, pay }) =>
        (pay as Band[]).map((band) => [`${String(source)} ${band.title} ${band.level}`, band] as const),
      ),
    );
    const level: Record<string, string> = { ALL: 'all', EN: 'entry', MI: 'mid', SE: 'senior', EX: 'lead' };
    const compared = theirs.flatMap(([board, title, code = '', ...figures]) => {
      const source = board === 'infosec' ? 'infosec-jobs' : board;
      const band = ours.get(`${source} ${title} ${level[code]}`);
      if (band === undefined) return [];
      const { n, p10, p25, median, p75, p90 } = band;
      return [
        [n, p10, p25, median, p75, p90].every((figure, i) => Math.abs(figure - Number(figures[i])) <= 1),
      ];
    });
    expect(compared).toHaveLength(ours.size);
    expect(compared.filter((same) => !same)).toEqual([]);
  });

  const wholes = new Map<Name, Promise<Record<string, string>>>();
  const whole = (name: Name) => {
    const found = wholes.get(name) ?? run(name).then(({ pack }) => filesIn(pack));
    wholes.set(name, found);
    return found;
  };

  it.each(EVERY)('%s is the same when %s is shuffled', async (name, file) => {
    const { pack } = await run(
      name,
      copy(name, file, (text) => shuffled(text, file)),
    );
    const [one, other] = [filesIn(pack), await whole(name)];
    expect(Object.keys(one).filter((path) => one[path] !== other[path])).toEqual([]);
  });

  it.each(EVERY)('%s is refused when %s is cut off', async (name, file) => {
    for (const share of [0, 0.3, 0.9]) {
      const cut = copy(name, file, (text) => text.slice(0, Math.floor(text.length * share)));
      await expect(run(name, cut), `${share} of ${file}`).rejects.toThrow(file);
    }
  });
});

interface Band {
  readonly title: string;
  readonly level: string;
  readonly n: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
}
