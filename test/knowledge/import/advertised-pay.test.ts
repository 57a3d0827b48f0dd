import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advertisedPay } from '../../../knowledge/import/advertised-pay.ts';
import { percentile } from '../../../knowledge/import/percentile.ts';
import { type Files, imported, linesOf, refusal } from './download.ts';

const HEADER =
  'work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,employee_residence,remote_ratio,company_location,company_size';
const row = (
  title: string,
  level: string,
  dollars: number,
  more: { year?: string; type?: string; country?: string; remote?: number } = {},
) =>
  `${more.year ?? '2025'},${level},${more.type ?? 'FT'},${title},1,GBP,${dollars},US,${more.remote ?? 0},${more.country ?? 'US'},M`;
const many = (count: number, title: string, level: string, more?: Parameters<typeof row>[3]) =>
  Array.from({ length: count }, (_, i) => row(title, level, 100_000 + 1000 * i, more));
const ROWS = [
  ...many(20, 'ML Engineer', 'SE'),
  ...many(1, 'ML Engineer', 'MI'),
  ...many(19, 'Data Poet', 'SE'),
  ...many(40, 'Engineer', 'SE'),
  ...many(40, 'Lead Analyst', 'SE'),
  row('ML Engineer', 'SE', 9, { year: '2023' }),
  row('ML Engineer', 'SE', 9, { type: 'PT' }),
  row('ML Engineer', 'SE', 9, { country: 'GB' }),
];
const text = (rows: readonly string[] = ROWS) => `${HEADER}\r\n${rows.join('\r\n')}\r\n`;
const files = (rows?: readonly string[]): Files => ({ 'ai-jobs_salaries_2025-01-19.csv': text(rows) });

describe('advertised pay', () => {
  it('is by title and level, over all figures of US full-time jobs of 2024 and 2025', async () => {
    const { files: pack, summary } = await imported(advertisedPay, files());
    const band = {
      title: 'ML Engineer',
      basis: 'advertised',
      currency: 'USD',
      region: 'US',
      period: { year: 2024, to: 2025, printed: '2024–25' },
    };
    const all = { p10: 101000, p25: 104000, median: 109000, p75: 114000, p90: 117000, n: 21 };
    const senior = { p10: 101900, p25: 104750, median: 109500, p75: 114250, p90: 117100, n: 20 };
    expect(linesOf(pack['facts.jsonl'])).toEqual([
      {
        source: 'ai-jobs',
        titles: ['ML Engineer'],
        pay: [
          { ...band, level: 'all', ...all },
          { ...band, level: 'senior', ...senior },
        ],
      },
    ]);
    expect(summary.notes).toEqual([
      'There is no file of infosec-jobs.com.',
      'ai-jobs_salaries_2025-01-19.csv: 123 rows were read. The file does not say how many it should have: compare with the download.',
      'aijobs.net: 2 titles too vague to mean a role are left out: Engineer, Lead Analyst.',
      'aijobs.net: 1 titles with fewer than 20 figures are left out.',
    ]);
  });

  it('keeps what is paid in other countries, and remotely, apart from the rest: twenty rows of any level', async () => {
    const pack = await imported(
      advertisedPay,
      files([
        ...many(20, 'ML Engineer', 'SE', { remote: 100 }),
        ...many(10, 'ML Engineer', 'MI', { country: 'GB' }),
        ...many(10, 'ML Engineer', 'SE', { country: 'GB', remote: 100 }),
        ...many(19, 'ML Engineer', 'SE', { country: 'DE' }),
      ]),
    );
    const [line] = linesOf(pack.files['facts.jsonl']);
    expect(line?.['pay']).toMatchObject([{ level: 'senior', region: 'US', n: 20 }]);
    expect(line?.['payElsewhere']).toMatchObject([
      { level: 'all', region: 'GB', n: 20, median: 104_500, currency: 'USD' },
      { level: 'all', region: 'US', workplace: 'remote', n: 20 },
    ]);
  });

  it('keeps the two boards apart', async () => {
    const both = { ...files(), 'infosec_salaries_2025-08-03.csv': text() };
    const { files: pack, summary } = await imported(advertisedPay, both);
    expect(linesOf(pack['facts.jsonl']).map(({ source }) => source)).toEqual(['ai-jobs', 'infosec-jobs']);
    expect(summary.counts).toEqual({
      'ai-jobs rows': 123,
      'ai-jobs titles': 1,
      'infosec-jobs rows': 123,
      'infosec-jobs titles': 1,
    });
    expect(Object.keys(pack)).toContain('sources/infosec-jobs.yaml');
  });

  it('is the same in any order of its rows', async () => {
    const whole = await imported(advertisedPay, files());
    expect((await imported(advertisedPay, files(ROWS.toReversed()))).files).toEqual(whole.files);
  });

  it.each<[string, Files, string]>([
    [
      'nothing',
      { 'us_ft_2024_25_by_title_level.tsv': 'x' },
      'There is no "ai-jobs_salaries_….csv" and no "infosec_salaries_….csv" in DIR: download one from https://aijobs.net/salaries/download/ or https://infosec-jobs.com/salaries/download/',
    ],
    [
      'a row cut off',
      { 'infosec_salaries_x.csv': text().slice(0, -12) },
      'infosec_salaries_x.csv, line 124, column 7: the row ends here, after 7 of 11 columns: the download was cut off, so fetch the file again',
    ],
    [
      'another level',
      files([row('ML Engineer', 'XX', 1)]),
      'ai-jobs_salaries_2025-01-19.csv, line 2, column 2 (experience_level): is "XX", and it can only be EN, MI, SE, EX: download the file again',
    ],
    [
      'words for dollars',
      files([row('ML Engineer', 'SE', 1).replace(',1,US', ',a lot,US')]),
      'ai-jobs_salaries_2025-01-19.csv, line 2, column 7 (salary_in_usd): is "a lot", which is not written like 12,345.6: the file is damaged or another one',
    ],
  ])('is refused from %s', async (_what, given, sentence) => {
    expect(await refusal(advertisedPay, given)).toBe(sentence);
  });
});

describe('a percentile', () => {
  it.each([
    [0, 10],
    [0.1, 13],
    [0.25, 17.5],
    [0.5, 25],
    [0.9, 37],
    [1, 40],
  ])('%d of 10, 20, 30, 40 is %d', (share, expected) => {
    expect(percentile([10, 20, 30, 40], share)).toBeCloseTo(expected, 9);
  });

  it('lies among its numbers and grows with its share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, share) => {
          const sorted = Float64Array.from(some).sort();
          const at = percentile(sorted, share);
          expect(at).toBeGreaterThanOrEqual(percentile(sorted, share / 2) - 1e-6);
          expect(at).toBeLessThanOrEqual((sorted.at(-1) ?? 0) + 1e-6);
        },
      ),
    );
  });
});
