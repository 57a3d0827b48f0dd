import { describe, expect, it } from 'vitest';
import { check } from '../../../knowledge/check.ts';
import { oews } from '../../../knowledge/import/oews.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { type Files, imported, linesOf, refusal, TODAY } from './download.ts';
import { onet } from '../../../knowledge/import/onet.ts';
import { NEEDED } from './onet-files.ts';

const HEADER =
  'AREA,AREA_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90';
const row = (code: string, title: string, group: string, people: string, hourly: string, yearly: string) =>
  `99,U.S.,cross-industry,${code},"${title}",${group},"${people}",${hourly},${yearly}`;
const HOURLY = '20.00,30.00,40.50,50.00,60.00';
const YEARLY = '"41,600","62,400","84,240","104,000","124,800"';
const ROWS = [
  row('00-0000', 'All Occupations', 'total', '3,100', HOURLY, YEARLY),
  row('15-0000', 'Computing', 'major', '2,100', HOURLY, YEARLY),
  row('15-1250', 'Software', 'broad', '2,000', HOURLY, YEARLY),
  row('15-1252', 'Software Developers, All', 'detailed', '2,000', HOURLY, YEARLY),
  row('15-2051', 'Data Scientists', 'detailed', '100', HOURLY, '"41,600","62,400","84,240",#,#'),
  row('27-0000', 'Arts', 'major', '30', HOURLY, YEARLY),
  row('27-2011', 'Actors', 'detailed', '20', HOURLY, '*,*,*,*,*'),
  row('27-2012', 'Producers', 'detailed', '10', '*,*,*,*,*', '*,*,#,#,#'),
  row('53-0000', 'Transport', 'major', '970', HOURLY, YEARLY),
  row('53-1047', 'Supervisors', 'detailed', '970', HOURLY, YEARLY),
];
const file = (rows: readonly string[] = ROWS) => `${HEADER}\n${rows.join('\n')}`;
const files = (text = file()): Files => ({ 'national_M2025_dl.csv': text });

describe('OEWS wages', () => {
  it('become a band for every role with a code of the occupation', async () => {
    const packs = [(await imported(onet, NEEDED)).pack, (await imported(oews, files())).pack];
    const { roles, sources } = await openKnowledge(packs);
    expect(roles.get('software-developers-15-1252-00')?.pay).toEqual([
      {
        source: 'oews',
        level: 'all',
        title: 'Software Developers, All',
        basis: 'wage',
        currency: 'USD',
        region: 'US',
        per: 'year',
        p10: 41600,
        p25: 62400,
        median: 84240,
        p75: 104000,
        p90: 124800,
        period: { year: 2025, month: 5, printed: 'May 2025' },
        note: 'One figure for all of SOC 15-1252; 2,000 employed',
      },
    ]);
    expect(sources.get('oews')).toMatchObject({
      published: { year: 2026, printed: '2026' },
      retrieved: TODAY,
      reviewBy: '2027-06-30',
    });
  });

  it('keep a top code open, an hourly wage hourly, and leave out what has no median', async () => {
    const { files: pack, summary } = await imported(oews, files());
    const bands = new Map(
      linesOf(pack['facts.jsonl']).map(({ onet: code, pay }) => [code, (pay as object[])[0]]),
    );
    expect(bands.get('15-2051')).toMatchObject({
      median: 84240,
      note: 'One figure for all of SOC 15-2051; 100 employed; p75, p90 at or above the top code, which BLS does not print',
    });
    expect(bands.get('15-2051')).not.toHaveProperty('p75');
    expect(bands.get('27-2011')).toMatchObject({ per: 'hour', median: 40.5 });
    expect(bands.has('27-2012')).toBe(false);
    expect(summary.notes).toEqual([
      '1 occupations have no median wage in the file and are left out: 27-2012 Producers.',
    ]);
    expect(summary.credit).toBe(
      'Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025.',
    );
  });

  it('of a joint code are those of each of its occupations', async () => {
    const { files: pack } = await imported(oews, files());
    const codes = linesOf(pack['facts.jsonl']).map(({ onet: code }) => code);
    expect(codes.filter((code) => String(code).startsWith('53'))).toEqual([
      '53-1042',
      '53-1043',
      '53-1044',
      '53-1049',
    ]);
  });

  it('are those of the newest year in the folder', async () => {
    const { summary } = await imported(oews, { ...files(), 'national_M2024_dl.csv': 'old' });
    expect(summary.counts).toMatchObject({ year: 2025, occupations: 5, withWages: 4 });
  });

  it('are the same in any order, and pass the check but for codes that no role has', async () => {
    const whole = await imported(oews, files());
    expect((await imported(oews, files(file(ROWS.toReversed())))).files).toEqual(whole.files);
    const found = await check([whole.pack], { today: TODAY });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each<[string, Files, string]>([
    [
      'no file',
      {},
      'There is no "national_M2025_dl.csv" (or of another year) in DIR: download the national file from https://www.bls.gov/oes/tables.htm and save it as "CSV UTF-8"',
    ],
    [
      'the workbook',
      { 'national_M2025_dl.xlsx': 'PK' },
      'There is no "national_M2025_dl.csv" (or of another year) in DIR: open national_M…_dl.xlsx and save it as "CSV UTF-8" under the same name',
    ],
    [
      'rows cut off at the end',
      files(file(ROWS.slice(0, -1))),
      'national_M2025_dl.csv, which ends at line 10: has occupations of "Transportation and moving of materials" (codes from 53-) for 0 of 970 people: rows are missing, so download the file again',
    ],
    [
      'the last row cut off',
      files(file().slice(0, -60)),
      'national_M2025_dl.csv, line 11, column 10: the row ends here, after 10 of 17 columns: the download was cut off, so fetch the file again',
    ],
    [
      'the file of a state',
      files(file().replace('99,U.S.', '06,California')),
      'national_M2025_dl.csv, line 2, column 1 (AREA): is not the whole country, all industries together: this importer reads the national file',
    ],
    [
      'a wage that is no number',
      files(file().replaceAll('"84,240"', '"84,24"')),
      'national_M2025_dl.csv, line 5, column 15 (A_MEDIAN): is "84,24", which is not written like 12,345.6: the file is damaged or another one',
    ],
    [
      'an occupation twice',
      files(file([...ROWS, ROWS[3] ?? ''])),
      'national_M2025_dl.csv, line 12, column 4 (OCC_CODE): has 15-1252 a second time: download the file again',
    ],
    [
      'another group',
      files(file().replace(',detailed,', ',line item,')),
      'national_M2025_dl.csv, line 5, column 6 (O_GROUP): is "line item", and it can only be total, major, minor, broad, detailed: download the file again',
    ],
  ])('are refused from %s', async (_what, given, sentence) => {
    expect(await refusal(oews, given)).toBe(sentence);
  });
});
