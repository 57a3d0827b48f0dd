import { beforeAll, describe, expect, test } from 'vitest';
import { nextTurn } from '../../commands/prompts/sequence.ts';
import { topicsOf } from '../../commands/prompts/topic.ts';
import { readWhen, weekOf } from '../../commands/prompts/when.ts';
import { weeksInARow } from '../../commands/study/progress.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { PostContent } from '../../src/prompts/content.ts';
import type { StudyEntry } from '../../src/prompts/study.ts';
import { BUILT_IN } from '../commands/talk.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { speak } from '../../src/message/speak.ts';

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await openKnowledge(BUILT_IN);
});

/** What a track posts in its first weeks, while there is anything. */
function posts(track: string, weeks: number): PostContent[] {
  const topics = topicsOf({ track }, knowledge);
  const past: PostContent[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const turn = nextTurn(topics, past);
    if (turn === undefined) break;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no other part of a post is looked at
    past.unshift({ ...turn, topic: turn.topic.key, track, test: false } as unknown as PostContent);
  }
  return past.toReversed();
}

/** The titles of a track that is narrowed. */
function only(more: object): string[] {
  return topicsOf({ track: 'ml-engineer', ...more }, knowledge).map(({ title }) => speak(title, 'en'));
}

describe('a track', () => {
  test('posts each of its prompts once, in their order, and then nothing', () => {
    const all = posts('ml-engineer', 48);
    expect(all.map(({ topic }) => topic)).toEqual(
      topicsOf({ track: 'ml-engineer' }, knowledge).map(({ key }) => key),
    );
    expect(all.map(({ week }) => week)).toEqual(all.map((_, at) => at + 1));
  });

  test('goes on where it was although what was posted long ago is not kept any more', () => {
    const topics = topicsOf({ track: 'ml-engineer' }, knowledge);
    const kept = { topic: topics[2]?.key, track: 'ml-engineer', week: 3, test: false };
    const past = [{ ...kept, before: topics.slice(0, 2).map(({ key }) => key) }] as unknown as PostContent[];
    expect(nextTurn(topics, past)).toMatchObject({ week: 4, topic: { key: topics[3]?.key } });
  });

  test('is narrowed to a phase or to skills', () => {
    expect(only({ phase: 'math' })).toEqual([
      'Matrices you can see',
      'Is the difference real?',
      'When you cannot experiment',
    ]);
    expect(only({ skills: ['feature stores'] })).toEqual(['Feature stores', 'Point-in-time joins']);
  });

  test('is there only where somebody wrote it', () => {
    expect(topicsOf({ track: 'service-designer' }, knowledge)).toEqual([]);
    const tracks = new Set(knowledge.prompts.map(({ track }) => track));
    const wrong = knowledge.roles.all.filter(
      ({ id }) => topicsOf({ track: id }, knowledge).length > 0 !== tracks.has(id),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('is said in the language of its reader, where it is written in it', () => {
    const [topic] = topicsOf({ track: 'backend-developer' }, knowledge);
    if (topic === undefined) throw new Error('There is no prompt.');
    const texts = [topic.title, topic.why, topic.build?.text ?? '', topic.discuss ?? ''];
    for (const text of texts)
      expect(new Set(LANGUAGES.map((language) => speak(text, language))).size).toBe(LANGUAGES.length);
    const german = speak(topic.phase ?? '', 'de');
    expect(topicsOf({ track: 'backend-developer', phase: german }, knowledge)).toContainEqual(topic);
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
