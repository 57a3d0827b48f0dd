import { citeAll, type Course, type Effort, type KnowledgeBase, type Price } from '../../knowledge/index.ts';
import { amount, printed, sentence } from '../../src/message/figures.ts';
import { joined, message, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, code, type Inline, link, quiet, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Section } from './section.ts';
import { priorityName, roleTitle, sourceName } from './names.ts';
import { join } from './format.ts';
import { speak } from '../../src/message/speak.ts';

export type CourseFact = Course['facts'][number];

/** What each kind of course is called when several stand together, in the order they are shown. */
const KINDS: readonly (readonly [Course['kind'], string])[] = [
  ['course', message('Courses')],
  ['certification', message('Certifications')],
  ['book', message('Books')],
  ['video', message('Videos')],
  ['practice', message('Practice')],
  ['reference', message('Documentation')],
];

/** What is said of a course with the sources that say it: a printed price, hours or a level. */
interface Stated {
  readonly text: Said;
  readonly sources: readonly string[];
}

/** The prices of a course as printed, each once. */
export function costsOf(course: Course): Stated[] {
  return stated(course, costWords);
}

/** A price as printed; that something is free, and no more, in the reader's language. */
export function costWords({ cost }: { readonly cost?: Price | undefined }): Said | undefined {
  if (cost?.printed === undefined) return cost && say('free');
  return cost.printed.toLowerCase() === 'free' ? printed(cost.printed, say('free')) : cost.printed;
}

/** Whether a price is one of nothing: "free", "free to audit"; undefined where none is stated. */
export function isFree({ cost }: CourseFact): boolean | undefined {
  return cost && cost.free === true;
}

function stated(course: Course, pick: (fact: CourseFact) => Said | undefined): Stated[] {
  const said = course.facts.flatMap((fact) => {
    const text = pick(fact);
    return text === undefined ? [] : [{ text, source: fact.source }];
  });
  const groups = Map.groupBy(said, ({ text }) => speak(text, 'en').toLowerCase());
  return Array.from(groups.values(), (group) => ({
    text: group[0]?.text ?? '',
    sources: [...new Set(group.map(({ source }) => source))],
  }));
}

/** "60 h", "20–40 h"; undefined where a source states none. */
export function hoursText({ hours, hoursHigh }: CourseFact): string | undefined {
  if (hours === undefined) return undefined;
  return hoursHigh === undefined ? `${hours} h` : `${hours}–${hoursHigh} h`;
}

/** "Title · provider · `$49` · 60 h · intermediate": a course in a line. */
export function courseLine(course: Course, knowledge: KnowledgeBase): Text {
  return [title(course), ...offer(course, knowledge)];
}

function title({ title: words, url }: Course): Inline {
  return url === undefined ? bold(words) : link(words, url);
}

/** Who offers a course, its price, hours and level; who says so where sources differ. */
export function offer(course: Course, knowledge: KnowledgeBase): Text {
  const { provider: name } = course;
  const provider = name === undefined || name === course.title ? [] : [` · ${name}`];
  return [
    ...provider,
    ...costsOf(course).flatMap((cost, _, all): Text => [' · ', code(cost.text), whose(cost, all, knowledge)]),
    ...[hoursText, (fact: CourseFact) => fact.level].flatMap((pick) =>
      stated(course, pick).map((said, _, all) => phrase` · ${said.text}${whose(said, all, knowledge)}`),
    ),
  ].filter((part) => part !== '');
}

function whose({ sources }: Stated, all: readonly Stated[], knowledge: KnowledgeBase): string {
  return all.length > 1 ? ` (${sources.map((id) => sourceName(id, knowledge)).join(', ')})` : '';
}

/** Courses by kind, a line each, the most needed first. What only supports them stands side by side. */
export function courseLists(courses: readonly Course[], knowledge: KnowledgeBase): Section[] {
  return byKind(courses).map(({ kind, label, list }) => ({
    evidence: list.flatMap((course) => citeAll(course.facts)),
    node:
      kind === 'reference' || kind === 'practice' ? sideBySide(label, list) : lines(label, list, knowledge),
    named: true,
  }));
}

function sideBySide(label: Said, list: readonly Course[]): ReplyNode {
  return {
    kind: 'text',
    title: label,
    text: join(
      list.map((course) => [title(course)]),
      ' · ',
    ),
  };
}

function lines(label: Said, list: readonly Course[], knowledge: KnowledgeBase): ReplyNode {
  return { kind: 'list', title: label, items: list.map((course) => courseLine(course, knowledge)) };
}

interface Shelf {
  readonly kind: Course['kind'];
  readonly label: Said;
  readonly list: readonly Course[];
}

