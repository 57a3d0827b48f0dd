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

  test('of a community lets as many in a second as its pace says, and the others wait for a second', () => {
    const cooldown = createCooldown(() => now);
    const crowd = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => cooldown.take(asking(`crowd-${from + at}`)));
    const { atOnce, perSecond } = PACE.community;
    expect(crowd(0, atOnce + 50).filter((wait) => wait === 0)).toHaveLength(atOnce);
    now += 1_000;
    const waits = crowd(1_000, 50);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(perSecond);
    expect(new Set(waits)).toEqual(new Set([0, 1]));
  });

  test('counts what came in since, up to what may be asked at once, and nothing where the clock goes back', () => {
    const cooldown = createCooldown(() => now);
    const script = () => Array.from({ length: 40 }, () => cooldown.take(asking('bob')));
    const answered = () => script().filter((wait) => wait === 0).length;
    expect(answered()).toBe(PACE.member.atOnce);
    now += 750;
    expect(cooldown.take(asking('bob'))).toBe(1);
    expect(cooldown.take(asking('bob', { page: 2 }))).toBe(0);
    now += 3_500;
    expect(answered()).toBe(4);
    now += 3_600_000;
    expect(answered()).toBe(PACE.member.atOnce);
    now -= 5_000;
    expect(answered()).toBe(0);
  });

  test('holds up a script in direct messages, and no crowd there, which is no community', () => {
    const cooldown = createCooldown(() => now);
    const direct = (id: string) =>
      cooldown.take({ ...asking(id), place: { on: 'chat', community: null, channel: `with-${id}` } });
    for (let at = 0; at < 1_000; at += 1) expect(direct(`crowd-${at}`)).toBe(0);
    const waits = Array.from({ length: 40 }, () => direct('bob'));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(PACE.member.atOnce);
  });

  test('holds up a script of a community that names no channel', () => {
    const cooldown = createCooldown(() => now);
    const place = { on: 'chat', community: 'C', channel: null };
    for (let at = 0; at < 30; at += 1) expect(cooldown.take({ ...asking('bob'), place })).toBe(0);
    expect(cooldown.take({ ...asking('bob'), place })).toBe(1);
  });

  test('holds nobody up who sits at the machine', () => {
    const cooldown = createCooldown(() => now);
    const place = { on: 'terminal', community: null, channel: null };
    for (let at = 0; at < 1_000; at += 1) expect(cooldown.take({ ...asking('terminal'), place })).toBe(0);
  });
});
