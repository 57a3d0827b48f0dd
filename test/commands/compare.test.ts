import { beforeAll, describe, expect, test } from 'vitest';
import type { Talk } from './talk.ts';
import { labelsOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('roles side by side', () => {
  test('pay by source and level, and what skills they share', async () => {
    const text = await bot.say('/compare ml-engineer vs data-scientist');
    expect(text).toContain('ML Engineer vs Data Scientist');
    expect(text).toContain('ML Engineer $139,875 · Data Scientist $104,160');
    expect(text).toMatch(/\d+ listed skills are in common/);
  });

  test('the same role twice is one role: what to compare it with is asked', async () => {
    const reply = await bot.ask('/compare first:ml-engineer second:ml-engineer');
    expect(reply.title).toBe('Compare ML Engineer with what?');
    expect(labelsOf(reply)).toContain('With Software Engineer');
  });

  test('four roles are compared', async () => {
    const reply = await bot.ask('/compare sre vs qa-engineer vs ux-designer vs data-analyst');
    expect(reply.tone).toBe('answer');
    expect(reply.title).toBe('Site Reliability Engineer vs QA Engineer vs UX Designer vs Data Analyst');
  });

  test('a role that nobody knows is said to be none', async () => {
    const text = await bot.say('/compare first:ml-engineer second:plumber');
    expect(text).toContain('plumber');
    expect((await bot.ask('/compare first:ml-engineer second:plumber')).tone).toBe('miss');
  });
});

describe('what a role asks for', () => {
  test('/skills parts what is had from what is missing, and names what it does not know', async () => {
    const text = await bot.say('/skills ml-engineer have:"zzqx, python"');
    expect(text).toContain('You have 1 of 103 listed skills; missing are 102');
    expect(text).toContain('No skill I know\n"zzqx"');
  });

  test('/ladder goes from the lowest rung up, by source', async () => {
    const text = await bot.say('/ladder ml-engineer');
    expect(text.indexOf('Entry ·')).toBeLessThan(text.indexOf('Lead · '));
    expect(text).toContain('Four sources: four rungs up to ML Architect / Head of AI (Career path)');
  });

  test('/roadmap says what is computed and what no source documents', async () => {
    expect(await bot.say('/roadmap devops-engineer')).toContain('No source gives a road to DevOps Engineer');
    expect(await bot.say('/roadmap ml-engineer')).toContain('no months documented (How-to guide)');
  });

  test('/why gives the facts and the steps', async () => {
    const text = await bot.say('/why salary ml-engineer');
    expect(text).toContain('29 facts of seven sources; two computed steps. Asked as /salary ml-engineer.');
  });
});
