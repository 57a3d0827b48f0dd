import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** The facts that stand under the name of a source. */
function factsOf(text: string, source: string): string[] {
  const [, rest = ''] = text.split(`\n${source}, re`);
  return (rest.split('\n\n')[0] ?? '').split('\n').slice(1);
}

describe('why a documented answer', () => {
  test('each fact stands under its source and its date', async () => {
    const text = await bot.say('/why salary ml-engineer level:mid');
    expect(text).toContain('Six facts of five sources; two computed steps.');
    expect(text).toContain(
      'DecipherU, reviewed 26 Apr 2026\n• Mid, ML Engineer, 2–5 years: $155K–$200K, base + equity, US',
    );
    expect(factsOf(text, 'How-to guide')).toEqual([
      '• Mid, 2–5 years: $170K–$250K, total pay, US, 2026',
      '• Mid, 2–5 years, top firms: $300K–$450K, total pay, US, 2026',
    ]);
  });

  test('a documented move rests on the source that gives its months', async () => {
    const text = await bot.say('/why transition data-engineer to ml-engineer');
    expect(text).toContain('Why: Data Engineer → ML Engineer: about 10 months');
    expect(factsOf(text, 'DecipherU')[0]).toBe('• Data Engineer → ML Engineer: about 10 months');
  });
});

describe('why a computed answer', () => {
  test('the steps come first, and say that no duration is computed', async () => {
    const text = await bot.say('/why transition qa-engineer devops-engineer');
    expect(text).toContain('no documented path');
    expect(text).toContain('two computed steps');
    expect(text).toContain('No duration is computed, ever.');
    expect(text.indexOf('\nComputed\n')).toBeLessThan(text.indexOf('\nO*NET, read'));
    expect(text).toContain('Essential for both roles: Jenkins');
  });

  test('a computed road names the courses and what each states', async () => {
    const text = await bot.say('/why roadmap data-engineer');
    expect(text).toContain('\nComputed\n');
    expect(text).toContain('OSSU, read');
  });

  test('so do the answers to questions about many roles', async () => {
    const text = await bot.say('/why ask "which roles ask for Kubernetes"');
    expect(text).toContain('Why: Roles that ask for Kubernetes');
    expect(text).toContain('DecipherU, reviewed 26 Apr 2026\n• ML Engineer: Kubernetes, essential');
    expect(text).toContain('The order is computed');
  });
});

describe('from an answer to its reasons and back', () => {
  test.each([
    '/salary ml-engineer',
    '/skills devops-engineer',
    '/ladder data-scientist',
    '/roadmap defense-ml-engineer',
    '/compare sre vs data-engineer',
    '/ask highest paying tech job',
    '/ask do i need a PhD to become an ML engineer?',
  ])('%s has a button that asks why; what it asks leads back to the same', async (line) => {
    const reply = await bot.ask(line);
    const why = asksOf(reply).find(({ command }) => command === 'why');
    const reasons = await bot.press(why ?? { command: '', values: {} });
    expect(reasons.tone).toBe('answer');
    expect(reasons.title).toBe(`Why: ${reply.title}`);
    expect(labelsOf(reasons)).toContain('Back to the answer');
    const back = asksOf(reasons)[0];
    const again = await bot.press(back ?? { command: '', values: {} });
    expect(plain(again)).toBe(plain(reply));
  });

  test('every source of the facts is one of the answer', async () => {
    const text = await bot.say('/why salary ml-engineer');
    const answer = await bot.say('/salary ml-engineer');
    for (const name of [
      'aijobs.net',
      'BLS wages',
      'Career guide',
      'Career path',
      'DecipherU',
      'How-to guide',
    ]) {
      expect(factsOf(text, name).length).toBeGreaterThan(0);
      expect(answer).toContain(name);
    }
  });

  test('what is no question of mine says so', async () => {
    const reply = await bot.ask('/why is the sky blue');
    expect(reply.tone).not.toBe('answer');
    expect(plain(reply)).not.toContain('facts of');
  });
});
