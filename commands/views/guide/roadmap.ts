import { partTitle } from './titles.ts';
import { joined, phrase, say } from '../../../src/message/say.ts';
import { levelName } from '../names.ts';
import { type Part, shrinking } from '../one-screen.ts';
import type { Section } from '../section.ts';
import { join } from '../format.ts';
import { bold, type Text } from '../../../src/reply.ts';
import { lineEvidence, lineText, nodeSection, type RoleGuide } from './guide.ts';
import { estimate, skillName } from './skills.ts';

/** The phases of a guide: skills in order with hours, and the project that proves each phase. */
export function phaseSections(own: RoleGuide): Section[] {
  const { phases, skills } = own.guide;
  return phases.map((phase, number) => {
    const places = phase.skills.map((name) => skills.findIndex((skill) => skill.name === name));
    const lines = places.flatMap((at): Text[] => {
      const skill = skills[at];
      return skill === undefined ? [] : [[skillName(own, at), phrase` · ${estimate(skill.hours)}`]];
    });
    const project: Text = [
      bold(say('Build: {project}', { project: own.text((g) => g.phases[number]?.project.title) })),
      phrase` · ${estimate(phase.project.hours)}\n`,
      own.text((g) => g.phases[number]?.project.show),
    ];
    const title = phrase`${number + 1} ${own.text((g) => g.phases[number]?.name)}`;
    return nodeSection(own, ['phases', number], {
      kind: 'text',
      title,
      text: join([...lines, project], '\n'),
    });
  });
}

/** The rungs, a line each: what changes from the one below. */
export function levelSections(own: RoleGuide): Section[] {
  const { guide } = own;
  const said = guide.levels.flatMap(({ years }) => years ?? []);
  return [
    {
      evidence: lineEvidence(guide, ['levels'], said),
      node: {
        kind: 'list',
        title: partTitle(['levels']),
        items: guide.levels.map((_, at) => rungText(own, at)),
      },
    },
  ];
}

function rungText(own: RoleGuide, at: number): Text {
  const rung = own.guide.levels[at];
  if (rung === undefined) return [];
  const changes = own.text(({ levels }) => levels[at]?.changes);
  return [
    bold(own.text(({ levels }) => levels[at]?.title)),
    phrase` (${levelName(rung.level)}): ${changes}`,
    ...(rung.years === undefined ? [] : [' ', ...lineText(own, ({ levels }) => levels[at]?.years)]),
  ];
}

/** "Senior: You take an open problem …"; the firm's name for it stands in the whole ladder. */
function stepText(own: RoleGuide, at: number): Text {
  const level = own.guide.levels[at]?.level;
  const changes = own.text(({ levels }) => levels[at]?.changes);
  return level === undefined ? [] : [bold(levelName(level)), phrase`: ${changes}`];
}

/** The rungs from the lowest up as far as there is room, and the names of the others. */
export function firstLevels(own: RoleGuide): Part {
  const { levels } = own.guide;
  return shrinking(levels.length, 1, 1, (count) => {
    const others = levels.slice(count).map(({ level }) => levelName(level));
    const then: Text[] =
      others.length === 0 ? [] : [[say('Then: {rungs}', { rungs: joined(others, ' · ') })]];
    const items = [...levels.slice(0, count).map((_, at) => stepText(own, at)), ...then];
    return [nodeSection(own, ['levels'], { kind: 'list', items })];
  });
}
