import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot.ts';
import type { Command } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import type { Invocation } from '../../src/invocation.ts';
import type { Log } from '../../src/log.ts';
import { plain } from '../../src/plain.ts';
import { emptyKnowledge } from '../empty-knowledge.ts';
import { say as sentence } from '../../src/message/say.ts';
import { languageOf } from '../../src/message/language.ts';
import type { Reply } from '../../src/reply.ts';

const from = {
  asker: { id: 'ada', locale: 'en', manages: false },
  place: { community: null, channel: null },
};

const greet = defineCommand({
  name: 'greet',
  summary: 'Greets',
  options: {
    name: {
      kind: 'words',
      description: 'Who to greet',
      required: true,
      suggest: (typed) => ['Ada', 'Alan', 'Barbara'].filter((name) => name.startsWith(typed)).map(same),
    },
    tone: { kind: 'choice', description: 'How', choices: ['warm', 'cool'] },
  },
  examples: ['greet Ada'],
  shareable: true,
  answer: ({ name, tone }) => ({ title: `Hello ${name}`, lead: [tone ?? 'warm'] }),
});

const broken = defineCommand({
  name: 'broken',
  summary: 'Breaks',
  options: { by: { kind: 'words', description: 'x', suggest: () => fail() } },
  examples: [],
  shareable: true,
  answer: () => fail(),
});

function same(value: string): { label: string; value: string } {
  return { label: value, value };
}

function fail(): never {
  throw new Error('the disk is on fire');
}

function open(commands: readonly Command[] = [greet, broken]): {
  bot: ReturnType<typeof createBot>;
  errors: object[];
} {
  const errors: object[] = [];
  const log: Log = { debug() {}, info() {}, warn() {}, error: (details) => errors.push(details) };
  return {
    bot: createBot({ commands, knowledge: emptyKnowledge, clock: () => 0, log, fallback: 'greet' }),
    errors,
  };
}

async function say(invocation: Partial<Invocation>): Promise<string> {
  return plain(await open().bot.answer({ command: '', ...from, ...invocation }), 'en');
}

describe('the one door', () => {
  test('answers a good question', async () => {
    expect(await say({ command: 'greet', text: 'Ada cool' })).toBe('Hello Ada\ncool');
  });

  test('takes words without a command for its fallback', async () => {
    expect(await say({ text: 'Ada' })).toBe('Hello Ada\nwarm');
  });

  test('says how to ask again, on the page that was asked for', async () => {
    const reply = await open().bot.answer({ command: 'greet', text: 'Ada page:2', ...from });
    expect(reply.ask).toEqual({ command: 'greet', values: { name: 'Ada' }, page: 2 });
  });

  test('an unknown command gets the nearest one, with the same words', async () => {
    const reply = await open().bot.answer({ command: 'gret', text: 'Ada', ...from });
    expect(reply.tone).toBe('problem');
    expect(reply.body).toEqual([
      {
        kind: 'actions',
        actions: [{ kind: 'ask', label: '/greet Ada', ask: { command: 'greet', values: { name: 'Ada' } } }],
      },
    ]);
  });

  test('a missing value is asked for in one sentence, with an example', async () => {
    expect(await say({ command: 'greet' })).toBe(
      '/greet\n/greet needs "name": who to greet.\n\nLike this: /greet Ada',
    );
  });

  test('a fault of ours gets a number that the log has too, and tells nothing else', async () => {
    const { bot, errors } = open();
    const reply = await bot.answer({ command: 'broken', ...from });
    const [error] = errors as { reference: string; reason: string }[];
    expect(plain(reply, 'en')).toContain(error?.reference);
    expect(plain(reply, 'en')).not.toContain('disk');
    expect(error?.reason).toContain('the disk is on fire');
  });
});

describe('an answer in several languages', () => {
  const readers = ['en', 'de', 'es'].map((locale) => ({ ...from, asker: { ...from.asker, locale } }));
  const paid = defineCommand({
    name: 'paid',
    summary: 'Pay',
    options: {},
    examples: [],
    shareable: true,
    cacheable: true,
    answer: () => ({ title: sentence('Pay'), lead: [sentence('median {figure}', { figure: '1' })] }),
  });

  test('is one answer: kept once, read by each in their own', async () => {
    const { bot } = open([paid]);
    const replies: Reply[] = [];
    for (const reader of readers) replies.push(await bot.answer({ command: 'paid', ...reader }));
    expect(new Set(replies).size).toBe(1);
    expect(readers.map(({ asker }, at) => plain(replies[at] as Reply, languageOf(asker.locale)))).toEqual([
      'Pay\nmedian 1',
      'Gehalt\nMedian 1',
      'Sueldo\nmediana 1',
    ]);
  });

  test('with a sentence that lacks a value is a fault of ours, with its number', async () => {
    const lacking = { ...paid, answer: () => ({ title: 'x', lead: [sentence('median {figure}')] }) };
    const { bot, errors } = open([lacking]);
    expect(plain(await bot.answer({ command: 'paid', ...from }), 'en')).toMatch(
      /tell an administrator the number \w{8}/,
    );
    expect(errors).toMatchObject([{ command: 'paid' }]);
  });
});

describe('an answer that says more', () => {
  const better = defineCommand({
    name: 'better',
    summary: 'Puts the question better',
    options: { name: { kind: 'words', description: 'x' } },
    examples: [],
    shareable: true,
    answer: () => ({
      title: 'Hello Ada',
      lead: ['warm'],
      ask: { command: 'greet', values: { name: 'Ada' } },
      evidence: { facts: [{ fact: { source: 'guide' }, sources: ['guide'] }], steps: [] },
    }),
  });

  test('is asked again as it was put better, page and all', async () => {
    const reply = await open([better]).bot.answer({ command: 'better', text: 'ada page:2', ...from });
    expect(reply.ask).toEqual({ command: 'greet', values: { name: 'Ada' }, page: 2 });
  });

  test('does not carry what it rests on', async () => {
    const reply = await open([better]).bot.answer({ command: 'better', text: 'ada', ...from });
    expect(reply).not.toHaveProperty('evidence');
  });
});

describe('completions', () => {
  const typing = { command: 'greet', option: 'name', typed: 'A', ...from };

  test('come from the option, never more than asked for', () => {
    expect(open().bot.suggest(typing, 1)).toEqual([{ label: 'Ada', value: 'Ada' }]);
  });

  test('of a choice are the choices that start so', () => {
    expect(open().bot.suggest({ ...typing, option: 'tone', typed: 'C' }, 25)).toEqual([
      { label: 'cool', value: 'cool' },
    ]);
  });

  test.each([
    [{ ...typing, command: 'nothing' }],
    [{ ...typing, option: 'nothing' }],
    [{ ...typing, command: 'broken', option: 'by' }],
  ])('are none where nothing can be offered: %#', (asked) => {
    expect(open().bot.suggest(asked, 25)).toEqual([]);
  });
});
