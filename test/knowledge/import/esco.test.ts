import { describe, expect, it } from 'vitest';
import { check } from '../../../knowledge/check.ts';
import { esco } from '../../../knowledge/import/esco.ts';
import { onet } from '../../../knowledge/import/onet.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { type Files, imported, linesOf, refusal, TODAY } from './download.ts';
import { NEEDED } from './onet-files.ts';

const uri = (last: string) =>
  `http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000000${last}`;
const skill = (name: string) => `http://data.europa.eu/esco/skill/${name}`;
const OCCUPATIONS = [
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,description,code',
  `Occupation,${uri('1')},2511," data  scientist ","data expert\ndata research scientist",,released,"Ours:\nanswers",2511.3`,
  `Occupation,${uri('2')},2512,web wizard,,"wizard of webs",released,Ours,2512.4`,
  `Occupation,${uri('3')},2512,retired,,,obsolete,Ours,2512.5`,
];
const line = (last: string, essential: string[], optional: string[]) =>
  JSON.stringify({
    uri: uri(last),
    label: 'x',
    essential,
    optional,
    n_ess: essential.length,
    n_opt: optional.length,
  });
const LINES = [line('1', ['data mining', ' R '], ['R', 'Python']), line('2', ['HTML'], [])];
const CROSSWALK = [
  '\uFEFFMapping project name,ESCO-O*NET Crosswalk,,,,,',
  ...Array.from({ length: 15 }, () => ',,,,,,'),
  'O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match',
  `15-2051.00,Data Scientists,"Ours",${uri('1')},data scientist,Ours,exactMatch`,
  `15-1252.00,Software Developers,"Ours",${uri('2')},web wizard,Ours,closeMatch`,
];
const crlf = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;
const NAME = 'esco_1.2.0_occupation_skills.jsonl';
const FILES: Files = { 'occupations_en.csv': crlf(OCCUPATIONS), [NAME]: `${LINES.join('\n')}\n` };
const CROSSED: Files = { ...FILES, 'crosswalk_esco_onet.csv': crlf(CROSSWALK) };
/** The same links as the publisher's own two tables give them. */
const TABLES: Files = {
  'occupations_en.csv': crlf(OCCUPATIONS),
  'skills_en.csv': crlf([
    'conceptType,conceptUri,preferredLabel',
    ...['data mining', 'R', 'Python', 'HTML'].map(
      (name) => `KnowledgeSkillCompetence,${skill(name)},${name}`,
    ),
  ]),
  'occupationSkillRelations_en.csv': crlf([
    'occupationUri,relationType,skillType,skillUri',
    `${uri('1')},essential,knowledge,${skill('R')}`,
    `${uri('1')},essential,knowledge,${skill('data mining')}`,
    `${uri('1')},optional,knowledge,${skill('Python')}`,
    `${uri('2')},essential,knowledge,${skill('HTML')}`,
  ]),
};

