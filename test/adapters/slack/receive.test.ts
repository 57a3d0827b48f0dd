import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDedupe } from '../../../adapters/slack/dedupe.ts';
import {
  buttonId,
  decodeAsk,
  encodeAsk,
  encodeChoice,
  menuId,
  readPressed,
  sharedBy,
} from '../../../adapters/slack/state.ts';
import { readTyped } from '../../../adapters/slack/typed.ts';
import type { Ask } from '../../../src/reply.ts';

test.each([
  ['ml-engineer', 'ml-engineer'],
  ['<@U012AB3CD|ann> and <@U012AB3CD>', '@ann and @U012AB3CD'],
  ['<#C012AB3CD|general> or <#C012AB3CD>', '#general or #C012AB3CD'],
  ['<!here> <!channel|channel> <!subteam^S1|@data-team>', '@here @channel @data-team'],
  ['<https://example.com/a?b=1&amp;c=2|example.com> <https://x.y>', 'example.com https://x.y'],
  ['<mailto:a@b.c|a@b.c>', 'a@b.c'],
  ['R&amp;D &lt;b&gt; &amp;lt;', 'R&D <b> &lt;'],
  ['role:“ml engineer” „so“ «so» it’s', 'role:"ml engineer" "so" "so" it\'s'],
  ['c++ [ ( * \u00A0x', 'c++ [ ( *  x'],
])('%s is read as %s', (typed, words) => {
  expect(readTyped(typed)).toBe(words);
});

const ask: fc.Arbitrary<Ask> = fc.record(
  {
    command: fc.constantFrom('role', 'prompts add'),
    values: fc.dictionary(fc.constantFrom('role', 'section', 'to'), fc.string({ unit: 'grapheme' })),
    page: fc.integer({ min: 1, max: 999 }),
  },
  { requiredKeys: ['command', 'values'] },
);

describe('what a button means', () => {
  test('is read back from its value, whatever is in it', () => {
    fc.assert(
      fc.property(ask, (asked) => {
        const value = encodeAsk(asked);
        expect(value).not.toMatch(/[<>&"\\]/);
        expect(readPressed(buttonId('ask', 3), value)).toEqual({ kind: 'ask', ask: asked });
      }),
    );
  });

  test('is read back from the menu and the option together', () => {
    fc.assert(
      fc.property(fc.array(ask, { minLength: 1, maxLength: 6 }), (asks) => {
        const menu = asks.map((one, at) => ({
          label: 'x',
          ask: one,
          ...(at % 2 === 1 ? { form: true as const } : {}),
        }));
        const shared = sharedBy(menu);
        const id = menuId(7, shared);
        expect(id.length).toBeLessThanOrEqual(255);
        for (const choice of menu) {
          const kind = choice.form === true ? 'form' : 'ask';
          expect(readPressed(id, encodeChoice(choice, shared))).toEqual({ kind, ask: choice.ask });
        }
      }),
    );
  });

  test('never throws on what we did not make', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (id, value) => {
        expect(['ask', 'share', 'link', 'stale']).toContain(readPressed(id, value).kind);
        decodeAsk(id);
      }),
    );
  });
});

describe('what was heard before', () => {
  test('is known for ten minutes', () => {
    let now = 1_000;
    const dedupe = createDedupe(() => now);
    expect(dedupe.seen(['a'])).toBe(false);
    now += 10 * 60_000 - 1;
    expect(dedupe.seen(['b', 'a'])).toBe(true);
    expect(dedupe.seen([])).toBe(false);
    expect(dedupe.seen([])).toBe(false);
    now += 10 * 60_000 + 1;
    expect(dedupe.seen(['b'])).toBe(false);
  });

  test('is forgotten, oldest first, before it fills the memory', () => {
    const dedupe = createDedupe(() => 1_000);
    for (let at = 0; at < 30_000; at += 1) dedupe.seen([`${at}`]);
    expect(dedupe.seen(['0'])).toBe(false);
    expect(dedupe.seen(['29999'])).toBe(true);
  });
});
