import { type Citation, cite, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import type { Chart } from '../../src/chart.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { picture } from '../../src/reply.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { levelName, sourceName } from '../views/names.ts';
import { payRange, yearsOf } from '../views/format.ts';
import type { Section } from '../views/section.ts';
import { longestLadder, payBeside } from './rungs.ts';

/** The rungs to look at, from the lowest up: those of the guide, else of the source that draws most. */
export function drawnRungs(role: Role, own: RoleGuide | undefined, knowledge: KnowledgeBase): Section[] {
  if (own !== undefined) return [section(role, guidedRungs(own), [cite(own.guide, ['levels'])])];
  const ladder = longestLadder(role);
  if (ladder === undefined) return [];
  const beside = payBeside(role);
  const phases = ladder.rungs.map(({ title, level, years }) => {
    const [band] = beside(ladder.source, level);
    const pay = band === undefined ? undefined : payRange(band);
    return {
      label: title,
      words: joined(
        [
          levelName(level),
          ...(years === undefined ? [] : [yearsOf(years)]),
          ...(pay === undefined ? [] : [pay]),
        ],
        ' · ',
      ),
    };
  });
  return [section(role, { label: sourceName(ladder.source, knowledge), phases }, [cite(ladder)])];
}

type Road = Extract<Chart, { kind: 'timeline' }>['roads'][number];

function guidedRungs(own: RoleGuide): Road {
  const phases = own.guide.levels.map(({ level }, at) => ({
    label: levelName(level),
    words: own.text(({ levels }) => levels[at]?.changes),
  }));
  return { label: say('What changes with each step'), phases };
}

function section({ title }: { readonly title: Said }, road: Road, evidence: readonly Citation[]): Section {
  const chart = { kind: 'timeline', title: say('{role} · ladder', { role: title }), roads: [road] } as const;
  return { evidence, node: picture(chart), named: true };
}
