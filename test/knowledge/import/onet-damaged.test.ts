import { describe, expect, it } from 'vitest';
import { onet } from '../../../knowledge/import/onet.ts';
import { type Files, refusal, table } from './download.ts';
import { changed, NEEDED, OCCUPATIONS, TECHNOLOGY, TITLES } from './onet-files.ts';

const tabs = (rows: readonly (readonly string[])[]) => table('\t', rows);
const without = (rows: readonly (readonly string[])[], code: string) =>
  rows.filter(([first]) => first !== code);

describe('a damaged download of O*NET', () => {
  const cases: [string, Files, string][] = [
    [
      'an empty folder',
      {},
      'There is no "Occupation Data.txt" in DIR: download the database as text from https://www.onetcenter.org/database.html and unpack it',
    ],
    [
      'one file of two',
      { 'Occupation Data.txt': tabs(OCCUPATIONS) },
      'There is no "Alternate Titles.txt" and no "Job Titles.txt" in DIR: download the database as text from https://www.onetcenter.org/database.html and unpack it',
    ],
    [
      'an empty file',
      changed('Occupation Data.txt', () => ''),
      'Occupation Data.txt, line 1, column 1: the file is empty: download it again',
    ],
    [
      'a header alone',
      changed('Alternate Titles.txt', () => tabs(TITLES.slice(0, 1))),
      'Alternate Titles.txt, line 2: no row follows the header: download the file again',
    ],
    [
      'a web page',
      changed('Alternate Titles.txt', () => '\n<!DOCTYPE html><html></html>'),
      'Alternate Titles.txt, line 1, column 1: is a web page, not the data: open the link in a browser, accept what it asks, and download the file again',
    ],
    [
      'a zip file',
      changed('Occupation Data.txt', () => 'PK\u0003\u0004'),
      'Occupation Data.txt, line 1, column 1: is an archive or a workbook: unpack it, or save the sheet as CSV in UTF-8',
    ],
    [
      'UTF-16',
      changed('Occupation Data.txt', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
      'Occupation Data.txt, line 1, column 1: is not text in UTF-8: save it as "CSV UTF-8", or download it again',
    ],
    [
      'Latin-1',
      changed('Alternate Titles.txt', (text) => Buffer.from(text.replace('Radio', 'Rädio'), 'latin1')),
      'Alternate Titles.txt, line 8, column 2: is not UTF-8: save the file as "CSV UTF-8", or download it again',
    ],
    [
      'another header',
      changed('Alternate Titles.txt', (text) => text.replace('Alternate Title\t', 'Titel\t')),
      'Alternate Titles.txt, line 1, column 2: the header has no "Alternate Title" (there is: Titel, Source(s)): this is another file, or another release, than the one this importer reads',
    ],
    [
      'commas for tabs',
      changed('Occupation Data.txt', (text) => text.replaceAll('\t', ',')),
      'Occupation Data.txt, line 1, column 1: the header has no "O*NET-SOC Code" (there is: O*NET-SOC Code,Title,Description): this is another file, or another release, than the one this importer reads',
    ],
    [
      'a row cut off',
      changed('Alternate Titles.txt', (text) => text.slice(0, text.indexOf('\t08'))),
      'Alternate Titles.txt, line 4, column 3: the row ends here, after 3 of 4 columns: the download was cut off, so fetch the file again',
    ],
    [
      'a cell too many',
      changed('Job Zones.txt', (text) => text.replace('\tAnalyst', '\tAnalyst\t?')),
      'Job Zones.txt, line 2, column 5: the row has 5 columns and the header 4: download it again',
    ],
    [
      'a bad code',
      changed('Occupation Data.txt', (text) => text.replace('15-2051.00', '15-2051')),
      'Occupation Data.txt, line 3, column 1 (O*NET-SOC Code): is "15-2051", which is not written like 15-2051.00: the file is damaged or another one',
    ],
    [
      'a code of no group',
      changed('Occupation Data.txt', (text) => text.replace('15-2051.00', '99-2051.00')),
      'Occupation Data.txt, line 3, column 1 (O*NET-SOC Code): is "99-2051.00", and no major group of occupations begins with 99',
    ],
    [
      'a code twice',
      changed('Occupation Data.txt', (text) => text.replace('15-2051.00', '15-1252.00')),
      'Occupation Data.txt, line 3, column 1 (O*NET-SOC Code): has 15-1252.00 a second time: download the file again',
    ],
    [
      'an empty title',
      changed('Alternate Titles.txt', (text) => text.replace('Radio Operator', ' ')),
      'Alternate Titles.txt, line 8, column 2 (Alternate Title): is empty: the file is damaged, so download it again',
    ],
    [
      'a title of no occupation',
      changed('Alternate Titles.txt', (text) => text.replace('55-3019.00', '55-3018.00')),
      'Alternate Titles.txt, line 8, column 1 (O*NET-SOC Code): has 55-3018.00, which "Occupation Data.txt" does not: one of the two files is cut off or of another release, so download both again',
    ],
    [
      'occupations cut off at a line end',
      changed('Occupation Data.txt', () => tabs(OCCUPATIONS.slice(0, 4))),
      'Alternate Titles.txt, line 8, column 1 (O*NET-SOC Code): has 55-3019.00, which "Occupation Data.txt" does not: one of the two files is cut off or of another release, so download both again',
    ],
    [
      'titles cut off at a line end',
      changed('Alternate Titles.txt', () => tabs(TITLES.slice(0, 7))),
      'Alternate Titles.txt, which ends at line 7: has no title for 55-3019.00 Military Enlisted, All Other, and the publisher gives every occupation some: the file is cut off, so download it again',
    ],
    [
      'technology cut off at a line end',
      changed('Technology Skills.txt', () => tabs(without(TECHNOLOGY, '17-2061.00'))),
      'Technology Skills.txt, which ends at line 5: has nothing on "Architecture and engineering" (codes from 17-), which the occupations have: the file is cut off, so download it again',
    ],
    [
      'a flag that is none',
      changed('Technology Skills.txt', (text) => text.replace('\tY\tY', '\tY\tyes')),
      'Technology Skills.txt, line 2, column 6 (In Demand): is "yes", and it can only be Y, N: download the file again',
    ],
    [
      'skills cut off at a line end',
      changed('Skills.csv', (text) => `${text.trimEnd().split('\r\n').slice(0, -3).join('\r\n')}\r\n`),
      'Skills.csv, which ends at line 22: has 5 rows for 17-2061.00 and 8 for others: the file is cut off, so download it again',
    ],
    [
      'a number that is none',
      changed('Skills.csv', (text) => text.replace('4.12', '4,12x').replace('4,12x', '4;12')),
      'Skills.csv, line 2, column 4 (Data Value): is "4;12", which is not written like 12,345.6: the file is damaged or another one',
    ],
    [
      'a quotation mark left open',
      changed('Skills.csv', (text) => text.replace('Speaking', '"Speaking')),
      'Skills.csv, line 8, column 2: the quotation mark that opens here is never closed: the download was cut off, so fetch the file again',
    ],
    [
      'a quotation mark in a wrong place',
      changed('Skills.csv', (text) => text.replace('Writing', 'Wri"ting')),
      'Skills.csv, line 4, column 2: has a quotation mark in a wrong place: fetch the file again, unchanged',
    ],
    [
      'related occupations with a gap',
      changed('Related Occupations.txt', (text) => text.replace('Primary-Short\t1', 'Primary-Short\t3')),
      'Related Occupations.txt, which ends at line 5: has rows missing among those of 15-1252.00, whose Index does not run from 1 to 2: download the file again',
    ],
    [
      'education that lacks rows',
      changed('Education, Training, and Experience.txt', (text) =>
        text.replace('15-1252.00\tRL\t6\t60.0\tN\r\n', ''),
      ),
      'Education, Training, and Experience.txt, which ends at line 15: has shares of education for 15-1252.00 that add up to 40.0%, not 100: rows are missing, so download the file again',
    ],
  ];
  it.each(cases)('%s', async (_what, files, sentence) => {
    expect(await refusal(onet, files)).toBe(sentence);
  });

  it('is refused wherever its titles or occupations are cut, up to the last occupation', async () => {
    for (const [name, last] of [
      ['Alternate Titles.txt', '55-3019.00'],
      ['Occupation Data.txt', '55-3019.00'],
    ] as const) {
      const text = String(NEEDED[name]);
      for (let at = 0; at < text.indexOf(last); at += 7)
        expect(await refusal(onet, { ...NEEDED, [name]: text.slice(0, at) }), `${name} to ${at}`).not.toBe(
          'not refused',
        );
    }
  });
});
