import type { Merged } from '../load/merge.ts';
import type { RoleFile } from '../kinds/role.ts';

type Entries = Merged['entries'];
type GuideEntry = Entries['guide'][number];

/** What is known of one role. */
export interface Subject {
  readonly role: RoleFile;
  readonly guide: GuideEntry | undefined;
  readonly entries: Entries;
}

/** A kind of fact that a role may have. A `figure` is one that only an outside source can state. */
export interface FactKind {
  readonly name: string;
  readonly figure?: true;
  /** How many there are of a role. */
  readonly count: (subject: Subject) => number;
}

type FactList = { [Name in keyof RoleFile]: RoleFile[Name] extends unknown[] ? Name : never }[keyof RoleFile];

/** A kind that stands in a guide, and in lists of what sources say of a role. */
function told(
  name: string,
  lists: readonly FactList[],
  inGuide: (guide: GuideEntry) => readonly unknown[],
): FactKind {
  return {
    name,
    count: ({ role, guide }) =>
      (guide === undefined ? 0 : inGuide(guide).length) +
      lists.reduce((sum, list) => sum + role[list].length, 0),
  };
}

/** The same for what are entries of their own, such as courses. */
function linked(
  name: string,
  among: (subject: Subject) => number,
  inGuide: (guide: GuideEntry) => readonly unknown[],
): FactKind {
  return {
    name,
    count: (subject) => (subject.guide === undefined ? 0 : inGuide(subject.guide).length) + among(subject),
  };
}

/** The kinds of facts in the order in which a reader meets them, figures last. */
export const FACT_KINDS: readonly FactKind[] = [
  told('work', ['responsibilities'], ({ responsibilities }) => responsibilities),
  told('week', ['week'], ({ week }) => week),
  told('skills', ['skills'], ({ skills }) => skills),
  told('road', ['roadmap'], ({ phases }) => phases),
  told('levels', ['ladder'], ({ levels }) => levels),
  linked('in', movesBy('to'), ({ waysIn }) => waysIn),
  linked('out', movesBy('from'), ({ waysOut }) => waysOut),
  linked('courses', coursesOf, ({ courses }) => courses),
  told('certs', [], ({ certificates }) => certificates),
  told('shown', ['portfolio'], ({ portfolio }) => portfolio),
  told('asked', ['interview'], ({ interview }) => interview.topics),
  told('résumé', ['resume'], ({ resume }) => resume.write),
  told('jobs', ['jobs', 'employers'], ({ jobs }) => jobs.employers),
  told('q&a', ['questions'], ({ questions }) => questions),
  told('ai', ['aiImpact'], ({ ai }) => ai.shifts),
  told('outlook', ['outlook'], ({ outlook }) => outlook),
  {
    name: 'prompts',
    count: ({ role, entries }) => entries.prompt.filter(({ track }) => track === role.id).length,
  },
  { name: 'pay', figure: true, count: ({ role }) => role.pay.length },
  {
    name: 'growth',
    figure: true,
    count: ({ role }) => role.outlook.filter(({ growth }) => growth?.percent).length,
  },
];

function movesBy(end: 'from' | 'to'): (subject: Subject) => number {
  return ({ role, entries }) => entries.transition.filter((move) => move[end] === role.id).length;
}

function coursesOf({ role, entries }: Subject): number {
  const isFor = ({ roles }: { readonly roles: readonly { readonly role: string }[] }) =>
    roles.some((each) => each.role === role.id);
  return entries.course.filter(({ facts }) => facts.some(isFor)).length;
}
