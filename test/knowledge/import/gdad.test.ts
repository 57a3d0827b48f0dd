import { describe, expect, it } from 'vitest';
import { gdad } from '../../../knowledge/import/gdad.ts';
import { rankRungs } from '../../../knowledge/import/gdad-ladder.ts';
import { type Files, imported, linesOf, refusal } from './download.ts';

const HEADER =
  'Role Family,Role,Role Description,Role Level,Role Level Description,Skill Name,Skill Description,Skill Level,Skill Level Description,Role Type';
const row = (role: string, rung: string, skill: string, level: string) =>
  `Data,${role},"Ours:\n- do things, well",${rung},Ours,${skill},"Ours ""quoted""",${level},Ours,`;
const ROWS = [
  row('Data engineer', 'Senior data engineer ', 'Python', 'Expert'),
  row('Data engineer', 'Data engineer', 'Python', 'Working'),
  row('Data engineer', 'Data engineer', 'Python', 'Practitioner'),
  row('Data engineer', 'Data engineer', 'Writing', 'Awareness'),
  row('Development operations (DevOps) engineer', 'DevOps engineer', 'Python', 'Working'),
  row('Chief data officer', 'NOT IN USE', 'Leading', 'NOT IN USE'),
];
const files = (rows: readonly string[] = ROWS): Files => ({
  'uk_gdad_roles.csv': `${HEADER}\n${rows.join('\n')}\n`,
});

const whole = String(files()['uk_gdad_roles.csv']);
/** Ends inside a description of two lines. */
const cut = whole.slice(0, whole.indexOf('do things', whole.indexOf('do things') + 1));

describe('the UK framework', () => {
  it('gives the role of that name its ladder and its skills', async () => {
    const { files: pack, summary } = await imported(gdad, files());
    expect(linesOf(pack['facts.jsonl'])[0]).toEqual({
      source: 'gdad',
      titles: ['Data engineer'],
      ladder: [
        {
          rungs: [
            {
              title: 'Data engineer',
              level: 'mid',
              skills: ['Python: Practitioner', 'Writing: Awareness'],
            },
            { title: 'Senior data engineer', level: 'senior', skills: ['Python: Expert'] },
          ],
        },
      ],
      skills: [
        {
          items: [
            { name: 'Python', level: 'Practitioner to Expert' },
            { name: 'Writing', level: 'Awareness' },
          ],
        },
      ],
    });
    expect(summary.notes).toEqual(['1 rows whose level is "NOT IN USE" are left out.']);
    expect(summary.counts).toEqual({ roles: 2, rungs: 3, skills: 3 });
  });

  it('knows a role by the short name in its brackets', async () => {
    const lines = linesOf((await imported(gdad, files())).files['facts.jsonl']);
    expect(lines[1]?.['titles']).toEqual([
      'Development operations (DevOps) engineer',
      'Development operations engineer',
      'DevOps engineer',
    ]);
  });

  it.each([
    [
      'Content designer',
      'Associate content designer > Junior content designer > Content designer > Senior content designer > Lead content designer > Head of content design',
    ],
    [
      'Solution architect',
      'Associate solution architect > Solution architect > Senior solution architect > Lead solution architect > Principal solution architect',
    ],
    ['Data architect', 'Data architect > Senior data architect > Chief data architect'],
    [
      'Service desk manager',
      'Service desk analyst > Senior service desk analyst > Service desk manager > Head of service desk',
    ],
    ['Incident manager', 'Incident manager > Major incident manager'],
    [
      'Business analyst',
      'Trainee business analyst > Junior business analyst > Business analyst > Senior business analyst',
    ],
  ])('puts the rungs of a %s in order', (role, ladder) => {
    const titles = ladder.split(' > ');
    expect(rankRungs(role, titles.toSorted()).map(({ title }) => title)).toEqual(titles);
    expect(rankRungs(role, titles.toReversed()).map(({ title }) => title)).toEqual(titles);
  });

  it('is the same in any order of its rows', async () => {
    expect((await imported(gdad, files(ROWS.toReversed()))).files).toEqual(
      (await imported(gdad, files())).files,
    );
  });

  it.each<[string, Files, string]>([
    [
      'nothing',
      {},
      'There is no "uk_gdad_roles.csv" in DIR: download the framework from https://ddat-capability-framework.service.gov.uk and name its table of roles so',
    ],
    [
      'a text cut off',
      { 'uk_gdad_roles.csv': cut },
      'uk_gdad_roles.csv, line 4, column 3: the quotation mark that opens here is never closed: the download was cut off, so fetch the file again',
    ],
    [
      'another level',
      files([row('Data engineer', 'Data engineer', 'Python', 'Wizard')]),
      'uk_gdad_roles.csv, line 2, column 8 (Skill Level): is "Wizard", and it can only be Awareness, Working, Practitioner, Expert, NOT IN USE: download the file again',
    ],
    [
      'roles cut off at a line end',
      {
        ...files(),
        'uk_gdad_skills.csv':
          'Skill Name,Roles that require Skill\nPython,Data engineer\nTesting,Test engineer\n',
      },
      'uk_gdad_roles.csv, which ends at line 13: has no row on the skill "Testing", which uk_gdad_skills.csv (line 3) says roles need: the file is cut off or of another release, so download both again',
    ],
  ])('is refused from %s', async (_what, given, sentence) => {
    expect(await refusal(gdad, given)).toBe(sentence);
  });
});
