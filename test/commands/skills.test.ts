import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { facts, role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** Weavers need SQL and Looms by the guide, SQL again and Git by the survey. */
async function weavers(): Promise<Talk> {
  return talkAboutFiles({
    'sources/guide.yaml': source('guide'),
    'sources/survey.yaml': source('survey'),
    'roles/weaver.yaml': role('weaver', 'Weaver'),
    'roles/weaver/guide.yaml': `${facts(100_000, 'SQL')}      - name: Looms\n        priority: bonus\n`,
    'roles/weaver/survey.yaml':
      'skills:\n  - items:\n      - name: sql\n      - name: Git\n        priority: important\n',
    'roles/dyer.yaml': role('dyer', 'Dyer'),
    'courses/tables.yaml':
      'id: tables\ntitle: Tables\nkind: course\nteaches: [SQL]\nfacts:\n  - source: guide\n    cost: { free: true }\n    roles:\n      - role: weaver\n',
  });
}

describe('what a role asks for', () => {
  test('the most needed first; a skill of two spellings is one, with both sources', async () => {
    const { say } = await weavers();
    const text = await say('/skills weaver view:full');
    expect(text).toContain('Three skills by two sources: 1 essential, 1 important and 1 bonus.');
    expect(text).toContain('For 1 I know where to learn it.');
    expect(text).toContain('SQL (The guide, The survey): Tables (free)');
    const places = ['Essential', 'Important', 'Bonus'].map((title) => text.indexOf(`\n${title}`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('numbers of the built-in knowledge add up', async () => {
    const text = await bot.say('/skills ml-engineer view:full');
    const [, all = '', ...parts] =
      /(\d+) skills by six sources: (\d+) essential, (\d+) important, (\d+) bonus and (\d+) without a rank/.exec(
        text,
      ) ?? [];
    expect(parts.map(Number).reduce((sum, n) => sum + n, 0)).toBe(Number(all));
    expect(Number(all)).toBeGreaterThan(100);
  });

  test('a role that no source lists skills for says so', async () => {
    const reply = await (await weavers()).ask('/skills dyer view:full');
    expect(reply.tone).toBe('miss');
    expect(plain(reply, 'en')).toContain('No source I have lists skills for Dyer.');
  });
});

describe('with what somebody has', () => {
  test('had and missing are parted, and add up', async () => {
    const { say } = await weavers();
    const text = await say('/skills weaver have:"sql, git"');
    expect(text).toContain('You have 2 of 3 listed skills; one is missing, and it is not essential.');
    expect(text).toContain('You have\nSQL · Git');
    expect(text).toContain('Looms');
    expect(text).not.toContain('Essential');
  });

  test.each([
    ['en', 'sql, git', '; one is missing, and it is not essential.'],
    ['en', 'git, looms', '; one is missing, and it is essential.'],
    ['en', 'git', '; 2 are missing, one of them essential.'],
    ['en', 'sql, git, looms', '; none is missing.'],
    ['de', 'git', '; es fehlen 2, einer davon ist unverzichtbar.'],
    ['es', 'sql, git', '; te falta una, que no es esencial.'],
    ['pt-BR', 'sql, git, looms', '; não falta nenhuma.'],
  ])('in %s, with %s, says what is missing: %s', async (locale, have, said) => {
    expect(await (await weavers()).say(`/skills weaver have:"${have}"`, locale)).toContain(said);
  });

  test.each(['python, sql', 'python and sql', 'Python;SQL', 'python sql', 'PYTHON, python, SQL'])(
    '%s are two skills',
    async (have) => {
      expect(await bot.say(`/skills ml-engineer have:"${have}"`)).toContain(
        'You have 2 of 102 listed skills',
      );
    },
  );

  test('what names no skill is said, what the role does not ask for too', async () => {
    const text = await bot.say('/skills ml-engineer have:"zzqx, python"');
    expect(text).toContain('You have 1 of 102 listed skills; 101 are missing, ');
    expect(text).toContain('No skill I know\n"zzqx"');
    expect(await (await weavers()).say('/skills weaver have:zzqx')).toContain('"zzqx"');
  });

  test('the plan behind the button has them too', async () => {
    const reply = await bot.ask('/skills ml-engineer have:"python, sql, docker"');
    expect(labelsOf(reply)).toContain('Plan it');
    const plan = asksOf(reply).find(({ command }) => command === 'plan');
    expect(plain(await bot.press(plan ?? { command: '', values: {} }), 'en')).toContain('You have 3 of 102');
  });
});
