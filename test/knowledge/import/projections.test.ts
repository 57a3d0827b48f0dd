import { describe, expect, it } from 'vitest';
import { projections } from '../../../knowledge/import/projections.ts';
import { type Files, imported, linesOf, refusal } from './download.ts';

const HEADER =
  '"Occupation Title","Occupation Code","Employment 2024","Employment 2034","Employment Percent Change, 2024-2034","Occupational Openings, 2024-2034 Annual Average","Typical Entry-Level Education"';
const row = (code: string, title = 'Others', change = '-2.5') =>
  `"${title}","=""${code}""","1,245.9","328.3","${change}","23.4","Bachelor's degree"`;
/** As many as the table has, of which two are looked at. */
const ROWS = [
  row('15-2051', 'Data scientists    * Data Mining Analyst* Data Visualization Developer', '33.5'),
  row('13-1020', 'Buyers'),
  ...Array.from({ length: 830 }, (_, i) => row(`51-${1000 + i}`)),
];
const files = (rows: readonly string[] = ROWS): Files => ({
  'Employment Projections.csv': `${HEADER}\r\n${rows.join('\r\n')}\r\n`,
});

describe('employment projections', () => {
  it('count whole jobs, not thousands, without the publisher’s list of titles', async () => {
    const lines = linesOf((await imported(projections, files())).files['facts.jsonl']);
    expect(lines.find(({ onet }) => onet === '15-2051')).toEqual({
      source: 'bls-projections',
      onet: '15-2051',
      outlook: [
        {
          growth: '33.5%',
          text: 'Data scientists: 23,400 openings a year; 1,245,900 jobs in 2024, 328,300 in 2034. One projection for all of SOC 15-2051.',
          period: '2024–34',
        },
      ],
      notes: [{ heading: 'Typical education at entry, Data scientists', items: ["Bachelor's degree"] }],
    });
  });

  it('of a joint code are those of each of its occupations, and a fall is a fall', async () => {
    const lines = linesOf((await imported(projections, files())).files['facts.jsonl']);
    expect(
      lines.slice(0, 3).map(({ onet, outlook }) => [onet, (outlook as { growth: string }[])[0]?.growth]),
    ).toEqual([
      ['13-1021', '-2.5%'],
      ['13-1022', '-2.5%'],
      ['13-1023', '-2.5%'],
    ]);
  });

  it('are the same in any order', async () => {
    const whole = await imported(projections, files());
    expect((await imported(projections, files(ROWS.toReversed()))).files).toEqual(whole.files);
  });

  it.each<[string, Files, string]>([
    [
      'a part of the table',
      files(ROWS.slice(0, 500)),
      'Employment Projections.csv, which ends at line 501: has 500 occupations, and the table has 832: the download was cut off or filtered, so fetch the whole table',
    ],
    [
      'a code as text',
      files([ROWS[0]?.replace('=""15-2051""', '15-2051') ?? '']),
      'Employment Projections.csv, line 2, column 2 (Occupation Code): is "15-2051", which is not written like ="15-2051": the file is damaged or another one',
    ],
    [
      'no number',
      files([row('15-2051', 'x', 'N/A')]),
      'Employment Projections.csv, line 2, column 5 (Employment Percent Change, 2024-2034): is "N/A", which is not written like 12,345.6: the file is damaged or another one',
    ],
    [
      'an occupation twice',
      files([row('15-2051'), row('15-2051')]),
      'Employment Projections.csv, line 3, column 2 (Occupation Code): has 15-2051 a second time: download the file again',
    ],
    [
      'other years',
      {
        'Employment Projections.csv': `${HEADER.replaceAll('Employment 20', 'Jobs 20')}\n${row('15-2051')}\n`,
      },
      'Employment Projections.csv, line 2, column 1: the header has no two columns "Employment 2024" and "Employment 2034" (of any years): this is another table',
    ],
  ])('are refused from %s', async (_what, given, sentence) => {
    expect(await refusal(projections, given)).toBe(sentence);
  });
});
