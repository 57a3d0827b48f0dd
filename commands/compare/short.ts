import { type Citation, cite, citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { citeSkills, skillListsOf } from '../../knowledge/skill-lists.ts';
import { sentence } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/say.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { Text } from '../../src/reply.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import { effortOf } from '../views/guide/hours.ts';
import { estimate } from '../views/guide/skills.ts';
import { payHeadline } from '../views/pay-lines.ts';
import { payScales } from '../views/pay.ts';
import { labelled, optional, type Part, shrinking } from '../views/one-screen.ts';
import { join } from '../views/format.ts';
import type { Section } from '../views/section.ts';
import { briefOf } from '../role/summaries.ts';
import { movesBetween } from './moves.ts';
import { durations } from '../views/transitions.ts';

/**
 * Roles side by side on one screen: what each is, how long it takes, what it pays where no figure compares; what they
 * share. What each is gives way first, as its own answer says it.
 */
export function shortParts(roles: readonly Role[], withPay: boolean, knowledge: KnowledgeBase): Part[] {
  const columns = roles.map((role) => columnOf(role, withPay, knowledge));
  const forms = [
    inColumns(columns, ({ what, figures }) => [what, ...figures]),
    inColumns(columns, told),
    inColumns(columns, (column) => told(column).slice(-1)),
  ];
  const inLines = columns.flatMap((column) =>
    told(column)
      .slice(-1)
      .map(({ text, evidence }) => labelled({ name: column.title, value: text }, evidence)),
  );
  return [
    { forms: [...forms, inLines, []], yields: [2, 5, 6, 7] },
    ...sharedPart(roles, knowledge),
    optional(moveSection(roles, knowledge), 4),
  ];
}

/** Figures before words; words where there are none. */
function told({ what, figures }: Column): readonly Row[] {
  return figures.length > 0 ? figures : [what];
}

interface Row {
  readonly text: Text;
  readonly evidence: readonly Citation[];
}

interface Column {
  readonly title: string;
  readonly what: Row;
  /** How long it takes from zero, and what it pays. */
  readonly figures: readonly Row[];
}

function inColumns(columns: readonly Column[], of: (column: Column) => readonly Row[]): Section[] {
  const evidence = columns.flatMap((column) => of(column).flatMap((row) => row.evidence));
  const fields = columns.map((column) => ({
    name: column.title,
    value: join(
      of(column).map(({ text }) => text),
      '\n',
    ),
  }));
  return [{ evidence, node: { kind: 'fields', fields }, named: true }];
}

function columnOf(role: Role, withPay: boolean, knowledge: KnowledgeBase): Column {
  const own = guideOf(role, knowledge);
  const [scale] = payScales(role.pay);
  const pay = scale === undefined || !withPay ? undefined : payHeadline(role, scale, knowledge);
  const paid = pay === undefined ? [] : [{ text: pay.text, evidence: citeAll(pay.bands) }];
  if (own === undefined) {
    const what = { text: [briefOf(role, knowledge)], evidence: [cite(role.summary)] };
    return { title: role.title, what, figures: paid };
  }
  const what = { text: [own.text(({ is }) => is)], evidence: [cite(own.guide, ['is'])] };
  const time = { text: [fromZero(own)], evidence: [cite(own.guide, ['skills'])] };
  return { title: role.title, what, figures: [time, ...paid] };
}

function fromZero(own: RoleGuide): Said {
  return sentence(say('{hours} from zero (estimate)', { hours: estimate(effortOf(own.guide)) }));
}

/** How many names stand side by side. */
const FEW = 4;

function sharedPart(roles: readonly Role[], knowledge: KnowledgeBase): Part[] {
  const [first, ...others] = roles.map(({ id }) => skillListsOf(knowledge).of(id));
  const shared = (first ?? []).filter(({ id }) =>
    others.every((list) => list.some((skill) => skill.id === id)),
  );
  if (shared.length === 0) return [];
  const evidence = roles.flatMap(({ id }) => citeSkills(shared, id, knowledge));
  return [
    shrinking(Math.min(FEW, shared.length), 0, [1, 1, 3, 3], (count) => {
      const names = shared.slice(0, count).map(({ name }) => name);
      const rest = shared.length - names.length;
      const counted =
        count === 0
          ? say('{n, plural, one {# skill} other {# skills}}', { n: rest })
          : say('and {n} more', { n: rest });
      const said = joined([...names, ...(rest > 0 ? [counted] : [])], ' · ');
      const fields = [{ name: say('In common'), value: [said] }];
      return [{ evidence, node: { kind: 'fields', fields }, named: true }];
    }),
  ];
}

/** The documented moves between them, in a line. */
function moveSection(roles: readonly Role[], knowledge: KnowledgeBase): Section[] {
  const moves = movesBetween(roles, knowledge).flatMap(({ from, to, transition }) =>
    transition === undefined ? [] : [{ move: `${from.title} → ${to.title}`, transition }],
  );
  if (moves.length === 0) return [];
  const said = moves.map(
    ({ move, transition }): Said => phrase`${move}: ${durations(transition, knowledge)}`,
  );
  return [
    {
      evidence: moves.flatMap(({ transition }) => citeAll(transition.documented)),
      node: { kind: 'fields', fields: [{ name: say('Documented'), value: [joined(said, ' · ')] }] },
      named: true,
    },
  ];
}
