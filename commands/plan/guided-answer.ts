import { type Citation, cite, citeAll } from '../../knowledge/index.ts';
import { movesOf } from '../../knowledge/moves.ts';
import { type RoleSkill, skillListsOf } from '../../knowledge/skill-lists.ts';
import type { CommandContext } from '../../src/command.ts';
import { dateRange, monthRange } from '../../src/message/dates.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import {
  type Action,
  type Ask,
  askButton,
  bold,
  type Draft,
  picture,
  type ReplyNode,
  type Text,
} from '../../src/reply.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { type Hours, spanText } from '../views/guide/hours.ts';
import { skillName } from '../views/guide/skills.ts';
import { type Start, startId } from '../input/start.ts';
import { nextActions } from '../views/actions.ts';
import { onOneScreen } from '../views/one-screen.ts';
import { restsOn, type Section } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { type GuidedPlan, planGuide, type PlannedPhase } from './guided.ts';
import { shortStart, startEvidence, startNodes } from './guided-start.ts';
import { planChart } from './picture.ts';
import type { Wish } from './wish.ts';
import { knownSkillNodes } from '../skills/known-skills.ts';

/** Weeks in a month, on average. */
const WEEKS_A_MONTH = 365.25 / 12 / 7;

/**
 * The way to a role as its guide has it, less what somebody has: on one screen when, what to learn in order and what to
 * build; in full each phase by its name, with what is missing.
 */
export function answerGuided(own: RoleGuide, wish: Wish, context: CommandContext): Draft {
  const { start, full } = wish;
  const skillList = skillListsOf(context.knowledge).of(wish.to.id);
  const had = new Set([...broughtBy(wish, context), ...wish.have.skills.map(({ id }) => id)]);
  const plan = planGuide(own.guide, had, context.knowledge);
  const shared = skillList.filter(({ id }) => had.has(id));
  const evidence = phaseEvidence(own, plan);
  const list = (of: (its: RoleGuide, phase: PlannedPhase) => Text): Section => ({
    evidence,
    node: { kind: 'list', ordered: true, items: plan.phases.map((phase) => of(own, phase)) },
  });
  const rest = [
    ...knownSkillNodes([], wish.have, skillList),
    ...(full ? hoursNote(plan) : []),
    ...(wish.budget === undefined ? [] : [BUDGET]),
    ...nextActions(actionsOf(own, plan, wish, context)),
  ];
  const facts = [...evidence, ...startEvidence(own, start), ...hourEvidence(own, plan)];
  const draftOf = (nodes: readonly ReplyNode[]): Draft => ({
    title: say('Plan: {role}', { role: wish.to.title }),
    lead: [leadOf(plan, wish.hours, context.now)],
    body: [...nodes, ...rest],
    ...restsOn(facts, context, { steps: stepsOf(own, plan) }),
  });
  if (full)
    return draftOf([list(phaseText).node, ...startNodes(own, start, shared), ...hadNodes(shared, skillList)]);
  if (wish.ask.values['view'] === 'picture') return draftOf([picture(planChart(own, plan, wish))]);
  const lists = [phaseLine, phaseSkills, firstTwo, firstOne, phaseName].map((of) => [list(of)]);
  const standing = { start, plan, had: [shared.map(({ name }) => name), skillList.length] } as const;
  const parts = [{ forms: lists, yields: [1, 3, 4, 8] }, shortStart(own, standing)];
  return onOneScreen(parts, (sections) => draftOf(sections.map(({ node }) => node)));
}

/** What the role that somebody has asks for already. */
function broughtBy({ start, to }: Wish, { knowledge }: CommandContext): string[] {
  if (start?.kind !== 'role') return [];
  return movesOf(knowledge)
    .gap(start.role.id, to.id)
    .shared.map(({ id }) => id);
}

/** A guide begins each skill with a resource that costs nothing. */
const BUDGET: ReplyNode = {
  kind: 'note',
  text: [say('Each skill here begins with a free resource, so the plan fits any budget.')],
};

/** The day so many weeks after `now` (epoch milliseconds), in UTC, as an ISO date. */
function inWeeks(weeks: number, now: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate();
  return today.add({ weeks }).toString();
}

/** "About 9–13 months at 8 h a week, until Aug 2027 – Dec 2027 (310–440 h: 190 stated, the rest estimated)." */
export function leadOf({ hours, stated }: GuidedPlan, perWeek: number | undefined, now: number): Said {
  const total = spanText(hours);
  const known =
    stated === 0
      ? say('{hours} h, estimated', { hours: total })
      : say('{hours} h: {stated} stated, the rest estimated', { hours: total, stated });
  if (perWeek === undefined) return say('About {known}. Say your hours a week for a date.', { known });
  const weeks = { low: Math.ceil(hours.low / perWeek), high: Math.ceil(hours.high / perWeek) };
  return say('About {time} at {perWeek} h a week, until {dates} ({known}).', {
    time: monthsText(weeks),
    perWeek,
    dates: monthRange(inWeeks(weeks.low, now), inWeeks(weeks.high, now)),
    known,
  });
}

function monthsText(weeks: Hours): Said {
  const low = Math.max(1, Math.round(weeks.low / WEEKS_A_MONTH));
  const high = Math.max(low, Math.round(weeks.high / WEEKS_A_MONTH));
  return say('{n, plural, one {{months} month} other {{months} months}}', {
    n: high,
    months: spanText({ low, high }),
  });
}

/** "See why screens fail · 77–140 h", and the skills that are left. */
export function phaseHeading(own: RoleGuide, phase: PlannedPhase): Text {
  const names = phase.skills.map((at) => skillName(own, at));
  return [...phaseName(own, phase), ...(names.length === 0 ? [] : ['\n', joined(names, ' · ')])];
}

