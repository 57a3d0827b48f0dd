import { describe, expect, it } from 'vitest';
import { check } from '../../../knowledge/check.ts';
import { advertisedPay } from '../../../knowledge/import/advertised-pay.ts';
import { gdad } from '../../../knowledge/import/gdad.ts';
import { onet } from '../../../knowledge/import/onet.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { folderOf, imported, TODAY } from './download.ts';
import { ALL } from './onet-files.ts';

const role = (id: string, title: string, code: string) =>
  `id: ${id}\ntitle: ${title}\naliases: [platform engineer]\nfamily: Data\ncodes: { onet: ['${code}'] }\nsummary: { text: Ours., sources: [guide] }\n`;
const SOURCES = {
  'sources/guide.yaml':
    'id: guide\nname: Guide\ntitle: Guide\nlicence: ours\nretrieved: 2026-11-01\nreviewBy: 2027-11-01\n',
  'sources/onet.yaml':
    'id: onet\nname: O*NET\ntitle: O*NET\nlicence: CC BY 4.0\nretrieved: 2026-11-01\nreviewBy: 2027-11-01\n',
};

describe('a role written by hand, and the imported occupation whose code it claims', () => {
  it('the role keeps its name, and has the facts of the code', async () => {
    const ours = folderOf({ ...SOURCES, 'roles/coder.yaml': role('coder', 'Coder', '15-1252.00') });
    const { roles } = await openKnowledge([ours, (await imported(onet, ALL)).pack]);
    expect(roles.find('platform engineer').match).toMatchObject({ kind: 'exact', id: 'coder' });
    expect(roles.get('coder')?.skills.map(({ heading }) => heading)).toEqual([
      'Technology of Software Developers',
      'General skills of Software Developers',
    ]);
    expect(roles.find('AI Engineer').match).toMatchObject({ id: 'software-developers-15-1252-00' });
  });

  it('what somebody chose from the same source for the role by hand stays', async () => {
    const chosen = 'skills:\n  - heading: Chosen\n    items: [{ name: Python }]\n';
    const ours = folderOf({
      ...SOURCES,
      'roles/coder.yaml': role('coder', 'Coder', '15-1252.00'),
      'roles/coder/onet.yaml': chosen,
    });
    const { roles } = await openKnowledge([ours, (await imported(onet, ALL)).pack]);
    expect(roles.get('coder')?.skills.map(({ heading }) => heading)).toEqual(['Chosen']);
    expect(roles.get('software-developers-15-1252-00')?.skills).toHaveLength(2);
  });
});

/** As many figures for a title. */
const many = (count: number, title: string) =>
  Array.from({ length: count }, () => `2025,SE,FT,${title},100000,0,US`);

describe('facts by the name of a role', () => {
  const HEADER = 'Role Family,Role,Role Level,Skill Name,Skill Level';
  const rows = (name: string) => ({
    'uk_gdad_roles.csv': `${HEADER}\nData,${name},Senior ${name},Python,Expert\n`,
  });

  it('go to the role that has the name as an alias', async () => {
    const ours = folderOf({ ...SOURCES, 'roles/coder.yaml': role('coder', 'Coder', '15-1252.00') });
    const { pack } = await imported(gdad, rows('Platform engineer'));
    const { roles } = await openKnowledge([ours, pack]);
    expect(roles.get('coder')?.ladder).toMatchObject([{ source: 'gdad', rungs: [{ level: 'senior' }] }]);
  });

  it('of several names of one role, those of its title, or else of the name with the most figures', async () => {
    const HEAD =
      'work_year,experience_level,employment_type,job_title,salary_in_usd,remote_ratio,company_location';
    const paid = async (...titles: string[][]) => {
      const ours = folderOf({
        ...SOURCES,
        'roles/coder.yaml': role('coder', 'Coder', '15-1252.00').replace(
          'aliases: [',
          'aliases: [Code Monkey, ',
        ),
      });
      const csv = `${[HEAD, ...titles.flat()].join('\n')}\n`;
      const { pack } = await imported(advertisedPay, { 'ai-jobs_salaries_x.csv': csv });
      const { roles } = await openKnowledge([ours, pack]);
      return [...new Set(roles.get('coder')?.pay.map(({ title }) => title))];
    };
    expect(await paid(many(20, 'Platform Engineer'), many(30, 'Code Monkey'))).toEqual(['Code Monkey']);
    expect(await paid(many(20, 'Coders'), many(30, 'Code Monkey'))).toEqual(['Coders']);
  });

  it('go to an imported occupation of that title, and not to one that has it among its many jobs', async () => {
    const occupations = (await imported(onet, ALL)).pack;
    const ladders = async (name: string) => {
      const { roles } = await openKnowledge([occupations, (await imported(gdad, rows(name))).pack]);
      return roles.all.filter(({ ladder }) => ladder.length > 0).map(({ title }) => title);
    };
    expect(await ladders('Data scientist')).toEqual(['Data Scientists']);
    expect(await ladders('Data analyst')).toEqual([]);
  });

  it('are reported where no role has the name', async () => {
    const { pack } = await imported(gdad, rows('Wizard'));
    const found = await check([pack], { today: TODAY });
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found[0]?.message).toContain('no role has');
  });
});
