import { citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import type { CommandContext } from '../../src/command.ts';
import { numeral } from '../../src/message/figures.ts';
import { phrase, say } from '../../src/message/say.ts';
import { type Action, askButton, type Draft, type Text } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { onOneScreen } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, PAY_DISCLAIMER, restsOn, type Section } from '../views/section.ts';
import { METHOD_NOTE } from '../transition/method-note.ts';
import { drawnPay, versusTitle } from './picture.ts';
import { moveSections } from './moves.ts';
import {
  notComparable,
  type PayRow,
  payRows,
  rowSections,
  singleSections,
  tellingLine,
  tellingRow,
  verdict,
} from './pay.ts';
import { skillSections } from './skills.ts';
import { shortParts } from './short.ts';

/** What the mark at several of its figures means. */
const COMPUTED: Section = {
  evidence: [],
  node: { kind: 'note', text: [say('* Computed from the lists of skills; no source says it.')] },
  named: true,
};

/** Roles side by side: who pays more by which source, what they share, and the ways between them. */
export function answerCompare(
  roles: readonly Role[],
  view: 'words' | 'full' | 'picture',
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const rows = payRows(roles);
  const drawn = drawnPay(rows, roles, knowledge);
  const isDrawn = view === 'picture' && drawn.length > 0;
  if (!isDrawn && view !== 'full') return shortAnswer(roles, rows, context);
  const sections = isDrawn ? drawn : inWords(rows, roles, knowledge);
  return {
    title: versusTitle(roles),
    lead: leadOf(rows, roles, knowledge),
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions([...(drawn.length > 0 ? [otherView(roles, isDrawn)] : []), ...offers(roles)]),
    ],
    ...restsOn(evidenceOf(sections), context, { disclaimer: PAY_DISCLAIMER, steps: steps() }),
  };
}

function inWords(rows: readonly PayRow[], roles: readonly Role[], knowledge: KnowledgeBase): Section[] {
  const computed = [...skillSections(roles, knowledge), ...moveSections(roles, knowledge)];
  return [
    ...rowSections(rows, roles, knowledge),
    ...singleSections(rows, roles, knowledge),
    ...computed,
    ...(computed.length === 0 ? [] : [COMPUTED]),
  ];
}

/** The comparison on one screen; every figure and every skill is a press away. */
function shortAnswer(roles: readonly Role[], rows: readonly PayRow[], context: CommandContext): Draft {
  const { knowledge } = context;
  const row = tellingRow(rows, roles);
  const whole = askButton(say('Pay by source, all skills'), 'compare', { ...named(roles), view: 'full' });
  const picture = drawnPay(rows, roles, knowledge).length > 0 ? [otherView(roles, false)] : [];
  return onOneScreen(shortParts(roles, row === undefined, knowledge), (sections) => ({
    title: versusTitle(roles),
    lead: row === undefined ? [notComparable(roles.length)] : tellingLine(row, roles, knowledge),
    body: [...nodesOf(sections, knowledge), ...nextActions([whole, ...picture, ...offers(roles)])],
    ...restsOn([...citeAll(row?.cells.flat() ?? []), ...evidenceOf(sections)], context, {
      disclaimer: PAY_DISCLAIMER,
      steps: steps(),
    }),
  }));
}

/** The values that name the roles in a question. */
function named(roles: readonly Role[]): Record<string, string> {
  const names = ['first', 'second', 'third', 'fourth'];
  return Object.fromEntries(roles.map(({ id }, at) => [names[at] ?? '', id]));
}

/** The same comparison in the other form. */
function otherView(roles: readonly Role[], isDrawn: boolean): Action {
  const values = named(roles);
  if (isDrawn) return askButton(say('In words'), 'compare', values);
  return askButton(say('Picture'), 'compare', { ...values, view: 'picture' });
}

function leadOf(rows: readonly PayRow[], roles: readonly Role[], knowledge: KnowledgeBase): Text {
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
    [say(METHOD_NOTE)],
  ];
}

function offers(roles: readonly Role[]): Action[] {
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
