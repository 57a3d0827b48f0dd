import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modal } from '../../../adapters/discord/form.ts';
import { encode } from '../../../adapters/discord/state.ts';
import type { Form } from '../../../src/form.ts';
import { survey } from '../form-command.ts';
import { COMMANDS, testBot } from './bot.ts';
import { command, press, submit } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';
import { judgeCallback } from './judge.ts';
import type { Deed } from './peer.ts';

let discord: Open;
beforeEach(async () => {
  discord = await openDiscord(testBot([...COMMANDS, survey]));
});
afterEach(() => discord.stop());

/** What is in the callback that opened a form. */
interface Opened {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly {
    readonly label: string;
    readonly description?: string;
    readonly component: { readonly custom_id: string; readonly value?: string; readonly options?: unknown[] };
  }[];
}

async function opened(deed: Deed): Promise<Opened> {
  const exchange = discord.peer.interact(deed);
  const first = await exchange.first;
  expect(exchange.faults).toEqual([]);
  expect(first.type).toBe(9);
  return first.data as unknown as Opened;
}

async function said(deed: Deed): Promise<{ exchange: Exchange; text: string }> {
  const exchange = discord.peer.interact(deed);
  const message = await exchange.answered;
  expect(exchange.faults).toEqual([]);
  return { exchange, text: textsOf(message).join('\n') };
}

const fill = (who: string) => press(encode('form', { command: 'survey', values: { who } }));

describe('a form', () => {
  test('is opened by its button, filled in, and answered to whoever filled it in', async () => {
    const exchange = discord.peer.interact(command('survey', { who: 'ann' }));
    const button = controlsOf(await exchange.answered, true).find(({ label }) => label === 'Fill in');
    const form = await opened(button?.deed ?? {});
    expect(form.title).toBe('What can they do?');
    expect(form.components.map(({ label }) => label)).toEqual(['A note', 'Skills']);
    expect(form.components[0]?.component.value).toBe('about ann');
    const answer = await said(submit(form.custom_id, { 'note#1': 'hello', 'skills#1': ['s1', 's3'] }));
    expect(answer.text).toContain('Survey of ann\nCan s1,s3, says hello.');
    expect(answer.exchange.callbacks[0]?.type).toBe(4);
    expect(answer.exchange.isPrivate).toBe(true);
  });

  test('that was opened before a restart can be sent off after it', async () => {
    const { custom_id: id } = await opened(fill('ann'));
    await discord.stop();
    discord = await openDiscord(testBot([...COMMANDS, survey]));
    expect((await said(submit(id, { 'note#1': 'later' }))).text).toContain('Can nothing, says later.');
  });

  test('left empty asks with what stood there already, and nothing else', async () => {
    const { custom_id: id } = await opened(fill('ann'));
    expect((await said(submit(id, { 'note#1': '', 'skills#1': [] }))).text).toContain(
      'Survey of ann\nCan nothing, says nothing.',
    );
  });

  test.each([
    ['broken', 'Something went wrong on my side'],
    ['unclear', 'Say who it is about.'],
  ])('that cannot be made (%s) is an answer instead', async (who, sentence) => {
    const { text, exchange } = await said(fill(who));
    expect(text).toContain(sentence);
    expect(exchange.isPrivate).toBe(true);
  });

  test('of a command that has none is an answer instead', async () => {
    const { text } = await said(press(encode('form', { command: 'gone', values: {} })));
    expect(text).toContain("I don't know /gone");
  });

  test.each(['', '0f|survey||', '1a|survey||', 'x'])(
    'of an older version (%s) gets a friendly answer',
    async (id) => {
      expect((await said(submit(id, { 'note#1': 'x' }))).text).toContain('earlier version');
    },
  );
});

const box = (length: number, size = 5) =>
  Array.from({ length }, (_, at) => ({ label: `${at}`.padEnd(size, 'x'), value: `v${at}` }));

const draw = (form: Form) => {
  const data = modal({ ...form, ask: { command: 'survey', values: {} } }, 'en');
  expect(judgeCallback({ type: 9, data })).toEqual([]);
  return data as unknown as Opened;
};

const checks = (length: number, size?: number): Form => ({
  title: 'Skills',
  fields: [{ kind: 'checks', name: 'have', label: 'Which', options: box(length, size) }],
});

const text = (label: string, more: object = {}) =>
  ({ kind: 'text', name: label, label, max: 100, ...more }) as const;

describe('a form at its limits', () => {
  test.each([
    [10, [10], undefined],
    [11, [10, 1], undefined],
    [50, [10, 10, 10, 10, 10], undefined],
    [51, [10, 10, 10, 10, 10], '1 more do not fit: type them'],
  ])('%i boxes are %j', (length, groups, hint) => {
    const { components } = draw(checks(length));
    expect(components.map(({ component }) => component.options?.length)).toEqual(groups);
    expect(components.at(-1)?.description).toBe(hint);
  });

  test.each([100, 101])('a box of %i characters', (size) => {
    const [first] = draw(checks(1, size)).components;
    const { label } = (first?.component.options?.[0] ?? { label: '' }) as { label: string };
    expect(label).toHaveLength(100);
    expect(label.endsWith('…')).toBe(size > 100);
  });

  test.each([
    [45, undefined],
    [46, 't'.repeat(46)],
  ])('a title of %i characters is told in full', (size, hint) => {
    const { title, components } = draw({ ...checks(1), title: 't'.repeat(size) });
    expect(title).toHaveLength(45);
    expect(components[0]?.description).toBe(hint);
  });

  test.each([
    [45, undefined],
    [46, 'l'.repeat(46)],
  ])('a label of %i characters is told in full', (size, hint) => {
    const [first] = draw({ title: 'T', fields: [text('l'.repeat(size))] }).components;
    expect(first?.label).toHaveLength(45);
    expect(first?.description).toBe(hint);
  });

  test.each([
    [5, undefined],
    [6, 'Not asked here: f5'],
  ])('%i fields', (length, hint) => {
    const fields = Array.from({ length }, (_, at) => text(`f${at}`));
    expect(draw({ title: 'T', fields }).components.at(4)?.description).toBe(hint);
  });

  test.each([100, 101])('%i characters stand there already', (size) => {
    const [first] = draw({ title: 'T', fields: [text('a', { value: 'v'.repeat(size) })] }).components;
    expect(first?.component.value).toHaveLength(100);
  });

  test.each([4000, 4001])('at most %i characters can be typed', (max) => {
    const field = text('a', { max, placeholder: 'p'.repeat(101), hint: 'h'.repeat(101) });
    const [first] = draw({ title: 'T', fields: [field] }).components;
    expect(first?.component).toMatchObject({ max_length: 4000 });
    expect(first?.description).toHaveLength(100);
  });
});