function byKind(courses: readonly Course[]): Shelf[] {
  return KINDS.map(([kind, label]) => ({
    kind,
    label: say(label),
    list: courses.filter((course) => course.kind === kind),
  })).filter(({ list }) => list.length > 0);
}

/** Courses in one list, a line each, in their order. */
export function plainList(courses: readonly Course[], knowledge: KnowledgeBase): Section[] {
  if (courses.length === 0) return [];
  const items = courses.map((course) => courseLine(course, knowledge));
  return [
    {
      evidence: courses.flatMap((course) => citeAll(course.facts)),
      node: { kind: 'list', items },
      named: true,
    },
  ];
}

/** Courses by kind with everything said of each; `tells` picks the facts that belong to this answer. */
export function courseSections(
  courses: readonly Course[],
  tells: (fact: CourseFact, course: Course) => boolean,
  knowledge: KnowledgeBase,
): Section[] {
  const told = courses.map((course) => ({
    course,
    facts: course.facts.filter((fact) => tells(fact, course)),
  }));
  return byKind(courses).map(({ label, list }) => {
    const shelf = told.filter(({ course }) => list.includes(course));
    const items = shelf.map(({ course, facts }) =>
      join([courseLine(course, knowledge), ...facts.map((fact) => whyText(fact, knowledge))], '\n'),
    );
    const evidence = shelf.flatMap(({ course, facts }) =>
      citeAll([
        ...facts,
        ...course.facts.filter((fact) => !facts.includes(fact) && costWords(fact) !== undefined),
      ]),
    );
    return { evidence, node: { kind: 'list', title: label, items }, named: true };
  });
}

function whyText(fact: CourseFact, knowledge: KnowledgeBase): Text {
  const wanted = fact.roles.flatMap(({ role, priority }) =>
    priority === undefined
      ? []
      : sentence(
          say('{priority} for {role}.', {
            priority: priorityName(priority),
            role: roleTitle(role, knowledge),
          }),
        ),
  );
  const said = joined([...wanted, ...remarks(fact)], ' ');
  const from = [sourceName(fact.source, knowledge), fact.stage].filter(Boolean).join(', ');
  return said === '' ? [quiet(`(${from})`)] : [said, quiet(` (${from})`)];
}

/** What a source says of a course besides its price, hours and level: the effort that it states, and why. */
export function remarks({ effort, why }: CourseFact): Said[] {
  return [...(effort === undefined ? [] : [effortWords(effort)]), ...(why === undefined ? [] : [why])];
}

/** "Stated effort: 13 weeks, 5-10 hours/week; hours computed from it" */
function effortWords({ weeks, hoursPerWeek }: Effort): Said {
  if (hoursPerWeek === undefined) return say('Stated effort: {weeks} weeks', { weeks: spanWords(weeks) });
  const hours = spanWords(hoursPerWeek);
  if (weeks === undefined) return say('Stated effort: {hours} hours/week', { hours });
  return say('Stated effort: {weeks} weeks, {hours} hours/week; hours computed from it', {
    weeks: spanWords(weeks),
    hours,
  });
}

function spanWords(span: Effort['weeks']): string {
  return typeof span === 'object' ? `${span.low}-${span.high}` : String(span ?? '');
}

/** Whether a source names a course for this role. */
export function isFor(fact: CourseFact, role: string): boolean {
  return fact.roles.some((named) => named.role === role);
}

/** "Begin with Learn SQL; 34 in all, 22 of them free." */
export function firstInWords(courses: readonly Course[]): Said {
  const [first] = courses;
  const free = courses.filter((course) => course.facts.some((fact) => isFree(fact) === true)).length;
  return say(
    '{n, plural, one {The one I know: {course}.} other {Begin with {course}; # in all, {free} of them free.}}',
    {
      course: bold(first?.title ?? ''),
      n: courses.length,
      free,
    },
  );
}

/** "34 resources: 22 free, 1 with a price, 11 without a stated cost." */
export function countCourses(courses: readonly Course[]): Said {
  const free = courses.filter((course) => course.facts.some((fact) => isFree(fact) === true)).length;
  const silent = courses.filter((course) => costsOf(course).length === 0).length;
  const paid = courses.length - free - silent;
  const parts = [
    ...(free > 0 ? [say('{n} free', { n: free })] : []),
    ...(paid > 0 ? [say('{n} with a price', { n: paid })] : []),
    ...(silent > 0 ? [say('{n} without a stated cost', { n: silent })] : []),
  ];
  const all = say('{n, plural, one {{Words} resource} other {{Words} resources}}', amount(courses.length));
  if (courses.length === 1) return phrase`${all}.`;
  return free === courses.length
    ? say('{resources}, all free.', { resources: all })
    : phrase`${all}: ${joined(parts, ', ')}.`;
}
