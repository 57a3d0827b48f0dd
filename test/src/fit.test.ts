import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fitted, Limits, Ruler } from '../../src/fit.ts';
import { fit } from '../../src/fit.ts';
import { clipWords } from '../../src/fit/clip.ts';
import type { Action, Inline, Reply, ReplyNode, Text } from '../../src/reply.ts';
import { askButton, code, link } from '../../src/reply.ts';
import { anyReply, figure } from '../adapters/replies.ts';

const LIMITS: Limits = {
  message: 3000,
  nodes: 8,
  node: 1200,
  title: 60,
  lead: 200,
  fields: 5,
  fieldName: 40,
  fieldValue: 80,
  rows: 3,
  buttonsPerRow: 4,
  buttonLabel: 20,
  choices: 6,
  choiceLabel: 20,
  state: 60,
  url: 100,
  alt: 50,
};

/** A place that doubles stars, as an escape would. */
const size = (words: string) => words.length + words.split('*').length - 1;
const wordsOf = (inline: Inline) =>
  typeof inline === 'string' ? inline : inline.kind === 'moment' ? 'x'.repeat(20) : inline.text;
const textSize = (text: Text) =>
  text.reduce((sum, inline) => sum + size(wordsOf(inline)) + (isLink(inline) ? inline.url.length + 4 : 0), 0);
const isLink = (inline: Inline) => typeof inline === 'object' && inline.kind === 'link';

function nodeSize(node: ReplyNode): number {
  const title = 'title' in node && node.title !== undefined ? size(node.title) + 1 : 0;
  switch (node.kind) {
    case 'text':
      return title + textSize(node.text) + 1;
    case 'note':
      return textSize(node.text) + 1;
    case 'list':
      return title + node.items.reduce((sum, item) => sum + textSize(item) + 6, 0);
    case 'fields':
      return node.fields.reduce((sum, field) => sum + size(field.name) + textSize(field.value), 0);
    case 'table':
      return title + [node.columns, ...node.rows].flat().reduce((sum, cell) => sum + size(cell) + 2, 0);
    case 'picture':
      return size(node.alt);
    case 'divider':
    case 'actions':
      return 1;
  }
}

const RULER: Ruler = {
  text: textSize,
  words: size,
  node: nodeSize,
  frame: (reply) => size(reply.title) + textSize(reply.lead),
  state: (ask) => JSON.stringify(ask),
};

const SHELL: Reply = {
  tone: 'answer',
  title: 'Title',
  lead: ['Lead.'],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'role', values: { role: 'x' } },
  shareable: true,
};

function fitted(body: readonly ReplyNode[], page = 1, share = false): Fitted {
  return fit({ ...SHELL, body }, LIMITS, RULER, { page, share });
}

function everyPage(reply: Reply): Fitted[] {
  const first = fit(reply, LIMITS, RULER);
  return Array.from({ length: first.pages }, (_, at) => fit(reply, LIMITS, RULER, { page: at + 1 }));
}

const of = (length: number) => 'word '.repeat(Math.ceil(length / 5)).slice(0, length - 1) + 'd';
const labels = (rows: Fitted['rows']) => rows.flat().map((action) => action.label);
const buttons = (count: number) =>
  Array.from({ length: count }, (_, at) => askButton(`B${at}`, 'role', { n: `${at}` }));
const ofActions = (actions: readonly Action[]) => fitted([{ kind: 'actions', actions }]);

