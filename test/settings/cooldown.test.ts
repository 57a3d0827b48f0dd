import { describe, expect, test } from 'vitest';
import { createCooldown, PACE } from '../../src/cooldown.ts';

let now = 0;
const asking = (id: string, more: { community?: string; page?: number } = {}) => ({
  asker: { id, locale: 'en', manages: id === 'ann' },
  place: { on: 'chat', community: more.community ?? 'C', channel: 'careers1' },
  ...(more.page === undefined ? {} : { page: more.page }),
});

describe('a cooldown', () => {
  test('is never met by a person who presses a button each second for ten minutes, and turns pages between', () => {
    const cooldown = createCooldown(() => now);
    for (let second = 0; second < 600; second += 1) {
      now += 1_000;
      expect(cooldown.take(asking('bob'))).toBe(0);
    }
  });

  test('is never met by whoever reads all of a long answer, three pages a second', () => {
    const cooldown = createCooldown(() => now);
    for (let page = 2; page < 200; page += 1) {
      now += 333;
      expect(cooldown.take(asking('bob', { page }))).toBe(0);
    }
  });

  test.each(['bob', 'ann'])('holds up a script of %s, and says for how long', (who) => {
    const cooldown = createCooldown(() => now);
    const waits = Array.from({ length: 40 }, () => cooldown.take(asking(who)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(PACE.member.atOnce);
    expect(waits.at(-1)).toBe(1);
    now += 1_000;
    expect(cooldown.take(asking(who))).toBe(0);
    expect(cooldown.take(asking(who))).toBe(1);
  });

  test('of one member holds nobody else up, and of one community no other', () => {
    const cooldown = createCooldown(() => now);
    for (let at = 0; at < 40; at += 1) cooldown.take(asking('bob'));
    expect(cooldown.take(asking('cat'))).toBe(0);
    expect(cooldown.take(asking('bob', { community: 'D' }))).toBe(0);
    for (let at = 0; at < 1_000; at += 1) cooldown.take(asking(`crowd-${at}`));
    expect(cooldown.take(asking('late'))).toBeGreaterThan(0);
    expect(cooldown.take(asking('late', { community: 'D' }))).toBe(0);
  });

  test('holds nobody up who sits at the machine', () => {
    const cooldown = createCooldown(() => now);
    const place = { on: 'terminal', community: null, channel: null };
    for (let at = 0; at < 1_000; at += 1) expect(cooldown.take({ ...asking('terminal'), place })).toBe(0);
  });
});