describe('a download of ESCO', () => {
  it('becomes occupations with their labels and skills, stray spaces tidied', async () => {
    const { pack, summary } = await imported(esco, FILES);
    const { roles } = await openKnowledge([pack]);
    expect(roles.find('data expert').entry).toMatchObject({
      id: 'data-scientist-esco-2511-3',
      title: 'Data scientist',
      family: 'Professionals',
      codes: { esco: [uri('1')], onet: [] },
      skills: [
        {
          source: 'esco',
          heading: 'Occupation data scientist',
          items: [
            { name: 'R', priority: 'essential' },
            { name: 'data mining', priority: 'essential' },
            { name: 'Python', priority: 'bonus' },
          ],
        },
      ],
    });
    expect(roles.find('wizard of webs').match).toMatchObject({ kind: 'exact', title: 'Web wizard' });
    expect(roles.all).toHaveLength(2);
    expect(summary.notes).toEqual([
      'There is no "crosswalk_esco_onet.csv": no occupation is joined with one of O*NET.',
    ]);
    // ESCO 1.2.0 came out in May 2024.
    expect((await check([pack], { today: TODAY })).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^was to be reviewed by 2026-05-31/),
    ]);
  });

  it('gives the same facts from the publisher’s own tables', async () => {
    const [joined, tables] = [await imported(esco, FILES), await imported(esco, TABLES)];
    expect(tables.files['facts.jsonl']).toBe(joined.files['facts.jsonl']);
    expect(tables.files['roles.jsonl']).toBe(joined.files['roles.jsonl']);
    expect(tables.files['sources/esco.yaml']).toContain('title: ESCO classification\n');
    expect(joined.files['sources/esco.yaml']).toContain('title: ESCO classification 1.2.0\n');
  });

  it.each(['O*NET first', 'ESCO first'])('is one with the same occupation of O*NET, %s', async (order) => {
    const packs = [(await imported(onet, NEEDED)).pack, (await imported(esco, CROSSED)).pack];
    const { roles } = await openKnowledge(order === 'O*NET first' ? packs : packs.toReversed());
    expect(roles.find('data expert').entry).toMatchObject({
      title: 'Data Scientists',
      codes: { onet: ['15-2051.00'], esco: [uri('1')] },
      skills: [{ source: 'esco' }],
    });
    expect(roles.find('web wizard').entry?.codes.onet).toEqual([]);
    expect(roles.all).toHaveLength(5);
  });

  it('takes no sentence of the publisher', async () => {
    const { files } = await imported(esco, CROSSED);
    expect(Object.values(files).join('')).not.toContain('Ours');
    expect(linesOf(files['roles.jsonl'])).toHaveLength(2);
  });

  it('is the same in any order', async () => {
    const [header = '', ...rows] = OCCUPATIONS;
    const turned = {
      'occupations_en.csv': crlf([header, ...rows.toReversed()]),
      [NAME]: `${LINES.toReversed().join('\n')}\n`,
    };
    expect((await imported(esco, turned)).files).toEqual((await imported(esco, FILES)).files);
  });

  it.each<[string, Files, string]>([
    [
      'no links',
      { 'occupations_en.csv': crlf(OCCUPATIONS) },
      'There is no "occupationSkillRelations_en.csv" in DIR: it is in the same download as occupations_en.csv',
    ],
    [
      'a line cut off',
      { ...FILES, [NAME]: LINES.join('\n').slice(0, -9) },
      `${NAME}, line 2, column 143: is not whole: the download was cut off, so fetch the file again`,
    ],
    [
      'links cut off at a line end',
      { ...FILES, [NAME]: `${LINES[0] ?? ''}\n` },
      `${NAME}, which ends at line 1: has no essential skill of "web wizard" (${uri('2')}): the file is cut off or of another release, so download both again`,
    ],
    [
      'occupations cut off at a line end',
      { ...FILES, 'occupations_en.csv': crlf(OCCUPATIONS.slice(0, 2)) },
      `${NAME}, line 2, column 1 (uri): has ${uri('2')}, which is no released occupation of "occupations_en.csv": one of the two files is cut off or of another release, so download both again`,
    ],
    [
      'a list cut short',
      { ...FILES, [NAME]: FILES[NAME]?.toString().replace('"data mining",', '') ?? '' },
      `${NAME}, line 1, column 1: lists fewer skills than it counts: download the file again`,
    ],
    [
      'another JSON',
      { ...FILES, [NAME]: '{"uri": 1}\n' },
      `${NAME}, line 1, column 1: uri is missing or wrong: this is another file than the one this importer reads`,
    ],
    [
      'a bad address',
      { ...FILES, 'occupations_en.csv': crlf(OCCUPATIONS).replace(uri('2'), 'data.europa.eu/2') },
      'occupations_en.csv, line 5, column 2 (conceptUri): is "data.europa.eu/2", which is not written like http://data.europa.eu/esco/occupation/258e46f9-…: the file is damaged or another one',
    ],
    [
      'a crosswalk without its first lines',
      { ...FILES, 'crosswalk_esco_onet.csv': crlf(CROSSWALK.slice(3)) },
      'crosswalk_esco_onet.csv, line 17: the file ends before its header: download it again',
    ],
    [
      'a crosswalk cut off at a line end',
      { ...FILES, 'crosswalk_esco_onet.csv': crlf(CROSSWALK.slice(0, -1)) },
      "crosswalk_esco_onet.csv, which ends at line 18: names 1 of 2 occupations, and the publisher's names nearly nine of ten: the file is cut off, so download it again",
    ],
    [
      'a skill of no table',
      { ...TABLES, 'skills_en.csv': crlf(['conceptUri,preferredLabel', `${skill('R')},R`]) },
      'occupationSkillRelations_en.csv, line 3, column 4 (skillUri): is of no skill in "skills_en.csv": one of the two files is cut off, so download both again',
    ],
  ])('is refused from %s', async (_what, given, sentence) => {
    expect(await refusal(esco, given)).toBe(sentence);
  });
});