describe('at a limit nothing changes; one more and it is clipped, goes on, or is counted', () => {
  test('title', () => {
    const at = (length: number) => fit({ ...SHELL, title: of(length) }, LIMITS, RULER).reply.title;
    expect(at(60)).toBe(of(60));
    expect(at(61)).toMatch(/^(word )+.*…$/);
    expect(at(61).length).toBeLessThanOrEqual(60);
  });

  test('title as rendered', () => {
    const at = (stars: number) => fit({ ...SHELL, title: '*'.repeat(stars) }, LIMITS, RULER).reply.title;
    expect(at(30)).toBe('*'.repeat(30));
    expect(size(at(31))).toBeLessThanOrEqual(60);
  });

  test('lead goes on in the first node', () => {
    const at = (length: number) => fit({ ...SHELL, lead: [of(length)] }, LIMITS, RULER).reply;
    expect(at(200).body).toEqual([]);
    expect(at(201).body).toHaveLength(1);
    expect([...at(201).lead, ...(at(201).body[0] as { text: Text }).text].join('')).toBe(of(201));
  });

  test('a text goes on in the next node, its title said once', () => {
    const at = (length: number) => fitted([{ kind: 'text', title: 'T', text: [of(length)] }]).reply.body;
    expect(at(1197)).toHaveLength(1);
    expect(at(1198).map((node) => 'title' in node)).toEqual([true, false]);
  });

  test('a list goes on in the next list', () => {
    const at = (count: number) =>
      fitted([{ kind: 'list', items: Array.from({ length: count }, () => ['1234']) }]).reply.body;
    expect(at(120)).toHaveLength(1);
    expect(at(121)).toHaveLength(2);
  });

  test('a numbered list goes on with the next number, and an item in two parts is one item', () => {
    const items = [['a'], [of(1500)], ['c']];
    const body = fitted([{ kind: 'list', ordered: true, items }]).reply.body;
    expect(body.map((node) => (node.kind === 'list' ? node.start : node.kind))).toEqual([1, 2, 'text', 3]);
  });

  test('fields in a node', () => {
    const at = (count: number) =>
      fitted([{ kind: 'fields', fields: Array.from({ length: count }, () => ({ name: 'n', value: ['v'] })) }])
        .reply.body;
    expect(at(5)).toHaveLength(1);
    expect(at(6)).toHaveLength(2);
  });

  test('the name of a field is clipped, its value goes on in the next field', () => {
    const at = (name: number, value: number) => {
      const [node] = fitted([{ kind: 'fields', fields: [{ name: of(name), value: [of(value)] }] }]).reply
        .body;
      return node?.kind === 'fields' ? node.fields : [];
    };
    expect(at(40, 80)).toEqual([{ name: of(40), value: [of(80)] }]);
    expect(at(41, 80)[0]?.name).toMatch(/…$/);
    expect(at(10, 81).map((field) => field.name)).toEqual([of(10), `${of(10)} (continued)`]);
  });

  test('rows of a table go on in the next table with its columns', () => {
    const at = (count: number) => {
      const rows = Array.from({ length: count }, () => ['12345678', '12345678']);
      return fitted([{ kind: 'table', title: 'T', columns: ['12345678', '12345678'], rows }]).reply.body;
    };
    expect(at(58)).toHaveLength(1);
    expect(at(59)).toMatchObject([
      { title: 'T' },
      { title: 'T (continued)', columns: ['12345678', '12345678'] },
    ]);
  });

  test('nodes of a page', () => {
    const at = (count: number) =>
      fitted(Array.from({ length: count }, () => ({ kind: 'text', text: [of(99)] }))).pages;
    expect(at(7)).toBe(1);
    expect(at(8)).toBe(2);
  });

  test('a page', () => {
    const room = LIMITS.message - RULER.frame(SHELL) - 120;
    const at = (total: number) =>
      fitted([999, 999, total - 2002].map((length) => ({ kind: 'text', text: [of(length)] }))).pages;
    expect(at(room + 1)).toBe(1);
    expect(at(room + 2)).toBe(2);
  });

  test('buttons in rows', () => {
    expect(ofActions(buttons(12)).rows.map((row) => row.length)).toEqual([4, 4, 4]);
    const more = ofActions(buttons(13));
    expect(more.rows.map((row) => row.length)).toEqual([4, 4, 4]);
    expect(more.reply.body).toEqual([
      { kind: 'note', text: ['1 more to choose from: type what you look for'] },
    ]);
  });

  test('choices in a menu', () => {
    const at = (count: number) =>
      ofActions([
        {
          kind: 'choose',
          label: 'Which?',
          choices: buttons(count).flatMap((button) => (button.kind === 'ask' ? [button] : [])),
        },
      ]);
    expect(at(6).reply.body).toEqual([]);
    expect(at(7).reply.body).toHaveLength(1);
    expect(at(7).rows[0]?.[0]).toMatchObject({ choices: { length: 6 } });
  });

  test('labels, addresses, states and alternative texts', () => {
    expect(labels(ofActions([askButton(of(20), 'x', {})]).rows)).toEqual([of(20)]);
    expect(labels(ofActions([askButton(of(21), 'x', {})]).rows)[0]).toMatch(/…$/);
    const to = (length: number) => `https://${'x'.repeat(length - 8)}`;
    expect(ofActions([{ kind: 'link', label: 'L', url: to(100) }]).rows).toHaveLength(1);
    expect(ofActions([{ kind: 'link', label: 'L', url: to(101) }])).toMatchObject({
      rows: [],
      reply: { body: { length: 1 } },
    });
    const room = LIMITS.state - RULER.state({ command: 'c', values: { v: '' } }).length;
    expect(ofActions([askButton('L', 'c', { v: 'x'.repeat(room) })]).rows).toHaveLength(1);
    expect(ofActions([askButton('L', 'c', { v: 'x'.repeat(room + 1) })]).rows).toHaveLength(0);
    const alt = (length: number) =>
      fitted([{ kind: 'picture', url: 'https://x', alt: of(length) }]).reply.body;
    expect(alt(50)).toMatchObject([{ alt: of(50) }]);
    expect(alt(51)).not.toMatchObject([{ alt: of(51) }]);
  });
});

