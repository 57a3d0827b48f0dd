import { beforeAll, describe, expect, test } from 'vitest';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import { plain } from '../../src/plain.ts';
import { facts, role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { SPINNERS } from './spinner.ts';
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

  test('on one screen what each source lists stands under its name, and what they agree on first', async () => {
    const { ask, say } = await weavers();
    const text = await say('/skills weaver');
    expect(text).toContain('Weaver · skills\nMore than one source names SQL.');
    expect(text).toContain('The guide\nSQL · Looms');
    expect(text).toContain('The survey\nGit · SQL');
    expect(text).toContain('No guide has been written for Weaver yet.');
    expect(text).not.toContain('Tables');
    expect(asksOf(await ask('/skills weaver'))).toContainEqual({
      command: 'skills',
      values: { role: 'weaver', view: 'full' },
    });
  });

  test('numbers of the built-in knowledge add up', async () => {
    const text = await bot.say('/skills detection-engineer view:full');
    const [, counts = ''] = /^(\d+ skills by [^.]*)\./m.exec(text) ?? [];
    const [all = 0, ...parts] = (counts.match(/\d+/g) ?? []).map(Number);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(all);
    expect(all).toBe(skillListsOf(bot.knowledge).of('detection-engineer').length);
  });

  test('a role that no source lists skills for says so', async () => {
    const reply = await (await weavers()).ask('/skills dyer view:full');
    expect(reply.tone).toBe('miss');
    expect(plain(reply, 'en')).toContain('No source I have lists skills for Dyer.');
  });
});

describe('what a guide asks for', () => {
  test('stands in learning order with an estimate each, and what can wait after it', async () => {
    const { say } = await talkAboutFiles(SPINNERS);
    const text = await say('/skills spinner');
    expect(text).toContain('First SQL, PyTorch and Git; 10 in all, in learning order, hours estimated.');
    expect(text).toContain('1. SQL · 10–20\u00a0h\n2. PyTorch · 10–20\u00a0h\n3. Git · 10–20\u00a0h\n');
    expect(text).toContain('8. Winding · 10–20\u00a0h\n\nLater: Dyeing · Reeling\n');
  });

  test('is what is listed, whatever other sources list besides', async () => {
    const text = await bot.say('/skills ml-engineer');
    expect(text).toContain('15 in all, in learning order, hours estimated.');
    expect(text).toContain('1. Python · 100–160\u00a0h\n2. SQL · 35–60\u00a0h\n');
    expect(text).toContain('Source: Rolecall guide');
  });

  test('is no part of the full view: that is what publishers list, as each of them has it', async () => {
    const { ask, say } = await talkAboutFiles({
      ...SPINNERS,
      'sources/mill.yaml': source('mill'),
      'sources/loft.yaml': source('loft'),
      'roles/spinner/mill.yaml':
        'skills:\n  - items:\n      - name: Looms\n        priority: essential\n      - name: sql\n        priority: bonus\n',
      'roles/spinner/loft.yaml': 'skills:\n  - items:\n      - name: SQL\n      - name: Bobbins\n',
    });
    const text = await say('/skills spinner view:full');
    expect(text).toContain(
      'Spinner · skills that others list\nLists of publishers, as they are: the guide says what to learn and in which order.',
    );
    expect(text).toContain('Essential · The mill\nLooms\n');
    expect(text).toContain('Bonus · The mill\nsql\n');
    expect(text).toContain('Skills · The loft\nSQL · Bobbins\n');
    expect(text).not.toMatch(/PyTorch|Carding|about 10–20 h|The guide/);
    // The way to it and back is a press.
    const [short, full] = [await ask('/skills spinner'), await ask('/skills spinner view:full')];
    expect(labelsOf(short)).toContain('What others list');
    expect(asksOf(short)).toContainEqual({ command: 'skills', values: { role: 'spinner', view: 'full' } });
    expect(labelsOf(full)).toContain('What to learn, in order');
    expect(asksOf(full)).toContainEqual({ command: 'skills', values: { role: 'spinner' } });
  });

  test('where no publisher lists any, no button leads to their lists', async () => {
    const { ask } = await talkAboutFiles(SPINNERS);
    expect(labelsOf(await ask('/skills spinner'))).not.toContain('What others list');
    expect(plain(await ask('/skills spinner view:full'), 'en')).toContain('1. SQL · 10–20\u00a0h');
  });

  test('is called what the guide calls it, in every answer', () => {
    const { knowledge } = bot;
    for (const guide of knowledge.of('guide').all) {
      const listed = skillListsOf(knowledge).of(guide.role);
      expect(listed.map(({ name }) => name)).toEqual(guide.skills.map(({ name }) => name));
    }
  });

  test('is counted by it alone: the eight that come first are essential, the two for later are not', async () => {
    const { say } = await talkAboutFiles(SPINNERS);
    const lead = (have: string) => say(`/skills spinner have:"${have}"`);
    expect(await lead('SQL')).toContain(
      'You have 1 of 10 listed skills; 9 are missing, 7 of them essential.',
    );
    expect(await lead('Dyeing, Reeling')).toContain('8 are missing, 8 of them essential.');
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
        'You have 2 of 15 listed skills; 13 are missing, ',
      );
    },
  );

  test('what names no skill is said, what the role does not ask for too', async () => {
    const text = await bot.say('/skills ml-engineer have:"zzqx, python"');
    expect(text).toContain('You have 1 of 15 listed skills; 14 are missing, ');
    expect(text).toContain('No skill I know\n"zzqx"');
    expect(await (await weavers()).say('/skills weaver have:zzqx')).toContain('"zzqx"');
  });

  test('the plan behind the button has them too', async () => {
    const reply = await bot.ask('/skills ml-engineer have:"python, sql, docker"');
    expect(labelsOf(reply)).toContain('Plan it');
    const plan = asksOf(reply).find(({ command }) => command === 'plan');
    expect(plain(await bot.press(plan ?? { command: '', values: {} }), 'en')).toContain(
      'You have (3 of 15): Python · SQL · Docker',
    );
  });
});
