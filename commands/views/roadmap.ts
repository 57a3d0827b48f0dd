import { cite, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import { bold, code, type Inline, link, type ReplyNode, type Text } from '../../src/reply.ts';
import { costWords } from './courses.ts';
import type { Section } from './section.ts';
import { priorityName } from './names.ts';
import { inMonths } from './format.ts';

type Roadmap = Role['roadmap'][number];
type Phase = Roadmap['phases'][number];
type Step = Phase['items'][number];

const KINDS: Readonly<Record<Step['kind'], string>> = {
  course: message('course'),
  skill: message('skill'),
  knowledge: message('knowledge'),
  certification: message('certification'),
  project: message('project'),
};

/** Each source's road into a role, phase by phase in its order. */
export function roadmapSections(role: Pick<Role, 'roadmap'>, knowledge: KnowledgeBase): Section[] {
  return role.roadmap.flatMap((roadmap) =>
    roadmap.phases.flatMap((phase, at) =>
      phaseNodes(phase, at + 1, knowledge).map((node) => ({
        evidence: [cite(roadmap, ['phases', at])],
        node,
      })),
    ),
  );
}

/** How long a road takes: its months added up, where every phase gives them. */
export function roadmapMonths({ phases }: Roadmap): number | undefined {
  const months = phases.flatMap((phase) => phase.months ?? []);
  return months.length === phases.length ? months.reduce((sum, each) => sum + each, 0) : undefined;
}

function phaseNodes(
  { name, months, summary, items }: Phase,
  number: number,
  knowledge: KnowledgeBase,
): ReplyNode[] {
  const title = phrase`${number} ${name}${months === undefined ? '' : phrase` · ${inMonths(months)}`}`;
  const steps = items.map((step) => stepText(step, knowledge));
  if (summary === undefined) return [{ kind: 'list', title, items: steps }];
  return [
    { kind: 'text', title, text: [summary] },
    { kind: 'list', items: steps },
  ];
}

function stepText(step: Step, knowledge: KnowledgeBase): Text {
  const { kind, name, provider, priority, cost, hours, level, detail } = step;
  const said = [
    say(KINDS[kind]),
    provider,
    priority === undefined ? undefined : priorityName(priority),
    hours === undefined ? undefined : `${hours} h`,
    level,
  ];
  const url = step.course === undefined ? undefined : knowledge.courses.get(step.course)?.url;
  const text: Inline[] = [
    url === undefined ? bold(name) : link(name, url),
    ...said.flatMap((word) => (word === undefined ? [] : phrase` · ${word}`)),
  ];
  const price = costWords({ cost });
  if (price !== undefined) text.push(' · ', code(price));
  if (detail !== undefined) text.push(`\n${detail}`);
  return text;
}