describe('what is offered', () => {
  test('the same question is offered once', () => {
    expect(labels(ofActions([...buttons(2), ...buttons(2)]).rows)).toEqual(['B0', 'B1']);
  });

  test('a blank label is told by what it asks', () => {
    expect(labels(ofActions([askButton(' ', 'role', { role: 'x' })]).rows)).toEqual(['/role x']);
  });

  test('pages are turned both ways, and a page past the end is the last', () => {
    const body: ReplyNode[] = Array.from({ length: 20 }, () => ({ kind: 'text', text: [of(99)] }));
    expect(labels(fitted(body, 1).rows)).toEqual(['2 of 3 ›']);
    expect(labels(fitted(body, 2, true).rows)).toEqual(['‹ 1 of 3', '3 of 3 ›', 'Show to channel']);
    expect(fitted(body, 99).page).toBe(3);
    expect(fitted(body, 2).reply.body.at(-1)).toEqual({ kind: 'note', text: ['Page 2 of 3'] });
  });

  test('a question too long for a button says how to turn the page', () => {
    const body: ReplyNode[] = Array.from({ length: 20 }, () => ({ kind: 'text', text: [of(99)] }));
    const ask = { command: 'role', values: { role: of(90) } };
    const { reply, rows } = fit({ ...SHELL, ask, body }, LIMITS, RULER);
    expect(rows).toEqual([]);
    expect(reply.body.at(-1)).toEqual({
      kind: 'note',
      text: ['Page 1 of 3 · ask in fewer words to turn the page'],
    });
  });

  test('what may not stand together does not', () => {
    const body: ReplyNode[] = Array.from({ length: 4 }, () => ({
      kind: 'picture',
      url: 'https://x',
      alt: '',
    }));
    const together = (nodes: readonly ReplyNode[]) => nodes.length <= 2;
    expect(fit({ ...SHELL, body }, LIMITS, { ...RULER, together }).pages).toBe(2);
  });

  test('an empty node keeps its title', () => {
    const body: ReplyNode[] = [
      { kind: 'text', title: 'A', text: [] },
      { kind: 'list', title: 'B', items: [] },
      { kind: 'table', title: 'C', columns: ['x'], rows: [] },
      { kind: 'fields', fields: [{ name: 'D', value: [] }] },
    ];
    expect(fitted(body).reply.body).toMatchObject([
      { title: 'A' },
      { title: 'B' },
      { title: 'C', items: [['x']] },
      { fields: [{ name: 'D' }] },
    ]);
  });
});

