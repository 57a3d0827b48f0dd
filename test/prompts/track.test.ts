import { beforeAll, describe, expect, test } from 'vitest';
import { nextTurn } from '../../commands/prompts/sequence.ts';
import { topicsOf } from '../../commands/prompts/topic.ts';
import { readWhen, weekOf } from '../../commands/prompts/when.ts';
import { weeksInARow } from '../../commands/study/progress.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { PostContent } from '../../src/prompts/content.ts';
import type { StudyEntry } from '../../src/prompts/study.ts';
import { DATA, talkAboutFiles } from '../commands/talk.ts';
import type { Files } from '../knowledge/pack.ts';
import { role, source } from '../knowledge/pack.ts';
import { speak, speakData } from '../../src/message/speak.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await openKnowledge([DATA]);
});

/** What a track posts in its first weeks. */
function posts(track: string, weeks: number): PostContent[] {
  const topics = topicsOf({ track }, knowledge);
  const past: PostContent[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const turn = nextTurn(topics, past);
    if (turn === undefined) throw new Error('The track is empty.');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no other part of a post is looked at
    past.unshift({ ...turn, topic: turn.topic.key, test: false } as unknown as PostContent);
  }
  return past.toReversed();
}

const needs = (priority: string) =>
  `skills:\n  - items:\n      - { name: Kneading, priority: ${priority} }\n`;

/** Four roles that need one skill, of which two are related. */
const NEEDING: Files = {
  'sources/guide.yaml': source('guide'),
  'sources/survey.yaml': source('survey'),
  ...Object.fromEntries(
    ['Baker', 'Cook', 'Miller', 'Tailor'].map((title) => [
      `roles/${title.toLowerCase()}.yaml`,
      role(title.toLowerCase(), title),
    ]),
  ),
  'roles/baker/guide.yaml': `related:\n  - role: miller\n${needs('essential')}`,
  'roles/cook/guide.yaml': needs('bonus'),
  'roles/cook/survey.yaml': needs('bonus'),
  'roles/miller/guide.yaml': needs('important'),
  'roles/miller/survey.yaml': needs('essential'),
  'roles/tailor/guide.yaml': needs('listed'),
};

/** The titles of a track that is narrowed. */
function only(more: object): string[] {
  return topicsOf({ track: 'ml-engineer', ...more }, knowledge).map(({ title }) => title);
}

describe('a track', () => {
  test('repeats nothing until all was posted, then begins anew', () => {
    const all = posts('ml-engineer', 48);
    const [first, second] = [all.slice(0, 24), all.slice(24)];
    expect(new Set(first.map(({ topic }) => topic)).size).toBe(24);
    expect(second.map(({ topic }) => topic)).toEqual(first.map(({ topic }) => topic));
    expect(all.map(({ week }) => week)).toEqual(all.map((_, at) => at + 1));
    expect([first.at(-1)?.round, second[0]?.round]).toEqual([1, 2]);
  });

  test('is narrowed to a phase or to skills', () => {
    expect(only({ phase: 'math' })).toEqual([
      'Matrices you can see',
      'Is the difference real?',
      'When you cannot experiment',
    ]);
    expect(only({ skills: ['feature stores'] })).toEqual(['Feature stores', 'Point-in-time joins']);
  });

  test('every role has one, made by hand or from its sources', () => {
    const empty = knowledge.roles.all.filter(({ id }) => topicsOf({ track: id }, knowledge).length === 0);
    expect(empty.map(({ id }) => id)).toEqual([]);
    const topics = topicsOf({ track: 'service-designer' }, knowledge).map((topic) => speakData(topic, 'en'));
    expect(topics.every(({ computed, sources }) => computed && sources.length > 0)).toBe(true);
    expect(topics.every(({ build, skills: [skill] }) => build?.text.includes(`"${skill}"`))).toBe(true);
    expect(topics[0]?.discuss).toMatch(/^Sources ask for "[^"]+" in .+ as well: where you are, who does it/);
    expect(topics.filter(({ discuss }) => discuss?.includes('Service Designer'))).toEqual([]);
  });

  test('names of the other roles that need a skill those that are related, then those that come first by title', async () => {
    const { knowledge: pack } = await talkAboutFiles(NEEDING);
    const asked = (track: string) => speak(topicsOf({ track }, pack)[0]?.discuss ?? '', 'en');
    expect(asked('baker')).toMatch(/^Sources ask for "Kneading" in Miller and Cook as well:/);
    expect(asked('miller')).toMatch(/^Sources ask for "Kneading" in Baker and Cook as well:/);
    expect(asked('tailor')).toMatch(/^Sources ask for "Kneading" in Baker and Cook as well:/);
  });

  test.each([
    ['miller', 'For Miller, The survey calls it essential.'],
    ['cook', 'For Cook, The guide and The survey call it a bonus.'],
    ['tailor', 'For Tailor, The guide names it.'],
  ])('says who gives a skill its priority, for a %s', async (track, why) => {
    const { knowledge: pack } = await talkAboutFiles(NEEDING);
    expect(speak(topicsOf({ track }, pack)[0]?.why ?? '', 'en')).toBe(why);
  });
});

describe('when, in words', () => {
  const week = weekOf(Date.parse('2026-02-25'));
  test.each([
    ['mon 09:00', { kind: 'weekly', weekdays: [1], time: '09:00', every: 1 }],
    ['Mondays at 9am', { kind: 'weekly', weekdays: [1], time: '09:00', every: 1 }],
    ['every Tuesday, 6:30 pm', { kind: 'weekly', weekdays: [2], time: '18:30', every: 1 }],
    ['mon, wed and fri 12am', { kind: 'weekly', weekdays: [1, 3, 5], time: '00:00', every: 1 }],
    ['weekdays 18:30', { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], time: '18:30', every: 1 }],
    [
      'every 2 weeks on tue 18:30',
      { kind: 'weekly', weekdays: [2], time: '18:30', every: 2, anchor: '2026-W09' },
    ],
    [
      'every other week on sun 23:59',
      { kind: 'weekly', weekdays: [7], time: '23:59', every: 2, anchor: '2026-W09' },
    ],
    ['day 31 10:00', { kind: 'monthly', day: 31, time: '10:00' }],
    ['cron 0 9 * * 1', { kind: 'cron', expression: '0 9 * * 1' }],
  ])('%s', (typed, rule) => {
    expect(readWhen(typed, week)).toEqual(rule);
  });

  test.each(['', 'mon', 'mon 24:00', 'mon 9', 'mon 13pm', 'moonday 09:00', 'every on 09:00', '09:00'])(
    '"%s" is not read as anything',
    (typed) => {
      expect(() => readWhen(typed, week)).toThrow('Write it like "mon 09:00"');
    },
  );
});

describe('weeks in a row', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const done = (...weeksAgo: number[]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no other part of an entry is looked at
    weeksAgo.map((weeks) => ({ mark: 'done', dueAt: now - weeks * 7 * 86_400_000 }) as StudyEntry);

  test.each([
    [[], 0, false],
    [[0], 1, false],
    [[1], 1, false],
    [[0, 1, 2], 3, false],
    [[0, 2, 3], 3, true],
    [[2, 3], 2, true],
    [[0, 2, 4], 2, true],
    [[3], 0, false],
  ])('done %j weeks ago: %i', (weeksAgo, weeks, graceUsed) => {
    expect(weeksInARow(done(...weeksAgo), now)).toEqual({ weeks, graceUsed });
  });
});
