import type { KnowledgeBase } from '../../knowledge/index.ts';
import { amount, enumerate, numeral } from '../../src/message/figures.ts';
import { type Said, say } from '../../src/message/say.ts';
import { quiet, type ReplyNode, type Text } from '../../src/reply.ts';
import { courseLine } from '../views/courses.ts';
import type { Plan } from './answer.ts';
import { type CourseChoice, MOST_STEPS, type PickedCourse } from './choose-courses.ts';

/** As many skills as a step names that it is there for. */
const NAMED = 4;

/** The courses in order, then what to build; one numbering. What nothing teaches is counted. */
export function stepNodes({ choice, artifacts }: Plan, knowledge: KnowledgeBase): ReplyNode[] {
  const { picks, untaught } = choice;
  return [
    ...(picks.length === 0
      ? []
      : [
          {
            kind: 'list',
            title: say('Steps, in order (computed)'),
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
    ...(untaught.length === 0 ? [] : [note(untaughtText(choice, knowledge))]),
  ];
}

function note(words: Said): ReplyNode {
  return { kind: 'note', text: [words] };
}

/** What is in no step, counted, and why; every reason is one of at least one skill. */
function untaughtText(choice: CourseChoice, knowledge: KnowledgeBase): Said {
  const { untaught } = choice;
  return say(
    '{n, plural, one {One missing skill is} other {{Words} missing skills are}} in no step ({essential, plural, =0 {none of them} other {# of them}} essential): {reasons}. Skills lists them all.',
    {
      ...amount(untaught.length),
      essential: untaught.filter(({ priority }) => priority === 'essential').length,
      reasons: enumerate(reasonsOf(choice, knowledge), 'or'),
    },
  );
}

function reasonsOf({ picks, leftOut, untaught }: CourseChoice, knowledge: KnowledgeBase): Said[] {
  const taught = untaught.filter(({ id }) => knowledge.skills.get(id)?.taughtBy.length);
  const wanted = taught.filter(({ priority }) => priority !== 'bonus');
  const n = untaught.length;
  return [
    ...(taught.length < n ? [say('no course I know teaches {n, plural, one {it} other {them}}', { n })] : []),
    ...(wanted.length < taught.length ? [say('a bonus is not planned for')] : []),
    ...(wanted.length > 0 && picks.length === MOST_STEPS
      ? [say('the {most} steps are full', { most: amount(MOST_STEPS).words })]
      : []),
    ...(wanted.length > 0 && leftOut.length > 0 ? [say('the budget does not reach')] : []),
  ];
}

function stepText({ course, covers }: PickedCourse, knowledge: KnowledgeBase): Text {
  const names = covers.slice(0, NAMED).map(({ name }) => name);
  const more = covers.length - names.length;
  const skills = names.join(', ');
  const purpose =
    more > 0 ? say('for {skills} and {n} more', { skills, n: more }) : say('for {skills}', { skills });
  return [...courseLine(course, knowledge), '\n', quiet(purpose)];
}

/** What the budget keeps out, with its price: never simply missing. */
export function leftOutNodes({ choice, wish }: Plan): ReplyNode[] {
  if (choice.leftOut.length === 0) return [];
  const items = choice.leftOut.map(({ course, effort }): Text => [
    `${course.title}: ${effort.prices.map(({ text }) => text).join(', ')}`,
  ]);
  return [
    {
      kind: 'list',
      title: say('Left out by the budget of {budget}', { budget: numeral(wish.budget ?? 0) }),
      items,
    },
  ];
}
