import type { Download } from './download.ts';
import { rankRungs } from './gdad-ladder.ts';
import { defineImporter } from './importer.ts';
import type { FactsInput, LadderInput, PackParts, SkillsInput, SourceInput } from './pack-parts.ts';
import { ImportProblem } from './problem.ts';
import { yearsAfter } from './release.ts';
import { readTable } from './table.ts';
import { expansions } from './titles.ts';

const SOURCE = 'gdad';
const FILE = 'uk_gdad_roles.csv';
const SKILLS_FILE = 'uk_gdad_skills.csv';
const CREDIT = 'Contains public sector information licensed under the Open Government Licence v3.0.';
const LEVELS = ['Awareness', 'Working', 'Practitioner', 'Expert'] as const;
const NOT_IN_USE = 'NOT IN USE';

/** The skills of a rung with the level of each. */
export type Rung = Map<string, (typeof LEVELS)[number]>;

/**
 * The capability framework of the UK Government's digital and data profession: the ladder of each role, and the skills
 * of each rung with their levels, for the role that has its name. Its descriptions are not read. Rows whose level is
 * "NOT IN USE" (chief officers of the senior civil service) are dropped, and counted.
 */
export const gdad = defineImporter(
  {
    name: 'gdad',
    summary: "Ladders and skill levels of the UK Government's digital and data profession (OGL v3.0)",
    needs: [FILE],
    uses: [SKILLS_FILE],
    credit: CREDIT,
  },
  read,
);

async function read(download: Download, today: string): Promise<PackParts> {
  const { roles, dropped, skills } = await readRoles(download);
  await checkSkills(download, skills);
  const rungs = [...roles.values()].reduce((sum, ladder) => sum + ladder.size, 0);
  const source = sourceOf(today);
  return {
    title: source.title,
    sources: [source],
    roles: [],
    facts: [...roles].map(([role, ladder]) => factsOf(role, ladder)),
    counts: { roles: roles.size, rungs, skills: skills.size },
    notes: dropped === 0 ? [] : [`${dropped} rows whose level is "${NOT_IN_USE}" are left out.`],
  };
}

/** The rungs of each role, those of a role in the order of the file. */
export async function readRoles(download: Download) {
  const file = await download.need(
    'download the framework from https://ddat-capability-framework.service.gov.uk and name its table of roles so',
    FILE,
  );
  const roles = new Map<string, Map<string, Rung>>();
  const skills = new Set<string>();
  let dropped = 0;
  for await (const row of readTable(download, file, {
    columns: ['Role Family', 'Role', 'Role Level', 'Skill Name', 'Skill Level'],
  })) {
    const skill = row.text('Skill Name');
    skills.add(skill);
    const rung = row.text('Role Level');
    const role = row.text('Role');
    const level = row.oneOf('Skill Level', [...LEVELS, NOT_IN_USE]);
    if (rung === NOT_IN_USE || level === NOT_IN_USE) {
      dropped++;
      continue;
    }
    const ladder = roles.get(role) ?? new Map<string, Rung>();
    const own: Rung = ladder.get(rung) ?? new Map();
    // A few rows are there twice, and some of them with two levels: the higher one is what the rung needs.
    const before = own.get(skill);
    if (before === undefined || LEVELS.indexOf(before) < LEVELS.indexOf(level)) own.set(skill, level);
    roles.set(role, ladder.set(rung, own));
  }
  return { roles, dropped, skills };
}

/**
 * The table of skills, where it is there, lists every skill that the roles use.
 * @throws ImportProblem where the roles lack one: their file is cut off.
 */
async function checkSkills(download: Download, used: ReadonlySet<string>): Promise<void> {
  const file = await download.find(SKILLS_FILE);
  if (file === undefined) return;
  for await (const row of readTable(download, file, {
    columns: ['Skill Name', 'Roles that require Skill'],
  })) {
    const name = row.text('Skill Name');
    if (used.has(name)) continue;
    throw new ImportProblem(
      { file: FILE },
      `has no row on the skill "${name}", which ${SKILLS_FILE} (line ${row.line}) says roles need: the file is cut off or of another release, so download both again`,
    );
  }
}

function factsOf(role: string, ladder: ReadonlyMap<string, Rung>): FactsInput {
  const ranks = rankRungs(role, ladder.keys());
  const rungs: LadderInput['rungs'] = ranks.map(({ title, level }) => ({
    title,
    level,
    skills: [...(ladder.get(title) ?? [])].toSorted(bySkill).map(([name, depth]) => `${name}: ${depth}`),
  }));
  const names = [
    ...new Set([...ranks].flatMap(({ title }) => [...(ladder.get(title)?.keys() ?? [])])),
  ].toSorted();
  const items: SkillsInput['items'] = names.map((name) => {
    const depths = ranks.flatMap(({ title }) => ladder.get(title)?.get(name) ?? []);
    const [low, high] = [Math.min, Math.max].map(
      (pick) => LEVELS[pick(...depths.map((depth) => LEVELS.indexOf(depth)))],
    );
    return { name, level: (low === high ? [low] : [low, high]).join(' to ') };
  });
  return {
    source: SOURCE,
    titles: namesOf(role, ladder),
    ladder: [{ rungs }],
    skills: [{ items }],
  };
}

/** "Development operations (DevOps) engineer" is a DevOps engineer too, since one of its rungs is called that. */
function namesOf(role: string, ladder: ReadonlyMap<string, unknown>): string[] {
  const [, before = '', inside = '', after = ''] = /^(.+?) \((.+?)\) (.+)$/.exec(role) ?? [];
  if (!ladder.has(`${inside} ${after}`)) return [role, ...expansions(role)];
  return [role, `${before} ${after}`, `${inside} ${after}`];
}

function bySkill([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function sourceOf(today: string): SourceInput {
  return {
    id: SOURCE,
    name: 'UK Government DDaT',
    title: 'Government Digital and Data Profession Capability Framework',
    publisher: 'UK Government',
    url: 'https://ddat-capability-framework.service.gov.uk',
    licence: 'Open Government Licence v3.0',
    credit: CREDIT,
    retrieved: today,
    reviewBy: yearsAfter(today, 1),
    methodology:
      'The framework does not number its levels: Rolecall orders them by the words they begin with (trainee, associate, junior, none, senior, lead, principal, head). Skill levels are awareness, working, practitioner and expert.',
    disclaimers: ['Written for the civil service of the United Kingdom: titles and skills elsewhere differ.'],
  };
}
