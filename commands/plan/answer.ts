import { roadmapMonths } from '../views/roadmap.ts';
import {
  type Citation,
  citeAll,
  type KnowledgeBase,
  type Role,
  type Transition,
} from '../../knowledge/index.ts';
import { type Gap, movesOf } from '../../knowledge/moves.ts';
import { citeSkills, type RoleSkill, skillListsOf } from '../../knowledge/skill-lists.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import { type Ask, bold, type Draft, type ReplyNode, type Text } from '../../src/reply.ts';
import type { KnownSkills } from '../input/known-skills.ts';
import { nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { durations, gapText } from '../views/transitions.ts';
import { knownSkillNodes } from '../skills/known-skills.ts';
import { type Artifacts, artifactsFor } from './artifacts.ts';
import { chooseCourses, type CourseChoice } from './choose-courses.ts';
import { stepsOf } from './arithmetic.ts';
import { offers } from './offers.ts';
import { leftOutNodes, stepNodes } from './steps.ts';
import { estimate, type Estimate, estimateNodes, leadTime } from './time.ts';

/** Who wants what, names resolved. */
export interface Wish {
  readonly to: Role;
  readonly from: Role | undefined;
  readonly have: KnownSkills;
  readonly hours: number | undefined;
  readonly budget: number | undefined;
  /** The whole question, with names resolved. */
  readonly ask: Ask;
}

/** Everything a plan is made of. */
export interface Plan {
  readonly wish: Wish;
  readonly shared: readonly RoleSkill[];
  readonly missing: readonly RoleSkill[];
  readonly choice: CourseChoice;
  readonly artifacts: Artifacts | undefined;
  readonly estimate: Estimate;
  /** What sources say of this very move. */
  readonly move: Transition | undefined;
}

/** The plan from what somebody has to a role: the gap, steps in order, what they take, and when that would be done. */
export function answerPlan(wish: Wish, context: CommandContext): Draft {
  const plan = makePlan(wish, context);
  const { to, from } = wish;
  const list = skillListsOf(context.knowledge).of(to.id);
  return {
    title:
      from === undefined
        ? say('Plan: {role}', { role: to.title })
        : say('Plan: {from} → {to}', { from: from.title, to: to.title }),
    lead: leadOf(plan, context.knowledge),
    body: [
      ...gapNodes(plan, list),
      ...stepNodes(plan, context.knowledge),
      ...estimateNodes(plan, context),
      ...leftOutNodes(plan),
      ...nextActions([...offers(plan), ...tabs(to, context.knowledge, 'plan')]),
    ],
    ...restsOn(evidenceOf(plan, list, context.knowledge), context, { steps: stepsOf(plan, context.now) }),
  };
}

/** The skills a plan still lacks, essential first. */
export function missingFor(
  wish: Pick<Wish, 'to' | 'from' | 'have'>,
  knowledge: KnowledgeBase,
): readonly RoleSkill[] {
  const list = skillListsOf(knowledge).of(wish.to.id);
  return gapOf(wish, list, (a, b) => movesOf(knowledge).gap(a, b)).missing;
}

function makePlan(wish: Wish, { knowledge, now }: CommandContext): Plan {
  const { to, from, hours, budget } = wish;
  const { shared, missing } = gapOf(wish, skillListsOf(knowledge).of(to.id), (a, b) =>
    movesOf(knowledge).gap(a, b),
  );
  const choice = chooseCourses(missing, to, knowledge, budget);
  const move = from === undefined ? undefined : knowledge.transitions.between(from.id, to.id);
  const artifacts = artifactsFor(to, move, knowledge);
  const taken = estimate(choice.picks, artifacts, hours, now);
  return { wish, shared, missing, choice, artifacts, estimate: taken, move };
}

/** What the role somebody has asks for too counts as had, like what they say they have. */
function gapOf(
  { to, from, have }: Pick<Wish, 'to' | 'from' | 'have'>,
  list: readonly RoleSkill[],
  gap: (from: string, to: string) => Gap,
): Pick<Gap, 'shared' | 'missing'> {
  const brought = from === undefined ? [] : gap(from.id, to.id).shared;
  const had = new Set([...brought, ...have.skills].map(({ id }) => id));
  return { shared: list.filter(({ id }) => had.has(id)), missing: list.filter(({ id }) => !had.has(id)) };
}

function leadOf(plan: Plan, knowledge: KnowledgeBase): Text {
  const { shared, missing, wish, move } = plan;
  if (shared.length + missing.length === 0)
    return [
      say('No source I have lists skills for {role}, so there is no gap to plan.', { role: wish.to.title }),
    ];
  const told =
    move === undefined ? [] : [say('Documented: {durations}.', { durations: durations(move, knowledge) })];
  return [joined([gapWords(plan), ...toTake(plan), ...told], ' ')];
}

/** How much of the role is there, and how much is missing. */
function gapWords({ shared, missing, wish }: Plan): Said {
  const all = shared.length + missing.length;
  const essential = missing.filter(({ priority }) => priority === 'essential').length;
  if (missing.length === 0)
    return say(
      'You have {all, plural, one {the one listed skill} other {all # listed skills}}: nothing is missing.',
      { all },
    );
  if (shared.length === 0 && wish.from === undefined)
    return say(
      '{all, plural, one {# skill is} other {# skills are}} listed, {essential} of them essential.',
      { all, essential },
    );
  return say(
    'You have {had} of {all, plural, one {# listed skill} other {# listed skills}}; {n, plural, one {one essential one is} other {{words} essential ones are}} missing.',
    { had: shared.length, all, ...amount(essential) },
  );
}

/** The courses for what is missing, and their time. */
function toTake({ missing, choice, estimate: taken }: Plan): Said[] {
  if (missing.length === 0) return [];
  if (choice.picks.length > 0) return [leadTime(choice.picks.length, taken)];
  const n = missing.length;
  if (choice.leftOut.length > 0)
    return [say('No course for {n, plural, one {it} other {them}} is within the budget.', { n })];
  if (missing.every(({ priority }) => priority === 'bonus'))
    return [say('A bonus is all that is missing; no course is planned for it.')];
  return [say('I know no course for {n, plural, one {it} other {them}}.', { n })];
}

/** The most names of skills that stand side by side; the rest is counted and a press away. */
const SHOWN = 15;

function gapNodes({ wish, shared, missing, move }: Plan, list: readonly RoleSkill[]): ReplyNode[] {
  const said = (move?.documented ?? []).flatMap((facts): ReplyNode[] => {
    const text = gapText(facts);
    return text.length === 0 ? [] : [{ kind: 'text', text }];
  });
  const had = knownSkillNodes([], wish.have, list);
  return [
    ...said,
    ...(shared.length === 0
      ? []
      : [named(say('You have ({had} of {all})', { had: shared.length, all: list.length }), shared)]),
    ...had,
    ...(missing.length === 0
      ? []
      : [named(say('Missing, essential first ({n})', { n: missing.length }), missing)]),
  ];
}

function named(title: Said, skills: readonly RoleSkill[]): ReplyNode {
  const essential = skills.filter(({ priority }) => priority === 'essential');
  const shown = skills.slice(0, SHOWN);
  const rest = skills.length - shown.length;
  const strong = shown.filter((skill) => essential.includes(skill)).map(({ name }) => name);
  const others = shown.filter((skill) => !essential.includes(skill)).map(({ name }) => name);
  const text: Text = [
    ...(strong.length > 0 ? [bold(strong.join(' · '))] : []),
    ...(others.length > 0 ? [`${strong.length > 0 ? ' · ' : ''}${others.join(' · ')}`] : []),
    ...(rest > 0 ? [phrase` · ${say('and {n} more', { n: rest })}`] : []),
  ];
  return { kind: 'text', title, text };
}

function evidenceOf(
  { wish, choice, artifacts, move }: Plan,
  list: readonly RoleSkill[],
  knowledge: KnowledgeBase,
): Citation[] {
  return [
    ...citeAll(move?.documented ?? []),
    ...citeSkills(list, wish.to.id, knowledge),
    ...[...choice.picks, ...choice.leftOut].flatMap(({ course }) => citeAll(course.facts)),
    ...(artifacts === undefined ? [] : [artifacts.from]),
    ...(move === undefined
      ? citeAll(wish.to.roadmap.filter((road) => roadmapMonths(road) !== undefined))
      : []),
  ];
}