describe('figures and links are never cut', () => {
  test('a range of two figures is one word', () => {
    expect(clipWords('it pays $155K – $200K', 15)).toBe('it pays…');
    expect(clipWords('about 1\u00a0000\u202f000 people', 10)).toBe('about…');
  });

  test('code and links stay whole', () => {
    const text = [`${of(1190)} `, code('$155K–$200K'), ' ', link('two words', 'https://example.com')];
    const inlines = fitted([{ kind: 'text', text }]).reply.body.flatMap((node) =>
      node.kind === 'text' ? node.text : [],
    );
    expect(inlines).toContainEqual(code('$155K–$200K'));
    expect(inlines).toContainEqual(link('two words', 'https://example.com'));
  });

  test('any figures, in any text, clipped anywhere', () => {
    const figures = fc.array(figure, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 2, max: 200 }), (list, max) => {
        const kept = clipWords(list.join(' and '), Math.max(max, 25)).replace(/( and)?…$/, '');
        expect(list.join(' and ').startsWith(kept)).toBe(true);
        for (const [at, part] of kept.split(' and ').entries())
          if (/\d/.test(part)) expect(part).toBe(list[at]);
      }),
    );
  });
});

describe('any reply at all', () => {
  test('every page keeps every limit, and nothing is lost or said twice across the pages', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const pages = everyPage(reply);
        for (const page of pages) expectWithin(page);
        // A table's columns are said again on each page, and a row may be told as a list.
        const told = { ...reply, body: reply.body.filter((node) => node.kind !== 'table') };
        const shown = everyPage(told);
        const lead = shown[0]?.reply.lead ?? [];
        expect(said(lead, shown.flatMap(withoutNote))).toBe(said(told.lead, told.body));
      }),
      { numRuns: 100 },
    );
  });
});

function expectWithin({ reply, rows }: Fitted): void {
  const total = RULER.frame(reply) + reply.body.reduce((sum, node) => sum + nodeSize(node), 0);
  expect(total).toBeLessThanOrEqual(LIMITS.message);
  expect(reply.body.length).toBeLessThanOrEqual(LIMITS.nodes);
  expect(rows.length).toBeLessThanOrEqual(LIMITS.rows);
  for (const row of rows) expect(row.length).toBeLessThanOrEqual(LIMITS.buttonsPerRow);
  for (const action of rows.flat()) {
    expect(action.label.trim()).not.toBe('');
    expect(action.label.length).toBeLessThanOrEqual(LIMITS.buttonLabel);
  }
  const ids = rows.flat().map((action) => (action.kind === 'ask' ? RULER.state(action.ask) : action));
  expect(new Set(ids).size).toBe(ids.length);
}

function withoutNote({ reply: { body } }: Fitted): readonly ReplyNode[] {
  const last = body.at(-1);
  const isOurs = last?.kind === 'note' && /^(Page \d|\d+ more to choose)/.test(String(last.text[0]));
  return isOurs ? body.slice(0, -1) : body;
}

/** The words of texts, lists, notes and values, in order; titles are clipped and said again, so they are left aside. */
function said(lead: Text, body: readonly ReplyNode[]): string {
  const texts = body.flatMap((node): Text[] => {
    if (node.kind === 'text' || node.kind === 'note') return [node.text];
    if (node.kind === 'list') return [...node.items];
    if (node.kind === 'fields') return node.fields.map((field) => field.value);
    return [];
  });
  return [lead, ...texts].flat().map(wordsOf).join('').replace(/\s+/g, '');
}