/** "See why screens fail · 77–140 h" */
export function phaseName(own: RoleGuide, { place, hours }: PlannedPhase): Text {
  return [bold(own.text(({ phases }) => phases[place]?.name)), ` · ${spanText(hours)} h`];
}

/** The same with what to build. */
function phaseText(own: RoleGuide, phase: PlannedPhase): Text {
  const { place } = phase;
  return [
    ...phaseHeading(own, phase),
    '\n',
    say('Build: {project}', { project: own.text(({ phases }) => phases[place]?.project.title) }),
  ];
}

/** "HTML · CSS · Git · 103–180 h": what is left of a phase; its project where no skill is. */
export function phaseLine(own: RoleGuide, { place, skills, hours }: PlannedPhase): Text {
  const names = skills.map((at) => skillName(own, at));
  const what =
    names.length > 0
      ? joined(names, ' · ')
      : say('Build: {project}', { project: own.text(({ phases }) => phases[place]?.project.title) });
  return [what, ` · ${spanText(hours)} h`];
}

/** The same where there is little room: without hours, then the first skills and how many follow. */
function phaseStart(own: RoleGuide, phase: PlannedPhase, count: number): Text {
  const { place, skills } = phase;
  const names = skills.slice(0, count).map((at) => skillName(own, at));
  const more = skills.length - names.length;
  if (skills.length === 0)
    return [say('Build: {project}', { project: own.text(({ phases }) => phases[place]?.project.title) })];
  return [joined([...names, ...(more > 0 ? [say('and {n} more', { n: more })] : [])], ' · ')];
}

const phaseSkills = (own: RoleGuide, phase: PlannedPhase): Text => phaseStart(own, phase, Infinity);
const firstTwo = (own: RoleGuide, phase: PlannedPhase): Text => phaseStart(own, phase, 2);
const firstOne = (own: RoleGuide, phase: PlannedPhase): Text => phaseStart(own, phase, 1);

/** The skills of the guide that are there already. */
function hadNodes(shared: readonly RoleSkill[], list: readonly RoleSkill[]): ReplyNode[] {
  if (shared.length === 0) return [];
  const title = say('You have ({had} of {all})', { had: shared.length, all: list.length });
  return [{ kind: 'text', title, text: [shared.map(({ name }) => name).join(' · ')] }];
}

/** Which hours are stated by courses, and that the others are an estimate. */
function hoursNote({ hours, stated }: GuidedPlan): ReplyNode[] {
  const said =
    stated === 0
      ? say('{hours} h with the projects: an estimate of the guide; no course here states its hours.', {
          hours: spanText(hours),
        })
      : say('{hours} h with the projects: {stated} h stated by courses, the rest an estimate of the guide.', {
          hours: spanText(hours),
          stated,
        });
  return [{ kind: 'note', text: [said] }];
}

/** Hours a week that people ask about first. */
const HOURS = [5, 10, 20];

function actionsOf(own: RoleGuide, plan: GuidedPlan, wish: Wish, { knowledge }: CommandContext): Action[] {
  const [first] = plan.phases.flatMap(({ skills }) => skills);
  const free = first === undefined ? undefined : own.guide.skills[first]?.free;
  return [
    ...(first === undefined || free === undefined
      ? []
      : [askButton(say('Start: {skill}', { skill: skillName(own, first) }), 'course', { about: free })]),
    { kind: 'form', label: say('I have some of these'), ask: wish.ask },
    wish.ask.values['view'] === 'picture'
      ? askButton(say('In words'), 'plan', without(wish.ask.values, 'view'))
      : askButton(say('Picture'), 'plan', { ...wish.ask.values, view: 'picture' }),
    askButton(
      wish.full ? say('In short') : say('The whole plan'),
      'plan',
      wish.full ? without(wish.ask.values, 'view') : { ...wish.ask.values, view: 'full' },
    ),
    ...HOURS.filter((n) => n !== wish.hours).map((n) =>
      askButton(say('{n} h a week', { n }), 'plan', { ...wish.ask.values, 'hours-per-week': String(n) }),
    ),
    ...tabs(wish.to, knowledge, 'plan'),
  ];
}

function without(values: Ask['values'], name: string): Ask['values'] {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}

function phaseEvidence({ guide }: RoleGuide, { phases }: GuidedPlan): Citation[] {
  return [
    ...phases.map(({ place }) => cite(guide, ['phases', place])),
    ...phases.flatMap(({ skills }) => skills.map((at) => cite(guide, ['skills', at]))),
  ];
}

/** The courses whose hours are counted. */
function hourEvidence(own: RoleGuide, plan: GuidedPlan): Citation[] {
  const ids = plan.phases.flatMap(({ skills }) => skills.flatMap((at) => own.guide.skills[at]?.free ?? []));
  return ids.flatMap((id) =>
    citeAll(own.knowledge.courses.get(id)?.facts.filter(({ hours }) => hours !== undefined) ?? []),
  );
}

function stepsOf(own: RoleGuide, plan: GuidedPlan): Text[] {
  return [
    [
      say(
        'The order, the hours and the projects are those of the guide, reviewed {date}; skills that you have are left out.',
        {
          date: dateRange(own.guide.reviewed, own.guide.reviewed),
        },
      ),
    ],
    [
      phrase`${say('Hours added up: {hours}.', { hours: spanText(plan.hours) })} ${say(
        'Weeks are these hours by the hours a week, rounded up; dates count from today (UTC).',
      )}`,
    ],
  ];
}

/** The id that a plan's question carries for where somebody starts. */
export function startValue(start: Start | undefined): string | undefined {
  return start === undefined ? undefined : startId(start);
}
