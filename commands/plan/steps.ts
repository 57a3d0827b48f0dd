import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { ReplyNode, Text } from '../../src/reply.ts';
import { quiet } from '../../src/reply.ts';
import { courseLine } from '../show/courses.ts';
import { count, sentence } from '../show/words.ts';
import type { Plan } from './answer.ts';
import type { Pick } from './choose.ts';

/** As many skills as a step names that it is there for. */
const NAMED = 4;

/** The courses in order, then what to build; one numbering. What nothing teaches is counted. */
export function stepNodes({ choice, artifacts }: Plan, knowledge: KnowledgeBase): ReplyNode[] {
  const { picks, untaught } = choice;
  const left = untaught.filter(({ priority }) => priority === 'essential').length;
  return [
    ...(picks.length === 0
      ? []
      : [
          {
            kind: 'list',
            title: 'Steps, in order (computed)',
            ordered: true,
            items: picks.map((pick) => stepText(pick, knowledge)),
          } as const,
        ]),
    ...(artifacts === undefined
      ? []
      : [
          {
            kind: 'list',
            title: artifacts.title,
            ordered: true,
            ...(picks.length === 0 ? {} : { start: picks.length + 1 }),
            items: artifacts.items.map((item): Text => [item]),
          } as const,
        ]),
    ...(untaught.length === 0 ? [] : [note(untaughtText(untaught.length, left))]),
  ];
}

function note(words: string): ReplyNode {
  return { kind: 'note', text: [words] };
}

function untaughtText(n: number, essential: number): string {
  const of = essential === 0 ? 'none of them essential' : `${essential} of them essential`;
  return `${sentence(count(n, 'missing skill is', 'missing skills are'))} in no step (${of}): no course I know teaches them, or the ten steps are full. Skills lists them all.`;
}

function stepText({ course, covers }: Pick, knowledge: KnowledgeBase): Text {
  const names = covers.slice(0, NAMED).map(({ name }) => name);
  const more = covers.length - names.length;
  const purpose = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [...courseLine(course, knowledge), '\n', quiet(`for ${purpose}`)];
}

/** What the budget keeps out, with its price: never simply missing. */
export function leftOutNodes({ choice, wish }: Plan): ReplyNode[] {
  if (choice.leftOut.length === 0) return [];
  const items = choice.leftOut.map(({ course, toll }): Text => [
    `${course.title}: ${toll.prices.map(({ text }) => text).join(', ')}`,
  ]);
  return [{ kind: 'list', title: `Left out by the budget of ${wish.budget ?? 0}`, items }];
}
