import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { LIMITS, preview, render } from '../../../adapters/slack/render.ts';
import type { Action, Reply, ReplyNode } from '../../../src/reply.ts';
import { askButton, bold } from '../../../src/reply.ts';
import { faultsOf } from './judge.ts';
import { elementsOf, read } from './reader.ts';

const EMPTY: Reply = {
  tone: 'answer',
  title: 'A title',
  lead: ['A lead.'],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'role', values: { role: 'ml-engineer' } },
  shareable: true,
};

/** One reply per limit, with the thing that is limited `n` large, and what of it is shown on the first page. */
const EDGES: readonly [
  string,
  number,
  (n: number) => Partial<Reply>,
  (blocks: readonly KnownBlock[]) => number,
][] = [
  [
    'title',
    LIMITS.title,
    (n) => ({ title: 'x'.repeat(n) }),
    ([header]) => (header?.type === 'header' ? header.text.text.length : 0),
  ],
  ['name of a field', LIMITS.fieldName, (n) => fields([['x'.repeat(n), 'b']]), longestRun],
  [
    'buttons',
    2 * LIMITS.buttonsPerRow - 1,
    (n) => actions(...links(n)),
    // One of them shows the answer to all.
    (blocks) => elementsOf(blocks).length - 1,
  ],
  ['label of a button', LIMITS.buttonLabel, (n) => actions(askButton('x'.repeat(n), 'role', {})), firstLabel],
  [
    'state of a button',
    LIMITS.state - 'r1;;role;a='.length,
    (n) => actions(askButton('b', 'role', { a: 'x'.repeat(n) })),
    valueLength,
  ],
  [
    'address of a button',
    LIMITS.url,
    (n) => actions({ kind: 'link', label: 'l', url: `https://${'x'.repeat(n - 8)}` }),
    urlLength,
  ],
  ['label of an option', LIMITS.choiceLabel, (n) => menu(['x'.repeat(n)]), lastLabel],
  [
    'alt text',
    LIMITS.alt,
    (n) => ({
      body: [
        {
          kind: 'picture',
          chart: { kind: 'timeline', title: 'T', roads: [] },
          alt: 'x'.repeat(n),
          drawn: 'F1',
        },
      ],
    }),
    altLength,
  ],
];

function fields(pairs: readonly string[][]): Partial<Reply> {
  return {
    body: [{ kind: 'fields', fields: pairs.map(([name = '', value = '']) => ({ name, value: [value] })) }],
  };
}
function actions(...all: Action[]): Partial<Reply> {
  return { body: [{ kind: 'actions', actions: all }] };
}
function links(n: number): Action[] {
  return Array.from({ length: n }, (_, at) => ({
    kind: 'link',
    label: 'l',
    url: `https://example.com/${at}`,
  }));
}
function menu(labels: readonly string[]): Partial<Reply> {
  const choices = labels.map((label, at) => ({
    label,
    ask: { command: 'role', values: { role: String(at) } },
  }));
  return actions({ kind: 'choose', label: 'Which?', choices });
}
function longestRun(blocks: readonly KnownBlock[]): number {
  return Math.max(...read({ blocks }).texts.map((text) => /x+/.exec(text)?.[0].length ?? 0));
}
function firstLabel(blocks: readonly KnownBlock[]): number {
  return read({ blocks }).labels[0]?.length ?? 0;
}
function lastLabel(blocks: readonly KnownBlock[]): number {
  return read({ blocks }).labels.at(-1)?.length ?? 0;
}
function valueLength(blocks: readonly KnownBlock[]): number {
  return Math.max(
    0,
    ...elementsOf(blocks).map((element) =>
      element.type === 'button' ? (/x*$/.exec(element.value ?? '')?.[0].length ?? 0) : 0,
    ),
  );
}
function urlLength(blocks: readonly KnownBlock[]): number {
  return Math.max(
    0,
    ...elementsOf(blocks).map((element) => (element.type === 'button' ? (element.url?.length ?? 0) : 0)),
  );
}
function altLength(blocks: readonly KnownBlock[]): number {
  return Math.max(0, ...blocks.map((block) => (block.type === 'image' ? block.alt_text.length : 0)));
}

