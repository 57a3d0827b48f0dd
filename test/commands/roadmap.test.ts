import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Talk } from './talk.ts';
import { SPINNERS } from './spinner.ts';
import { asksOf, DATA, labelsOf, talk, talkAboutFiles } from './talk.ts';
import { talkUnguided } from './unguided.ts';

let bot: Talk;
let unguided: Talk;
beforeAll(async () => {
  [bot, unguided] = await Promise.all([talk(), talkUnguided()]);
});

const step = z.object({
  hours: z.number().optional(),
  cost: z.object({ amount: z.number().optional(), free: z.boolean().optional() }).optional(),
  course: z.string().optional(),
});
const road = z.object({ phases: z.array(z.object({ months: z.number().optional(), items: z.array(step) })) });
const file = z.object({ roadmap: z.array(road) });

/** The phases of a role as they stand in the knowledge files, read past everything that the bot does. */
function phasesOf(path: string) {
  const [first] = file.parse(parse(readFileSync(`${DATA}/roles/${path}`, 'utf8'))).roadmap;
  return first?.phases ?? [];
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce((all: number, each) => all + (each ?? 0), 0);
}

describe('the documented road to Defense ML Engineer, added up by hand', () => {
  test('8 + 6 + 6 months, 60 + 80 hours, $49 + $49 + $392, and ten steps that are free', async () => {
    const text = await unguided.say('/roadmap defense-ml-engineer');
    expect(text).toContain('Three phases, 20 months added up, 140 h stated (Defense careers).');
    expect(text).toContain('Months (added up): 20 months: 8 + 6 + 6');
    expect(text).toContain('Hours (added up): 140 h; 2 of 13 steps state their hours');
    expect(text).toContain('Cost (added up): $490 ($49 + $49 + $392, added as printed); 10 free');
    expect(text).toContain(
      '"$49" is printed without a period and added once; by the month it would be more.',
    );
  });

  test('the knowledge file says the same', () => {
    const phases = phasesOf('defense-ml-engineer.yaml');
    const steps = phases.flatMap(({ items }) => items);
    expect(sum(phases.map(({ months }) => months))).toBe(20);
    expect(sum(steps.map(({ hours }) => hours))).toBe(140);
    const prices = steps.flatMap(({ cost }) => cost?.amount ?? []);
    expect(sum(prices.map(Number))).toBe(490);
    expect(steps.filter(({ cost }) => cost?.free === true)).toHaveLength(10);
    expect(steps).toHaveLength(13);
  });

  test.each([
    [1, 140],
    [5, 28],
    [10, 14],
    [20, 7],
    [100, 2],
  ])('at %i hours a week 140 hours are %i weeks', async (hours, weeks) => {
    const text = await unguided.say(`/roadmap defense-ml-engineer hours-per-week:${hours}`);
    expect(text).toContain(
      `At ${hours} h a week (computed): ${weeks} weeks, from stated hours only; 11 of 13 steps state none`,
    );
  });

  test.each([0, 101])('%i hours a week are refused', async (hours) => {
    const reply = await unguided.ask(`/roadmap defense-ml-engineer hours-per-week:${hours}`);
    expect(reply.tone).toBe('problem');
  });
});

describe('the documented road to ML Engineer, which states neither months nor hours', () => {
  test('says so instead of adding up nothing, and counts what costs nothing', async () => {
    const text = await unguided.say('/roadmap ml-engineer hours-per-week:10');
    expect(text).toContain('Five phases, no months documented (How-to guide).');
    expect(text).toContain('13 steps in five phases.');
    expect(text).toContain('Months (added up): no phase gives its months');
    expect(text).toContain('Hours (added up): no step states its hours');
    expect(text).toContain('At 10 h a week (computed): no weeks: no step states its hours');
    expect(text).toContain('Cost (added up): 10 free; 3 state no cost');
  });

  test('the knowledge file says the same', () => {
    const phases = phasesOf('ml-engineer/how-to-guide.yaml');
    const steps = phases.flatMap(({ items }) => items);
    expect([phases.length, steps.length]).toEqual([5, 13]);
    expect(phases.some(({ months }) => months !== undefined)).toBe(false);
    expect(steps.some(({ hours }) => hours !== undefined)).toBe(false);
  });
});

describe('a road by a guide, its sums made by hand', () => {
  test('has each phase with its skills and hours, and with hours a week its end', async () => {
    const { say } = await talkAboutFiles(SPINNERS);
    const text = await say('/roadmap spinner hours-per-week:10');
    // Ten skills and three projects of 10–20 h each.
    expect(text).toContain(
      'About 3–6 months at 10 h a week, until Feb 2027 – May 2027 (130–260 h: 12 stated, the rest estimated).',
    );
    expect(text).toContain(
      '1. Fibre · 40–80 h\nSQL · PyTorch · Git\n2. Thread · 40–80 h\nDocker · Carding · Combing\n3. Yarn · 50–100 h\nPlying · Winding · Dyeing · Reeling\n',
    );
  });

  test('is the road of a role that has a documented one besides, which stands in its section', async () => {
    const text = await bot.say('/roadmap defense-ml-engineer');
    expect(text).toMatch(/^About [\d–]+ h/m);
    expect(text).toContain('Source: Rolecall guide');
    expect(text).not.toContain('Core ML · 8 months');
    const whole = { command: 'role', values: { role: 'defense-ml-engineer', section: 'roadmap' } };
    expect(asksOf(await bot.ask('/roadmap defense-ml-engineer'))).toContainEqual(whole);
    expect(await bot.say('/role defense-ml-engineer roadmap')).toContain(
      '1 Core ML · 8 months · Defense careers',
    );
  });
});

describe('a role without a guide and without a documented road', () => {
  test('says so, and no road is computed', async () => {
    const { say } = await talkAboutFiles(SPINNERS);
    const text = await say('/roadmap weaver hours-per-week:10');
    expect(text).toContain('No guide has been written for Weaver yet, and no source gives a road to it.\n');
    expect(text).not.toMatch(/computed|added up|\d h/);
  });

  test('offers near roles with a guide at the same hours a week, and no hours of its own', async () => {
    const { ask } = await talkAboutFiles(SPINNERS);
    const reply = await ask('/roadmap weaver hours-per-week:10');
    expect(asksOf(reply)).toContainEqual({
      command: 'roadmap',
      values: { role: 'spinner', 'hours-per-week': '10' },
    });
    expect(labelsOf(reply)).toContain('Roadmap: Spinner');
    expect(labelsOf(reply).filter((label) => label.endsWith('h a week'))).toEqual([]);
  });

  test('every role that is offered instead has a guide', async () => {
    const guides = bot.knowledge.of('guide');
    const without = bot.knowledge.roles.all.filter(
      ({ id, roadmap }) => guides.get(id) === undefined && roadmap.length === 0,
    );
    for (const { id } of without) {
      const asks = asksOf(await bot.ask(`/roadmap ${id}`)).filter(({ command }) => command === 'roadmap');
      expect([id, asks.filter(({ values }) => guides.get(values['role'] ?? '') === undefined)]).toEqual([
        id,
        [],
      ]);
    }
  });

  test('has no picture: there are no months to draw', async () => {
    const { ask } = await talkAboutFiles(SPINNERS);
    expect(labelsOf(await ask('/roadmap weaver'))).not.toContain('Picture');
    expect(labelsOf(await ask('/roadmap spinner'))).not.toContain('Picture');
    expect(labelsOf(await bot.ask('/roadmap ml-engineer'))).toContain('Picture');
  });
});
