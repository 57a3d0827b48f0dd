import { type Citation, cite, citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { citeSkills, skillListsOf } from '../../knowledge/skill-lists.ts';
import { sentence } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, phrase, say, sayText } from '../../src/message/say.ts';
import { bold, type Field, type Text } from '../../src/reply.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import { effortOf } from '../views/guide/hours.ts';
import { estimate } from '../views/guide/skills.ts';
import { payHeadline } from '../views/pay-lines.ts';
import { payScales } from '../views/pay.ts';
import type { Section } from '../views/section.ts';
import { briefOf } from '../role/summaries.ts';
import { movesBetween } from './moves.ts';
import { durations } from '../views/transitions.ts';

/** Roles side by side on one screen: what each is, how one gets in, what it pays where no figure compares; what they share. */
export function shortPieces(roles: readonly Role[], withPay: boolean, knowledge: KnowledgeBase): Section[] {
  const columns = roles.map((role) => columnOf(role, withPay, knowledge));
  const fields = columns.map(({ field }) => field);
  return [
    { evidence: columns.flatMap(({ evidence }) => evidence), node: { kind: 'fields', fields }, named: true },
    ...sharedPiece(roles, knowledge),
    ...moveSection(roles, knowledge),
  ];
}

function columnOf(
  role: Role,
  withPay: boolean,
  knowledge: KnowledgeBase,
): { field: Field; evidence: readonly Citation[] } {
  const own = guideOf(role, knowledge);
  const [scale] = payScales(role.pay);
  const pay = scale === undefined || !withPay ? undefined : payHeadline(role, scale, knowledge);
  const what: Text = own === undefined ? [briefOf(role, knowledge)] : guidedLine(own);
  return {
    field: { name: role.title, value: [...what, ...(pay === undefined ? [] : ['\n', ...pay.text])] },
    evidence: [
      ...(own === undefined ? [cite(role.summary)] : [cite(own.guide, ['is']), cite(own.guide, ['skills'])]),
      ...citeAll(pay?.bands ?? []),
    ],
  };
}

/** What it is, and how long it takes from zero. */
function guidedLine(own: RoleGuide): Text {
  return [
    own.text(({ is }) => is),
    '\n',
    sentence(say('{hours} from zero (estimate)', { hours: estimate(effortOf(own.guide)) })),
  ];
}

/** How many names stand side by side. */
const FEW = 4;

function sharedPiece(roles: readonly Role[], knowledge: KnowledgeBase): Section[] {
  const [first, ...others] = roles.map(({ id }) => skillListsOf(knowledge).of(id));
  const shared = (first ?? []).filter(({ id }) =>
    others.every((list) => list.some((skill) => skill.id === id)),
  );
  if (shared.length === 0) return [];
  const names = shared.slice(0, FEW).map(({ name }) => name);
  const rest = shared.length - names.length;
  const more = rest > 0 ? [say('and {n} more', { n: rest })] : [];
  return [
    {
      evidence: roles.flatMap(({ id }) => citeSkills(shared, id, knowledge)),
      node: { kind: 'text', text: [bold(say('In common:')), ' ', joined([...names, ...more], ' · ')] },
      named: true,
    },
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
      node: { kind: 'text', text: sayText('Documented: {moves}', { moves: joined(said, ' · ') }) },
      named: true,
    },
  ];
}
