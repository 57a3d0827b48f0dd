import { describe, expect, it } from 'vitest';
import { projections } from '../../../knowledge/import/projections.ts';
import { type Files, imported, linesOf, refusal } from './download.ts';

const HEADER =
  '"Occupation Title","Occupation Code","Employment 2024","Employment 2034","Employment Percent Change, 2024-2034","Occupational Openings, 2024-2034 Annual Average","Typical Entry-Level Education"';
const row = (code: string, title = 'Others', change = '-2.5') =>
  `"${title}","=""${code}""","1,245.9","328.3","${change}","23.4","Bachelor's degree"`;
const FALL = { percent: -2.5, printed: '-2.5%' };
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
          growth: { percent: 33.5, printed: '33.5%' },
          period: { year: 2024, to: 2034, printed: '2024–34' },
          occupation: 'Data scientists',
          openings: { number: 23_400, per: 'year', approximate: true },
          employment: [
            { year: 2024, number: 1_245_900 },
            { year: 2034, number: 328_300 },
          ],
          education: { level: 'bachelor', printed: "Bachelor's degree" },
          text: 'One projection for all of SOC 15-2051.',
        },
      ],
    });
  });

  it('of a joint code are those of each of its occupations, and a fall is a fall', async () => {
    const lines = linesOf((await imported(projections, files())).files['facts.jsonl']);
    expect(
      lines.slice(0, 3).map(({ onet, outlook }) => [onet, (outlook as { growth: object }[])[0]?.growth]),
    ).toEqual([
      ['13-1021', FALL],
      ['13-1022', FALL],
      ['13-1023', FALL],
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
      'an education that the publisher does not name',
      files([row('15-2051').replace("Bachelor's degree", 'Wisdom')]),
      "Employment Projections.csv, line 2, column 7 (Typical Entry-Level Education): is \"Wisdom\", and it can only be No formal educational credential, High school diploma or equivalent, Some college, no degree, Postsecondary nondegree award, Associate's degree, Bachelor's degree, Master's degree, Doctoral or professional degree: download the file again",
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
