import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { faultsShown } from './shown.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('/rank', () => {
  test('roles by pay: a list for each source, none blended, those of a field alone', async () => {
    const text = await bot.say('/rank by:pay');
    expect(text).toContain('Highest median, by source');
    const reply = await bot.ask('/rank by:pay of:seguridad');
    expect(reply.title).toBe('Best paid Security roles');
    const offered = asksOf(reply).filter(({ command }) => command === 'salary');
    expect(offered.length).toBeGreaterThan(3);
    for (const { values } of offered)
      expect(bot.knowledge.roles.get(values.role ?? '')?.family).toBe('Security');
  });

  test('only roles above a sum', async () => {
    expect(await bot.say('/rank by:pay over:150000')).toContain('Roles with such a median, by source');
  });

  test('roles that grow most', async () => {
    expect(await bot.say('/rank by:growth')).toContain('Roles that grow most');
  });

  test('roles by the hours of their guides, the fewest first', async () => {
    const text = await bot.say('/rank by:effort');
    const hours = Array.from(text.matchAll(/: ([\d,]+) to [\d,]+ hours$/gm), ([, n = '']) =>
      Number(n.replace(',', '')),
    );
    expect(hours.length).toBeGreaterThan(5);
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
  });

  test('skills that most roles of a field ask for', async () => {
    expect(await bot.say('/rank by:skills of:data')).toMatch(/Of \d+ roles, \d+ ask for/);
  });

  test('roles that ask for skills: those that ask for all of them first', async () => {
    const reply = await bot.ask('/rank by:roles of:"terraform and aws"');
    const [first = ''] = plain(reply, 'en')
      .split('\n')
      .filter((line) => line.startsWith('• '));
    expect(first).toMatch(/Terraform .* · AWS /);
  });

  test('skills, and certificates, side by side: no verdict, what sources say instead', async () => {
    const skills = await bot.say('/rank by:side-by-side of:"python, java" role:backend-developer');
    expect(skills).toContain('Python for Backend Developer: essential (O*NET).');
    const certificates = await bot.say('/rank by:side-by-side of:"CISSP or CISM"');
    expect(certificates).toContain('No source says which one is better.');
    expect(certificates).toMatch(/Professional · ISC2 · \$749 .*\nteaches Cybersecurity/);
  });

  test.each(['pay', 'growth', 'effort', 'skills', 'roles of:python', 'side-by-side of:"python, sql"'])(
    'every answer says why, asks itself again and fits every place: %s',
    async (by) => {
      const reply = await bot.ask(`/rank by:${by}`);
      expect(reply.tone).toBe('answer');
      expect(labelsOf(reply)).toContain('Why this answer');
      expect(await bot.press(reply.ask ?? { command: '', values: {} })).toEqual(reply);
      expect(faultsShown(reply, 'en')).toEqual([]);
    },
  );

  test.each([
    ['/rank by:pay of:gardening', 'is no field that I know'],
    ['/rank by:roles', 'Say which skills'],
  ])('what it cannot rank it says: %s', async (line, said) => {
    expect(await bot.say(line)).toContain(said);
  });
});
