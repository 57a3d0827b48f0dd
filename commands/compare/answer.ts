import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/linked.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import type { CommandContext } from '../../src/command.ts';
import { numeral } from '../../src/message/figures.ts';
import { phrase, say } from '../../src/message/say.ts';
import type { Action, Draft, Text } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { next } from '../views/actions.ts';
import { PAY_DISCLAIMER } from '../views/credits.ts';
import { evidenceOf, nodesOf, restsOn } from '../views/section.ts';
import { METHOD } from '../transition/method-note.ts';
import { drawnPay, versus } from './picture.ts';
import { movePieces } from './moves.ts';
import type { Row } from './pay.ts';
import { payRows, rowPieces, singlePieces, verdict } from './pay.ts';
import { skillPieces } from './skills.ts';

/** Roles side by side: who pays more by which source, what they share, and the ways between them. */
export function answerCompare(
  roles: readonly Role[],
  view: 'words' | 'picture',
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const rows = payRows(roles);
  const drawn = drawnPay(rows, roles, knowledge);
  const words = [
    ...rowPieces(rows, roles, knowledge),
    ...singlePieces(rows, roles, knowledge),
    ...skillPieces(roles, knowledge),
    ...movePieces(roles, knowledge),
  ];
  const isDrawn = view === 'picture' && drawn.length > 0;
  const pieces = isDrawn ? drawn : words;
  return {
    title: versus(roles),
    lead: leadOf(rows, roles, knowledge),
    body: [
      ...nodesOf(pieces, knowledge),
      ...next([...(drawn.length > 0 ? [otherView(roles, isDrawn)] : []), ...nextActions(roles)]),
    ],
    ...restsOn(evidenceOf(pieces), context, { disclaimer: PAY_DISCLAIMER, steps: steps() }),
  };
}

/** The same comparison in the other form. */
function otherView(roles: readonly Role[], isDrawn: boolean): Action {
  const names = ['first', 'second', 'third', 'fourth'];
  const values = Object.fromEntries(roles.map(({ id }, at) => [names[at] ?? '', id]));
  if (isDrawn) return askButton(say('In words'), 'compare', values);
  return askButton(say('Picture'), 'compare', { ...values, view: 'picture' });
}

function leadOf(rows: readonly Row[], roles: readonly Role[], knowledge: KnowledgeBase): Text {
  const shared = sharedCount(roles, knowledge);
  const skills =
    shared === 0
      ? say('No listed skill is in common.')
      : say('{n, plural, one {{skills} listed skill is} other {{skills} listed skills are}} in common.', {
          n: shared,
          skills: numeral(shared),
        });
  return [...verdict(rows, roles, knowledge), phrase` ${skills}`];
}

function sharedCount(roles: readonly Role[], knowledge: KnowledgeBase): number {
  const lists = roles.map(
    ({ id }) =>
      new Set(
        skillListsOf(knowledge)
          .of(id)
          .map((skill) => skill.id),
      ),
  );
  return [...(lists[0] ?? [])].filter((id) => lists.every((list) => list.has(id))).length;
}

function steps(): Text[] {
  return [
    [
      say(
        'Figures stand side by side where one source gives them for the same level, of the same kind, region, currency and time. One is higher where its median is, or where both ends of its range are.',
      ),
    ],
    [say(METHOD)],
  ];
}

function nextActions(roles: readonly Role[]): Action[] {
  const [first, second] = roles;
  if (first === undefined || second === undefined) return [];
  const pay = roles.map(({ id, title }) =>
    askButton(say('Pay: {role}', { role: title }), 'salary', { role: id }),
  );
  const overviews = roles.map(({ id, title }) => askButton(title, 'role', { role: id }));
  const ways =
    roles.length > 2
      ? []
      : [
          toButton(first, second),
          toButton(second, first),
          planButton(first, second),
          planButton(second, first),
        ];
  return [...pay, ...ways, ...overviews];
}

function toButton(from: Role, to: Role): Action {
  return askButton(say('To {role}', { role: to.title }), 'transition', { from: from.id, to: to.id });
}

function planButton(from: Role, to: Role): Action {
  return askButton(say('Plan: {role}', { role: to.title }), 'plan', { to: to.id, from: from.id });
}
