import { describe, expect, test } from 'vitest';
import { fit } from '../../src/fit.ts';
import type { SpokenAction, SpokenNode } from '../../src/spoken.ts';
import {
  bodyOf,
  buttons,
  fitted,
  labels,
  LIMITS,
  of,
  ofActions,
  RULER,
  SHELL,
  size,
  wordsOf,
} from './small-place.ts';

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const titled = (title: string): string => fitted({ ...SHELL, title }).reply.title;
const withLead = (length: number) => fitted({ ...SHELL, lead: [of(length)] }).reply;
const text = (length: number): SpokenNode => ({ kind: 'text', title: 'T', text: [of(length)] });
const list = (count: number): SpokenNode => ({ kind: 'list', items: times(count, () => ['1234']) });
const fields = (count: number): SpokenNode => ({
  kind: 'fields',
  fields: times(count, () => ({ name: 'n', value: ['v'] })),
});
const field = (name: number, value: number): SpokenNode => ({
  kind: 'fields',
  fields: [{ name: of(name), value: [of(value)] }],
});
const table = (count: number): SpokenNode => ({
  kind: 'table',
  title: 'T',
  columns: ['12345678', '12345678'],
  rows: times(count, () => ['12345678', '12345678']),
});
const texts = (lengths: readonly number[]): SpokenNode[] =>
  lengths.map((length) => ({ kind: 'text', text: [of(length)] }));
const links = (count: number): SpokenAction[] => times(count, (at) => page(20 + at));
const picture = (alt: number): SpokenNode => ({
  kind: 'picture',
  chart: { kind: 'timeline', title: 'T', roads: [] },
  alt: of(alt),
});
const askButton = (label: string, command: string, values: Record<string, string>): SpokenAction => ({
  kind: 'ask',
  label,
  ask: { command, values },
});
const menuOf = (count: number, command: string): SpokenAction => ({
  kind: 'choose',
  label: 'Which?',
  choices: times(count, (at) => ({ label: `C${at}`, ask: { command, values: { n: `${at}` } } })),
});
const menu = (count: number): SpokenAction => menuOf(count, 'role');
const page = (url: number): SpokenAction => ({
  kind: 'link',
  label: 'L',
  url: `https://${'x'.repeat(url - 8)}`,
});
const stateful = (state: number): SpokenAction => {
  const own = RULER.state({ command: 'c', values: { v: '' } }).length;
  return askButton('L', 'c', { v: 'x'.repeat(state - own) });
};

