import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, menuId } from '../../../adapters/discord/state.ts';
import type { Ask } from '../../../src/reply.ts';

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
    fc.property(fc.string({ unit: 'binary' }), (value) => {
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
