import { partTitle } from './titles.ts';
import { phrase, say } from '../../../src/message/say.ts';
import { levelName } from '../names.ts';
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
  const { guide, knowledge } = own;
  const items = guide.levels.map(({ level, title, changes, years }): Text => [
    bold(title),
    phrase` (${levelName(level)}): ${changes}`,
    ...(years === undefined ? [] : [' ', ...lineText(years, knowledge)]),
  ]);
  const said = guide.levels.flatMap(({ years }) => years ?? []);
  return [
    {
      evidence: lineEvidence(guide, ['levels'], said),
      node: { kind: 'list', title: partTitle(['levels']), items },
    },
  ];
}