describe('at a limit nothing changes; one more and it is clipped, goes on, or is counted', () => {
  test('title', () => {
    expect(titled(of(60))).toBe(of(60));
    expect(titled(of(61))).toMatch(/^(word )+.*…$/);
    expect(titled(of(61)).length).toBeLessThanOrEqual(60);
  });

  test('title as rendered', () => {
    expect(titled('*'.repeat(30))).toBe('*'.repeat(30));
    expect(size(titled('*'.repeat(31)))).toBeLessThanOrEqual(60);
  });

  test('lead, which goes on in the first node', () => {
    expect(withLead(200).body).toEqual([]);
    const { lead, body } = withLead(201);
    const rest = body.flatMap((node) => (node.kind === 'text' ? node.text : []));
    expect([...lead, ...rest].map(wordsOf).join('')).toBe(of(201));
  });

  test('a text goes on in the next node, its title said once', () => {
    expect(bodyOf(text(1197))).toHaveLength(1);
    expect(bodyOf(text(1198)).map((node) => 'title' in node)).toEqual([true, false]);
  });

  test('a list goes on in the next list', () => {
    expect(bodyOf(list(120))).toHaveLength(1);
    expect(bodyOf(list(121))).toHaveLength(2);
  });

  test('a numbered list goes on with the next number, and an item in two parts is one item', () => {
    const body = bodyOf({ kind: 'list', ordered: true, items: [['a'], [of(1500)], ['c']] });
    expect(body.map((node) => (node.kind === 'list' ? node.start : node.kind))).toEqual([1, 2, 'text', 3]);
  });

  test('fields in a node', () => {
    expect(bodyOf(fields(5))).toHaveLength(1);
    expect(bodyOf(fields(6))).toHaveLength(2);
  });

  test('the name of a field is clipped, its value goes on in the next field', () => {
    expect(bodyOf(field(40, 80))).toEqual([field(40, 80)]);
    expect(bodyOf(field(41, 80))).toMatchObject([{ fields: [{ name: expect.stringMatching(/…$/) }] }]);
    expect(bodyOf(field(10, 81))).toMatchObject([
      { fields: [{ name: of(10) }, { name: `${of(10)} (continued)` }] },
    ]);
  });

  test('rows of a table go on in the next table with its columns', () => {
    expect(bodyOf(table(58))).toHaveLength(1);
    const [first, second] = bodyOf(table(59));
    expect([first, second]).toMatchObject([{ title: 'T' }, { columns: ['12345678', '12345678'] }]);
    // Right below, nobody has to be told what it is.
    expect(second).not.toHaveProperty('title');
  });

  test('a list says again what it goes on with where a page begins with it', () => {
    const long: SpokenNode = { kind: 'list', title: 'L', items: times(600, () => ['1234']) };
    const pages = [1, 2, 3].map((at) => fitted([long], at).reply.body);
    const titles = pages.map((body) => body.map((node) => ('title' in node ? node.title : undefined)));
    expect(titles.flat().filter((title) => title !== undefined)).toEqual([
      'L',
      'L (continued)',
      'L (continued)',
    ]);
    expect(titles.map(([first]) => first)).toEqual(['L', 'L (continued)', 'L (continued)']);
  });

  test('nodes of a page', () => {
    expect(fitted(texts(times(7, () => 99))).pages).toBe(1);
    expect(fitted(texts(times(8, () => 99))).pages).toBe(2);
  });

  test('a page', () => {
    const room = LIMITS.message - RULER.frame(SHELL) - 120;
    expect(fitted(texts([999, 999, room - 2001])).pages).toBe(1);
    expect(fitted(texts([999, 999, room - 2000])).pages).toBe(2);
  });

  test('two buttons, and as many of the rest as one menu holds', () => {
    expect(ofActions(...buttons(8)).rows).toMatchObject([[{}, {}], [{ choices: { length: 6 } }]]);
    const more = ofActions(...buttons(9));
    expect(more.rows).toMatchObject([[{}, {}], [{ choices: { length: 6 } }]]);
    expect(more.reply.body).toEqual([
      { kind: 'note', text: ['1 more to choose from: type what you look for'] },
    ]);
  });

  test('two rows of buttons', () => {
    expect(ofActions(...links(8)).rows.map((row) => row.length)).toEqual([4, 4]);
    const more = ofActions(...links(9));
    expect(more.rows.map((row) => row.length)).toEqual([4, 4]);
    expect(more.reply.body).toHaveLength(1);
  });

  test('menus: those of the answer give way to the one with everything else', () => {
    const own = times(3, (at): SpokenAction => ({ ...menuOf(5, `m${at}`), label: `M${at}` }));
    const { rows, reply } = ofActions(...buttons(5), ...own);
    expect(rows.map((row) => row.map(({ label }) => label))).toEqual([['B0', 'B1'], ['M2'], ['More']]);
    expect(reply.body).toMatchObject([{ text: ['10 more to choose from: type what you look for'] }]);
  });

  test('choices in a menu', () => {
    expect(ofActions(menu(6)).reply.body).toEqual([]);
    expect(ofActions(menu(7)).reply.body).toHaveLength(1);
    expect(ofActions(menu(7)).rows[0]?.[0]).toMatchObject({ choices: { length: 6 } });
  });

  test('labels', () => {
    expect(labels(ofActions(askButton(of(20), 'x', {})))).toEqual([of(20)]);
    expect(labels(ofActions(askButton(of(21), 'x', {})))[0]).toMatch(/…$/);
  });

  test('addresses and states: what does not fit is left out and counted', () => {
    expect(ofActions(page(100), stateful(60))).toMatchObject({ rows: [{ length: 2 }], reply: { body: [] } });
    expect(ofActions(page(101), stateful(61))).toMatchObject({ rows: [], reply: { body: { length: 1 } } });
  });

  test('alternative text', () => {
    expect(bodyOf(picture(50))).toEqual([picture(50)]);
    expect(bodyOf(picture(51))).toMatchObject([{ alt: expect.stringMatching(/…$/) }]);
  });
});

describe('what is offered', () => {
  test('the same question is offered once', () => {
    expect(labels(ofActions(...buttons(2), ...buttons(2)))).toEqual(['B0', 'B1']);
  });

  test('a blank label is told by what it asks', () => {
    expect(labels(ofActions(askButton(' ', 'role', { role: 'x' })))).toEqual(['/role x']);
  });

  test('pages are turned both ways, and a page past the end is the last', () => {
    const body = texts(times(20, () => 99));
    expect(labels(fitted(body, 1))).toEqual(['2 of 3 ›']);
    expect(labels(fitted(body, 2, true))).toEqual(['‹ 1 of 3', '3 of 3 ›', 'Show to channel']);
    expect(fitted(body, 99).page).toBe(3);
    expect(fitted(body, 2).reply.body.at(-1)).toEqual({ kind: 'note', text: ['Page 2 of 3'] });
  });

  test('a question too long for a button says how to turn the page', () => {
    const ask = { command: 'role', values: { role: of(90) } };
    const { reply, rows } = fitted({ ...SHELL, ask, body: texts(times(20, () => 99)) });
    expect(rows).toEqual([]);
    const note = 'Page 1 of 3 · ask in fewer words to turn the page';
    expect(reply.body.at(-1)).toEqual({ kind: 'note', text: [note] });
  });

  test('what may not stand together does not', () => {
    const body = times(4, () => picture(1));
    const ruler = { ...RULER, together: (nodes: readonly SpokenNode[]) => nodes.length <= 2 };
    expect(fit({ ...SHELL, body }, LIMITS, ruler).pages).toBe(2);
  });

  test('an empty node keeps its title', () => {
    const shown = bodyOf(
      { kind: 'text', title: 'A', text: [] },
      { kind: 'list', title: 'B', items: [] },
      { kind: 'table', title: 'C', columns: ['x'], rows: [] },
      { kind: 'fields', fields: [{ name: 'D', value: [] }] },
    );
    const rest = [{ title: 'B' }, { title: 'C', items: [['x']] }, { fields: [{ name: 'D' }] }];
    expect(shown).toMatchObject([{ title: 'A' }, ...rest]);
  });
});