describe('limits', () => {
  test.each(EDGES)('%s: all of %i, and no more', (_, max, make, measure) => {
    const full = preview({ ...EMPTY, ...make(max) }, 'en');
    expect(measure(full.blocks)).toBe(max);
    expect(faultsOf({ ...full })).toEqual([]);
    const over = preview({ ...EMPTY, ...make(max + 1) }, 'en');
    expect(faultsOf({ ...over })).toEqual([]);
    expect(measure(over.blocks)).toBeLessThanOrEqual(max);
  });

  test.each([LIMITS.lead, LIMITS.lead + 1, 2990, 3100, 40_000])('a lead of %i letters is told whole', (n) => {
    const words = 'word '.repeat(n / 5).padEnd(n, 'x');
    expect(difference(told({ lead: [words] }), words)).toBe('');
  });

  test.each([2900, 2950, 3000, 3001, 40_000])(
    'a text of %i letters, each of which is escaped, is told whole',
    (n) => {
      const words = '<&>"\n'.repeat(n / 5);
      expect(
        difference(told({ lead: [], body: [{ kind: 'text', text: [words, bold('!')] }] }), `${words}!`),
      ).toBe('');
    },
  );

  test.each([1499, 1500, 1501, 9000])('a field of %i letters is told whole', (n) => {
    expect(difference(told({ lead: [], ...fields([['', 'x'.repeat(n)]]) }), 'x'.repeat(n))).toBe('');
  });

  test.each([41, 42, 43, 100])('%i nodes are all shown, page by page', (n) => {
    const body = Array.from({ length: n }, (_, at): ReplyNode => ({ kind: 'text', text: [`(${at})`] }));
    const numbers = Array.from({ length: n }, (_, at) => `(${at})`);
    expect(told({ lead: [], body })).toBe(numbers.join(''));
  });

  test.each([30, 100, 101, 300])('of %i choices as many are offered as fit, and the rest is counted', (n) => {
    const message = preview(
      { ...EMPTY, ...menu(Array.from({ length: n }, (_, at) => `Choice ${at}`)) },
      'en',
    );
    const { texts, labels } = read({ ...message });
    const offered = labels.filter((label) => label.startsWith('Choice')).length;
    const left = Number(/(\d+) more to choose from/.exec(texts.join('\n'))?.[1] ?? 0);
    expect(offered + left).toBe(n);
    expect(offered).toBeGreaterThanOrEqual(25);
    expect(faultsOf({ ...message })).toEqual([]);
  });

  test.each([1, 20, 200])('of %i sources as many are named as fit, and the rest is counted', (n) => {
    const sources = Array.from({ length: n }, (_, at) => ({
      name: `Source ${at}`,
      url: `https://example.com/${at}`,
    }));
    const message = preview({ ...EMPTY, sources }, 'en');
    const foot = read({ ...message }).texts.at(-1) ?? '';
    expect(foot.match(/Source \d+/g)?.length).toBe(n - Number(/(\d+) more$/.exec(foot)?.[1] ?? 0));
    expect(faultsOf({ ...message })).toEqual([]);
  });
});

/** Where told words first differ from the whole; empty where they do not. */
function difference(words: string, whole: string): string {
  const wanted = whole.replace(/\s/g, '');
  const at = Array.from(wanted).findIndex((letter, index) => words[index] !== letter);
  return words === wanted ? '' : `${words.length} of ${wanted.length}, at ${at}: ${words.slice(at, at + 20)}`;
}

/** The words of all pages, without title, page notes, bullets and spaces. */
function told(reply: Partial<Reply>): string {
  const words: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const message = render({ ...EMPTY, title: '', ...reply }, { language: 'en', page });
    expect(faultsOf({ ...message })).toEqual([]);
    const { texts } = read({ ...message });
    const note = texts.find((text) => /^Page \d+ of \d+/.test(text));
    pages = Number(/of (\d+)/.exec(note ?? '')?.[1] ?? 1);
    // The lead stands on every page.
    const own = page > 1 && reply.lead?.length !== 0 ? texts.slice(1) : texts;
    words.push(...own.filter((text) => text !== note));
  }
  return words
    .join('')
    .replaceAll(/\(continued\):?/g, '')
    .replace(/\s/g, '');
}
