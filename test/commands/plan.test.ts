import { describe, expect, test } from 'vitest';
import { facts, role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { talkAboutFiles } from './talk.ts';

/** A course of the guide that teaches one skill. */
function course(id: string, skill: string, hours: number, cost: string): string {
  return `id: ${id}\ntitle: ${id}\nkind: course\nteaches: [${skill}]\nfacts:\n  - source: guide\n    hours: ${hours}\n    cost: ${cost}\n    roles:\n      - role: spinner\n`;
}

/** Spinners need PyTorch (30 h, $49) and SQL (10 h, free); weavers need SQL. */
async function weavers(): Promise<Talk> {
  return talkAboutFiles({
    'sources/guide.yaml': source('guide'),
    'roles/weaver.yaml': role('weaver', 'Weaver'),
    'roles/weaver/guide.yaml': facts(100_000, 'SQL'),
    'roles/spinner.yaml': role('spinner', 'Spinner'),
    'roles/spinner/guide.yaml': `${facts(120_000, 'SQL')}      - name: PyTorch\n        priority: essential\n`,
    'courses/torch.yaml': course('torch', 'PyTorch', 30, '$49'),
    'courses/tables.yaml': course('tables', 'SQL', 10, 'free'),
  });
}

describe('a plan, its sums made by hand: 30 h and 10 h, $49 and nothing', () => {
  test('40 hours at 10 a week are 4 weeks from 22 Nov', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner hours-per-week:10');
    expect(text).toContain('2 skills are listed, 2 of them essential. Computed: two courses, 40 h stated');
    expect(text).toContain('the stated hours fill 4 weeks, until 20 Dec 2026');
    expect(text).toContain('$49 as printed; 1 free');
    expect(text).toContain('no duration by any source I have');
  });

  test('what the first role asks for already is no part of it: 30 hours are 3 weeks', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner from:weaver hours-per-week:10');
    expect(text).toContain('You have 1 of 2 listed skills; one essential one is missing.');
    expect(text).toContain('fill 3 weeks, until 13 Dec 2026');
    expect(text).not.toContain('tables');
  });

  test('who has everything misses nothing', async () => {
    const { say } = await weavers();
    const text = await say('/plan spinner have:"pytorch, sql"');
    expect(text).toContain('You have all 2 listed skills: nothing is missing.');
    expect(text).not.toContain('no course');
  });

  test.each([
    [48, false],
    [49, true],
  ])('a budget of %i pays for the course of $49: %s', async (budget, paid) => {
    const { say } = await weavers();
    const text = await say(`/plan spinner budget:${budget}`);
    expect(text.includes('40 h stated')).toBe(paid);
    expect(text.includes(`Left out by the budget of ${budget}`)).toBe(!paid);
  });

  test.each([
    [100, true],
    [101, false],
    [1, true],
    [0, false],
  ])('%i hours a week are taken: %s', async (hours, taken) => {
    const { ask, say } = await weavers();
    const line = `/plan spinner hours-per-week:${hours}`;
    expect((await ask(line)).tone).toBe(taken ? 'answer' : 'problem');
    expect((await say(line)).includes('give a number from 1 to 100')).toBe(!taken);
  });

  test('a skill that nobody knows is said to be none', async () => {
    const { say } = await weavers();
    expect(await say('/plan spinner have:"zzqx, sql"')).toContain('zzqx');
  });
});
