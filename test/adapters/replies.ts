import fc from 'fast-check';
import type { Action, Ask, Credit, Field, Inline, Reply, ReplyNode, Text } from '../../src/reply.ts';
import { HOSTILE } from './contract-bot.ts';
import { anyText } from '../any-text.ts';

/** Figures as the data writes them. Each must come out whole. */
export const figure = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }))
  .chain(([a, b]) =>
    fc.constantFrom(
      `$${a}K–$${b}K`,
      `$${a}K – $${b}K`,
      `${a},${b}00`,
      `${a}.${b}%`,
      `~${a}`,
      `n = ${a},${b}`,
    ),
  );

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('learning', 'a', 'C++', 'snake_case', 'R&D', 'résumé', '設計', '👩🏽‍💻', 'CI/CD'),
  },
  { weight: 3, arbitrary: figure },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: anyText(6) },
);

function phrase(maxWords: number): fc.Arbitrary<string> {
  return fc.array(word, { minLength: 0, maxLength: maxWords }).map((words) => words.join(' '));
}

/** Words of about any length up to far beyond every limit. */
const words = fc.oneof(
  { weight: 6, arbitrary: phrase(8) },
  { weight: 2, arbitrary: phrase(60) },
  {
    weight: 1,
    arbitrary: fc.tuple(phrase(12), fc.integer({ min: 1, max: 60 })).map(([p, n]) => `${p} `.repeat(n)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\n',
      '*'.repeat(3000),
      '_'.repeat(700),
      'x'.repeat(5000),
      `e${'\u0301'.repeat(4000)}`,
    ),
  },
);

const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://example.com/a_(b)',
    `https://example.com/${'x'.repeat(600)}`,
    'mailto:a@b.c',
  ),
);

/** The one channel that replies mention. */
export const CHANNEL = 'C0123ABCD';

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: words.map((text): Inline => ({ kind: 'bold', text })) },
  { weight: 1, arbitrary: words.map((text): Inline => ({ kind: 'quiet', text })) },
  { weight: 1, arbitrary: fc.oneof(figure, phrase(3)).map((text): Inline => ({ kind: 'code', text })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('link' as const), text: phrase(4), url }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 4e12 }).map((at): Inline => ({ kind: 'moment', at, zone: 'UTC' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(fc.constantFrom(CHANNEL, '900000000000000001'), words)
      .map((id): Inline => ({ kind: 'channel', id })),
  },
);

const text: fc.Arbitrary<Text> = fc.array(inline, { maxLength: 5 });
const title = fc.option(words, { nil: undefined });

const ask: fc.Arbitrary<Ask> = fc.record(
  {
    command: fc.constantFrom('role', 'prompts add', 'x'),
    values: fc.dictionary(fc.constantFrom('role', 'section', 'about'), fc.oneof(phrase(3), phrase(30)), {
      maxKeys: 3,
    }),
    page: fc.integer({ min: 1, max: 50 }),
  },
  { requiredKeys: ['command', 'values'] },
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), label: words, ask }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('link' as const), label: words, url }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      label: words,
      choices: fc.array(fc.record({ label: words, ask }), { maxLength: 130 }),
    }),
  },
);

const field: fc.Arbitrary<Field> = fc.record({ name: words, value: text });

function withTitle(untitled: fc.Arbitrary<Titled>): fc.Arbitrary<ReplyNode> {
  return fc
    .tuple(untitled, title)
    .map(([made, named]) => (named === undefined ? made : { ...made, title: named }));
}

type Titled = Exclude<Extract<ReplyNode, { title?: unknown }>, { kind: 'picture' }>;

const node: fc.Arbitrary<ReplyNode> = fc.oneof(
  { weight: 4, arbitrary: withTitle(fc.record({ kind: fc.constant('text' as const), text })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fields' as const),
      fields: fc.array(field, { maxLength: 30 }),
    }),
  },
  {
    weight: 3,
    arbitrary: withTitle(
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(text, { maxLength: 12 }),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: withTitle(
      fc.record({
        kind: fc.constant('table' as const),
        columns: fc.array(phrase(2), { minLength: 1, maxLength: 4 }),
        rows: fc.array(fc.array(fc.oneof(phrase(2), words), { maxLength: 5 }), { maxLength: 12 }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        kind: fc.constant('picture' as const),
        chart: fc.constant({ kind: 'timeline', title: 'T', roads: [] } as const),
        alt: words,
        drawn: fc.constant('F1.png'),
      },
      { requiredKeys: ['kind', 'chart', 'alt'] },
    ),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'divider' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const), text }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('actions' as const),
      actions: fc.array(action, { maxLength: 40 }),
    }),
  },
);

const credit: fc.Arbitrary<Credit> = fc.record(
  { name: phrase(5), reviewed: fc.constant('2026-04-26'), disclaimer: phrase(8), stale: fc.boolean() },
  { requiredKeys: ['name'] },
);

/** Replies of every shape, from nothing at all to far beyond every limit, with hostile words and figures in them. */
export const anyReply: fc.Arbitrary<Reply> = fc.record({
  tone: fc.constantFrom('answer', 'question', 'miss', 'problem'),
  title: words,
  lead: text,
  body: fc.array(node, { maxLength: 14 }),
  sources: fc.array(credit, { maxLength: 60 }),
  match: fc.constant(null),
  ask: fc.option(ask),
  shareable: fc.boolean(),
});
