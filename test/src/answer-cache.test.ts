import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { defineCommand } from '../../src/command.ts';
import type { Asker, Invocation } from '../../src/invocation.ts';
import { silentLog } from '../../src/log.ts';
import { emptyKnowledge } from '../empty-knowledge.ts';

const DAY = 86_400_000;
const ADA: Asker = { id: 'ada', locale: 'en', manages: false };

/** A bot that counts how often it has to think, on a day and a knowledge that can be changed. */
function counting(cacheable = true) {
  const world = { now: 0, version: 'first', thoughts: 0 };
  const count = defineCommand({
    name: 'count',
    summary: 'Counts',
    options: { word: { kind: 'words', description: 'Any word' } },
    examples: [],
    shareable: true,
    cacheable,
    answer: ({ word }) => {
      world.thoughts += 1;
      if (word === 'fire') throw new Error('the disk is on fire');
      return { title: `${word} ${world.thoughts}`, lead: [] };
    },
  });
  const bot = createBot({
    commands: [count],
    knowledge: () => ({ ...emptyKnowledge(), version: world.version }),
    clock: () => world.now,
    log: silentLog,
    fallback: 'count',
  });
  const ask = async (text: string, more: Partial<Invocation> = {}) => {
    const place = { community: null, channel: null };
    return (await bot.answer({ command: 'count', text, asker: ADA, place, ...more })).title;
  };
  return { world, ask };
}

describe('the same question', () => {
  test('is thought about once, whoever asks it and wherever', async () => {
    const { ask } = counting();
    expect(await ask('ml')).toBe('ml 1');
    expect(await ask('ml', { asker: { ...ADA, id: 'bob' }, place: { community: 'c', channel: 'd' } })).toBe(
      'ml 1',
    );
  });

  test('is the same as one line and value by value', async () => {
    const { ask } = counting();
    expect(await ask('word:ml page:2')).toBe('ml 1');
    expect(await ask('', { values: { word: 'ml' }, page: 2 })).toBe('ml 1');
    expect(await ask(' ml ', { page: 2 })).toBe('ml 1');
  });

  test('with another value or page is another question, in another language the same', async () => {
    const { ask } = counting();
    expect([await ask('ml'), await ask('ai')]).toEqual(['ml 1', 'ai 2']);
    expect(await ask('ml', { page: 2 })).toBe('ml 3');
    expect(await ask('ml', { asker: { ...ADA, locale: 'pt-BR' } })).toBe('ml 1');
  });

  test('is thought about again when the knowledge has changed', async () => {
    const { ask, world } = counting();
    await ask('ml');
    world.version = 'second';
    expect(await ask('ml')).toBe('ml 2');
    world.version = 'first';
    expect(await ask('ml')).toBe('ml 3');
  });

  test('is thought about again on the next day, since sources grow old', async () => {
    const { ask, world } = counting();
    world.now = DAY - 1;
    await ask('ml');
    expect(await ask('ml')).toBe('ml 1');
    world.now = DAY;
    expect(await ask('ml')).toBe('ml 2');
  });

  test('is thought about again when it went wrong, or is about more than its words', async () => {
    const { ask, world } = counting();
    for (let time = 0; time < 2; time += 1) await ask('fire');
    expect(world.thoughts).toBe(2);
    const personal = counting(false);
    expect([await personal.ask('ml'), await personal.ask('ml')]).toEqual(['ml 1', 'ml 2']);
  });

  test('is forgotten when 500 others have been asked since', async () => {
    const { ask, world } = counting();
    await ask('ml');
    for (let other = 0; other < 499; other += 1) await ask(`other ${other}`);
    expect(await ask('ml')).toBe('ml 1');
    for (let other = 0; other < 500; other += 1) await ask(`another ${other}`);
    await ask('ml');
    expect(world.thoughts).toBe(1 + 499 + 500 + 1);
  });
});
