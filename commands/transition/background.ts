import { cite, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import type { Background } from '../../knowledge/kinds/background.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import { askButton, bold, type Choice, type Draft, type Text } from '../../src/reply.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { roleTitle } from '../views/names.ts';
import { always, labelled, onOneScreen, type Part, shrinking } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, restsOn, type Section } from '../views/section.ts';
import { translatedText } from '../views/translated-text.ts';
import { guidedMove, moveActions, type Origin } from './guided.ts';

/** From what somebody did before: the roles it leads to most directly and why, what it brings, and what is missing. */
export function answerBackground(background: Background, context: CommandContext): Draft {
  const { knowledge } = context;
  const { title } = originOf(background, knowledge);
  return onOneScreen(
    [always([doorsOf(background, knowledge)]), ...gapParts(background, 0, knowledge)],
    (sections) => ({
      title: say('{background} · ways into technology', { background: title }),
      lead: [say('The most direct: {roles}.', { roles: enumerate(doorTitles(background, knowledge)) })],
      body: [...nodesOf(sections, knowledge), ...nextActions(doorActions(background, knowledge))],
      ...restsOn(evidenceOf(sections), context),
    }),
  );
}

/** From what somebody did before to a role: as its guide tells it, or else what the background brings anywhere. */
export function answerFromBackground(
  background: Background,
  to: Role,
  isFull: boolean,
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const origin = originOf(background, knowledge);
  const guided = guidedMove(origin, to, isFull, context);
  if (guided !== undefined) return guided;
  const door = background.doors.findIndex(({ role }) => role === to.id);
  const others = doorTitles(background, knowledge, to.id);
  return onOneScreen(gapParts(background, 1, knowledge), (sections) => ({
    title: phrase`${origin.title} → ${to.title}`,
    lead: [
      door === -1
        ? say('From there people more often go to {roles}.', { roles: enumerate(others, 'or') })
        : textOf(background, knowledge, ({ doors }) => doors[door]?.why),
    ],
    body: [
      ...nodesOf(sections, knowledge),
      { kind: 'note', text: [say('No source documents how long it takes.')] },
      ...nextActions(moveActions(origin, to, true, knowledge)),
    ],
    ...restsOn([cite(background, ['doors']), ...evidenceOf(sections)], context),
  }));
}

function originOf(background: Background, knowledge: KnowledgeBase): Origin {
  return { id: background.id, title: textOf(background, knowledge, ({ title }) => title) };
}

function textOf(
  background: Background,
  knowledge: KnowledgeBase,
  pick: (entry: Background) => string | undefined,
): Said {
  const at = { id: background.id, entry: background };
  return translatedText(knowledge.of('background'), at, (entry) => pick(entry) ?? '');
}

function doorTitles({ doors }: Background, knowledge: KnowledgeBase, without = ''): string[] {
  return doors.flatMap(({ role }) => (role === without ? [] : [roleTitle(role, knowledge)]));
}

function doorsOf(background: Background, knowledge: KnowledgeBase): Section {
  const items = background.doors.map(({ role }, at): Text => [
    bold(roleTitle(role, knowledge)),
    phrase`: ${textOf(background, knowledge, ({ doors }) => doors[at]?.why)}`,
  ]);
  return { evidence: [cite(background, ['doors'])], node: { kind: 'list', items } };
}

/** What somebody brings, and what is missing: a line each, of at least so many things. */
function gapParts(background: Background, least: number, knowledge: KnowledgeBase): Part[] {
  const line = (name: Said, part: 'brings' | 'missing', turns: readonly number[]): Part => {
    const words = background[part].map((_, at) => textOf(background, knowledge, (entry) => entry[part][at]));
    const evidence = [cite(background, [part])];
    return shrinking(words.length, least, turns, (count) =>
      count === 0 ? [] : [labelled({ name, value: [joined(words.slice(0, count), ' · ')] }, evidence)],
    );
  };
  return [line(say('You bring'), 'brings', [1, 3, 5, 7]), line(say('Missing'), 'missing', [2, 4, 6, 8])];
}

function doorActions({ id, doors }: Background, knowledge: KnowledgeBase) {
  const ways = doors.map(({ role }): Choice => ({
    label: say('To {role}', { role: roleTitle(role, knowledge) }),
    ask: { command: 'transition', values: { from: id, to: role } },
  }));
  const [first] = doors;
  return [
    ...asButtonsOrMenu(say('See one in full'), ways),
    ...(first === undefined
      ? []
      : [
          askButton(say('Plan: {role}', { role: roleTitle(first.role, knowledge) }), 'plan', {
            from: id,
            to: first.role,
          }),
        ]),
    askButton(say('Advice: changing careers'), 'advice', { topic: 'changing-careers-at-forty' }),
  ];
}
