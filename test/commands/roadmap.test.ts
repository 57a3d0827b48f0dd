import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { DATA, labelsOf, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
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

describe('the road to Defense ML Engineer, added up by hand', () => {
  test('8 + 6 + 6 months, 60 + 80 hours, $49 + $49 + $392, and ten steps that are free', async () => {
    const text = await bot.say('/roadmap defense-ml-engineer');
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
    const text = await bot.say(`/roadmap defense-ml-engineer hours-per-week:${hours}`);
    expect(text).toContain(
      `At ${hours} h a week (computed): ${weeks} weeks, from stated hours only; 11 of 13 steps state none`,
    );
  });

  test.each([0, 101])('%i hours a week are refused', async (hours) => {
    const reply = await bot.ask(`/roadmap defense-ml-engineer hours-per-week:${hours}`);
    expect(reply.tone).toBe('problem');
  });
});

describe('the road to ML Engineer, which states neither months nor hours', () => {
  test('says so instead of adding up nothing, and counts what costs nothing', async () => {
    const text = await bot.say('/roadmap ml-engineer hours-per-week:10');
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

describe('a computed road', () => {
  test('is called so, and its sums are those of its courses', async () => {
    const text = await bot.say('/roadmap detection-engineer hours-per-week:10');
    expect(text).toContain('Detection Engineer · roadmap (computed)');
    expect(text).toContain('No source gives a road to Detection Engineer, nor months.');
    const steps = text.match(/^• /gm)?.length ?? 0;
    const hours = Array.from(text.matchAll(/^• .* · (\d+) h$/gm), ([, n]) => Number(n));
    expect(hours.length).toBeGreaterThan(0);
    expect(text).toContain(`Hours (added up): ${sum(hours)} h; ${hours.length} of ${steps} steps`);
    expect(text).toContain(
      `At 10 h a week (computed): ${Math.ceil(sum(hours) / 10)} weeks, from stated hours only; ${steps - hours.length} of ${steps} steps state none`,
    );
    const free = text.match(/^• .* · free/gm)?.length ?? 0;
    expect(text).toContain(`Cost (added up): ${free} free`);
  });

  test('has no picture: there are no months to draw', async () => {
    expect(labelsOf(await bot.ask('/roadmap detection-engineer'))).not.toContain('Picture');
    expect(labelsOf(await bot.ask('/roadmap ml-engineer'))).toContain('Picture');
  });
});

const made = (phases: string) => ({
  'sources/guide.yaml': source('guide'),
  'roles/weaver.yaml': role('weaver', 'Weaver'),
  'roles/weaver/guide.yaml': `roadmap:\n  - phases:\n${phases}`,
});
const phase = (name: string, months: string, steps: string) =>
  `      - name: ${name}\n${months}        items:\n${steps}`;
const item = (name: string, more: string) => `          - { kind: skill, name: ${name}${more} }\n`;

describe('a road made by hand', () => {
  test('what one phase leaves out is said beside the sum; two currencies are never one sum', async () => {
    const { say } = await talkAboutFiles(
      made(
        phase(
          'Thread',
          '        months: 2\n',
          item('Yarn', ', hours: 30, cost: { amount: 20, currency: USD, printed: $20 }') +
            item('Wool', ', cost: { amount: 15, currency: EUR, printed: €15 }'),
        ) + phase('Cloth', '', item('Looms', ', hours: 12')),
      ),
    );
    const text = await say('/roadmap weaver hours-per-week:8');
    expect(text).toContain('Months (added up): 2 months; one phase gives none');
    expect(text).toContain('Hours (added up): 42 h; 2 of 3 steps state their hours');
    // 42 h at 8 h a week are five weeks and two hours of a sixth.
    expect(text).toContain('At 8 h a week (computed): 6 weeks');
    expect(text).toContain('$20 + €15');
    expect(text).toContain('1 states no cost');
  });

  test('a role without a road and without skills says so', async () => {
    const { say } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'roles/weaver.yaml': role('weaver', 'Weaver'),
    });
    expect(await say('/roadmap weaver')).toContain(
      'No source I have gives a road to Weaver, nor skills to compute one from.',
    );
  });
});
