import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, menuId } from '../../../adapters/discord/state.ts';
import type { Ask } from '../../../src/reply.ts';
import { anyText } from '../../any-text.ts';

const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'a|b', '%7C', '%', '\n', '__proto__'),
);
const ask: fc.Arbitrary<Ask> = fc.record(
  {
    command: words,
    values: fc.array(fc.tuple(words, words), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
    page: fc.integer({ min: 1, max: 999_999 }),
  },
  { requiredKeys: ['command', 'values'] },
);

test('an id holds the whole question', () => {
  fc.assert(
    fc.property(fc.constantFrom('ask', 'share'), ask, (press, asked) => {
      expect(decode(encode(press, asked))).toEqual({ press, ask: asked });
    }),
    { numRuns: 1000 },
  );
});

test('an id has no control characters and no half letters', () => {
  fc.assert(
    fc.property(anyText(), (value) => {
      const id = encode('ask', { command: 'x', values: { value } });
      expect(id.isWellFormed()).toBe(true);
      expect(id).not.toMatch(/\p{Control}/u);
    }),
  );
});

test('an id is short', () => {
  const values = { role: 'ml-engineer', section: 'skills' };
  expect(encode('ask', { command: 'role', values, page: 2 })).toBe(
    '1a|role|2|role|ml-engineer|section|skills|',
  );
});

const HAVE = Array.from({ length: 60 }, (_, at) => (at * 7919).toString(36).padStart(3, '0').slice(-3)).join(
  '',
);

test.each([
  ['of 100 characters stands as it is', 'x'.repeat(100 - '1a|plan||have||'.length), 100],
  ['of 101 is packed', 'x'.repeat(101 - '1a|plan||have||'.length), 20],
  ['with sixty skills in their short form fits', `~${HAVE}`, 100],
])('a state %s, and is read back by any process', (_, have, most) => {
  const asked: Ask = { command: 'plan', values: { have } };
  const id = encode('form', asked);
  expect(id.length).toBeLessThanOrEqual(most);
  expect(id.normalize('NFC')).toBe(id);
  expect(decode(id)).toEqual({ press: 'form', ask: asked });
});

test('half a packed state, or another alphabet, is not taken for one', () => {
  const id = encode('ask', { command: 'plan', values: { have: HAVE } });
  for (const wrong of [id.slice(0, -3), '1z', '1zabc', `1z${id}`]) expect(decode(wrong)).toBeUndefined();
});

test('anything else is not taken for one', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(decode(id)).toBeUndefined();
    }),
  );
  expect(decode(menuId(0))).toBeUndefined();
  expect(decode('0a|role||')).toBeUndefined();
});

test('the menus of a message have different ids', () => {
  expect(menuId(0)).not.toBe(menuId(1));
});
