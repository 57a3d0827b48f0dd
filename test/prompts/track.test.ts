import { beforeAll, describe, expect, test } from 'vitest';
import { nextTurn } from '../../src/prompts/sequence.ts';
import { topicsOf } from '../../commands/prompts/topic.ts';
import { readWhen, weekOf } from '../../commands/prompts/when.ts';
import { weeksInARow } from '../../commands/study/progress.ts';
import { nearestTracks } from '../../commands/prompts/tracks.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Guide } from '../../knowledge/kinds/guide.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { PostContent } from '../../src/prompts/content.ts';
import type { StudyEntry } from '../../src/community/study.ts';
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

const ALL = [1, 2, 3, 4, 5, 6, 7];
const weekly = (weekdays: number[], time: string, every = 1) => ({ kind: 'weekly', weekdays, time, every });

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
    ['monday at 9', weekly([1], '09:00')],
    ['9am every monday', weekly([1], '09:00')],
    ['every other friday at 5pm', { ...weekly([5], '17:00', 2), anchor: '2026-W09' }],
    ['mon-fri 8:15', weekly([1, 2, 3, 4, 5], '08:15')],
    ['the 1st of every month at 10am', { kind: 'monthly', day: 1, time: '10:00' }],
    ['every day at 7 in the morning', weekly(ALL, '07:00')],
    ['los lunes a las 9', weekly([1], '09:00')],
    ['todos los lunes y jueves a las 18:30', weekly([1, 4], '18:30')],
    ['cada miércoles a las 9 de la mañana', weekly([3], '09:00')],
    ['el sábado a las 8 de la tarde', weekly([6], '20:00')],
    ['de lunes a viernes a las 9h', weekly([1, 2, 3, 4, 5], '09:00')],
    ['cada dos semanas los martes a las 18:30', { ...weekly([2], '18:30', 2), anchor: '2026-W09' }],
    ['todos los días a las 9', weekly(ALL, '09:00')],
    ['entre semana a las 9', weekly([1, 2, 3, 4, 5], '09:00')],
    ['el día 1 de cada mes a las 10', { kind: 'monthly', day: 1, time: '10:00' }],
    ['jeden Montag um 9', weekly([1], '09:00')],
    ['montags um 9 Uhr', weekly([1], '09:00')],
    ['Mo, Mi und Fr 18.30 Uhr', weekly([1, 3, 5], '18:30')],
    ['um 9 Uhr jeden Dienstag', weekly([2], '09:00')],
    ['alle zwei Wochen am Dienstag um 18:30', { ...weekly([2], '18:30', 2), anchor: '2026-W09' }],
    ['jeden zweiten Donnerstag um 8 Uhr abends', { ...weekly([4], '20:00', 2), anchor: '2026-W09' }],
    ['täglich um 7', weekly(ALL, '07:00')],
    ['werktags um 8:30', weekly([1, 2, 3, 4, 5], '08:30')],
    ['am 1. jedes Monats um 10 Uhr', { kind: 'monthly', day: 1, time: '10:00' }],
    ['toda segunda às 9h', weekly([1], '09:00')],
    ['segunda-feira às 9h30', weekly([1], '09:30')],
    ['todas as terças e quintas às 18h', weekly([2, 4], '18:00')],
    ['aos sábados às 8 da noite', weekly([6], '20:00')],
    ['a cada duas semanas na quarta às 9h', { ...weekly([3], '09:00', 2), anchor: '2026-W09' }],
    ['dias úteis às 9h', weekly([1, 2, 3, 4, 5], '09:00')],
    ['todo dia às 7h', weekly(ALL, '07:00')],
    ['todo dia 1 às 10h', { kind: 'monthly', day: 1, time: '10:00' }],
    ['cron 0 9 * * 1', { kind: 'cron', expression: '0 9 * * 1' }],
  ])('%s', (typed, rule) => {
    expect(readWhen(typed, week)).toEqual(rule);
  });

  test.each([
    '',
    'mon',
    'mon 24:00',
    'mon 9',
    'mon 13pm',
    'moonday 09:00',
    'every on 09:00',
    '09:00',
    'lunes 9',
    'segunda sim 9h',
    'um 9',
  ])('"%s" is not read as anything', (typed) => {
    expect(() => readWhen(typed, week)).toThrow('Write it like "every Monday at 9am"');
  });
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

/** The roles that a guide names. */
const namedBy = ({ isNot, waysIn, waysOut }: Guide) => [
  ...isNot.map((each) => each.role),
  ...waysIn.map(({ from }) => from),
  ...waysOut.map(({ to }) => to),
];

test.each([
  ['cloud-engineer', 'devops-engineer'],
  ['tech-lead', 'engineering-manager'],
  ['soc-analyst', 'incident-responder'],
])(
  'the tracks nearest to %s are those that guides name beside it, and no others fill up the list',
  (role, near) => {
    const [first, ...more] = nearestTracks(role, knowledge);
    expect([first, ...more]).toContain(near);
    expect(first).not.toBe('ml-engineer');
    const guides = knowledge.of('guide');
    const own = guides.get(role);
    const beside =
      own === undefined
        ? guides.all.filter((guide) => namedBy(guide).includes(role)).map((guide) => guide.role)
        : namedBy(own);
    expect(beside).toContain(first);
  },
);
