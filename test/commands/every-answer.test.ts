import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { plain, plainText } from '../../src/plain.ts';
import type { Ask, Inline, Reply, ReplyNode } from '../../src/reply.ts';
import type { Talk } from './talk.ts';
import { asksOf, talk } from './talk.ts';

/** Every answer that presses lead to, starting from each role, course and command. */
const answers = new Map<string, Reply>();
let bot: Talk;

beforeAll(async () => {
  bot = await talk();
  const { roles, courses, skills } = bot.knowledge;
  const open: Ask[] = [
    ...commands.map(({ name }) => ({ command: 'help', values: { command: name } })),
    ...roles.all.flatMap(({ id }) => [
      { command: 'role', values: { role: id } },
      { command: 'salary', values: { role: id, view: 'all' } },
    ]),
    ...[...courses.all, ...skills.all].map(({ id }) => ({ command: 'course', values: { about: id } })),
    { command: 'sources', values: {} },
  ];
  for (let ask = open.pop(); ask !== undefined; ask = open.pop()) {
    const key = keyOf(ask);
    if (answers.has(key)) continue;
    const reply = await bot.press(ask);
    answers.set(key, reply);
    open.push(...asksOf(reply).filter((next) => isAnswered(next) && isWalked(next)));
  }
}, 60_000);

/** Roles of which every pair, plan and reason is asked too: with all roles there would be a million answers. */
const WALKED = new Set([
  'ml-engineer',
  'data-engineer',
  'defense-ml-engineer',
  'ux-designer',
  'data-ethicist',
]);

/** Whether a press is followed: of what multiplies, only for a few roles, and with one skill at the most. */
function isWalked({ command, values }: Ask): boolean {
  const said = Object.values(values).flatMap((value) => value.split(/[\s:]/));
  const roles = said.filter((word) => bot.knowledge.roles.get(word) !== undefined);
  const multiplies =
    roles.length > 1 ||
    command === 'why' ||
    'have' in values ||
    'budget' in values ||
    'hours-per-week' in values;
  return !multiplies || (roles.every((id) => WALKED.has(id)) && !/[,~]/.test(values.have ?? ''));
}

/** Schedules and studies need a bot that is running in a place: test/prompts asks those. */
function isAnswered({ command }: Ask): boolean {
  return !/^(prompts|study|misses)\b/.test(command) || ['prompts preview', 'study hint'].includes(command);
}

/** As long as the id of a button will be, give or take a mark. */
function keyOf({ command, values }: Ask): string {
  return `${command} ${Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`;
}

function textsOf(node: ReplyNode): readonly (readonly Inline[])[] {
  switch (node.kind) {
    case 'text':
    case 'note':
      return [node.text];
    case 'list':
      return node.items;
    case 'fields':
      return node.fields.map((field) => field.value);
    case 'table':
    case 'picture':
    case 'divider':
    case 'actions':
      return [];
  }
}

describe('wherever the buttons lead', () => {
  test('there are many answers, and none is a problem', () => {
    expect(answers.size).toBeGreaterThan(250);
    const problems = [...answers].filter(
      ([, reply]) => reply.tone === 'problem' || reply.tone === 'question',
    );
    expect(problems.map(([key]) => key)).toEqual([]);
  });

  test('a button carries its whole state in 90 characters', () => {
    expect([...answers.keys()].filter((key) => key.length > 90)).toEqual([]);
  });

  test('no answer offers the question it answers', () => {
    const loops = [...answers].filter(([key, reply]) => asksOf(reply).some((ask) => keyOf(ask) === key));
    expect(loops.map(([key]) => key)).toEqual([]);
  });

  test('no node, line or title is empty', () => {
    const empty = [...answers].filter(([, reply]) =>
      [
        [reply.title],
        reply.lead,
        ...reply.body.flatMap(textsOf),
        ...reply.body.flatMap((node) => ('title' in node ? [[node.title ?? 'none']] : [])),
      ].some(
        (text) =>
          text
            .map((part) => (typeof part === 'string' ? part : 'x'))
            .join('')
            .trim() === '',
      ),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
    const hollow = [...answers].filter(([, reply]) =>
      reply.body.some((node) => node.kind === 'list' && node.items.length === 0),
    );
    expect(hollow.map(([key]) => key)).toEqual([]);
  });

  test('nothing of the machine shows', () => {
    const odd = [...answers].filter(([, reply]) => /undefined|NaN|\[object|Infinity/.test(plain(reply)));
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  test('no markup is written inside words', () => {
    const odd = [...answers].filter(([, reply]) => /\*\*|__|~~|<[@#!]/.test(plain(reply)));
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  test('every answer with facts names its sources', () => {
    const bare = [...answers].filter(
      ([key, reply]) =>
        reply.tone === 'answer' &&
        reply.sources.length === 0 &&
        !key.startsWith('help') &&
        !key.startsWith('sources'),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  test('no source is named twice at the foot', () => {
    const twice = [...answers].filter(
      ([, { sources }]) => new Set(sources.map(({ name }) => name)).size < sources.length,
    );
    expect(twice.map(([key]) => key)).toEqual([]);
  });

  test('nothing stands twice in an answer', () => {
    const twice = [...answers].flatMap(([key, reply]) => {
      const said = reply.body
        .flatMap(textsOf)
        .map((text) => plainText(text))
        .filter((words) => words.length > 60);
      return said.filter((words, at) => said.indexOf(words) !== at).map((words) => `${key}: ${words}`);
    });
    expect(twice).toEqual([]);
  });

  test.each([
    'role role=ml-engineer section=all',
    'course about=ml-engineer',
    'salary role=ml-engineer view=all',
  ])('the same question gives the same bytes: %s', async (key) => {
    const before = answers.get(key);
    expect(before?.ask).toMatchObject({ command: key.split(' ')[0] });
    const again = await bot.press(before?.ask ?? { command: '', values: {} });
    expect(JSON.stringify(again)).toBe(JSON.stringify(before));
  });
});
