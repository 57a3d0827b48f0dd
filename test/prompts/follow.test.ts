import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { trackOf } from '../../commands/prompts/follow.ts';
import { nextTurn } from '../../src/prompts/sequence.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { PostContent } from '../../src/prompts/content.ts';
import type { PromptSpec } from '../../src/prompts/content.ts';
import { readPost } from './posted.ts';
import { openStore } from '../../src/store/store.ts';
import type { CountKind } from '../../src/community/counts.ts';
import { BUILT_IN, asksOf } from '../commands/talk.ts';
import { until } from '../outbox/world.ts';
import type { ChatPlace, Prompts, Speaker } from './world.ts';
import { makeDue, NOW, openPrompts, openRoom, speaker } from './world.ts';
import { speak } from '../../src/message/speak.ts';

let prompts: Prompts;
let place: ChatPlace;
let ann: Speaker;

beforeEach(async () => {
  ({ prompts, place, ann } = await openRoom());
});
afterEach(() => prompts.close());

const DAY = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
const posts = () => place.jobs.filter(({ step }) => step === 'post').map(({ content }) => readPost(content));

/** Has it that a name was asked or missed so often, so many days ago. */
async function counted(name: string, total: number, more: { ago?: number; kind?: CountKind } = {}) {
  const { ago = 3, kind = 'asked' } = more;
  const store = await openStore({ file: prompts.file });
  await store.counts.add([{ community: 'chat:C', kind, name, day: day(ago), total }]);
  await store.close();
}

describe('a track that follows what is asked most', () => {
  test('previews the role asked most, and says why', async () => {
    await counted('data-engineer', 14);
    await counted('ml-engineer', 9);
    const said = await ann.say('/prompts preview most-asked');
    expect(said).toMatch(/^Week 1 of Data Engineer · /);
    expect(said).toContain(`most asked here since ${day(3)}: Data Engineer (14)`);
  });

  test('takes the first by id of two that are asked as often', async () => {
    for (const role of ['ml-engineer', 'data-engineer', 'devops-engineer']) await counted(role, 7);
    expect(await ann.say('/prompts preview most-asked')).toMatch(/^Week 1 of Data Engineer/);
  });

  test.each([
    [4, 'Week 1 of ML Engineer', 'no role was asked about 5 times here since'],
    [5, 'Week 1 of Data Engineer', 'most asked here since'],
  ])('asked %i times: %s', async (total, title, why) => {
    await counted('data-engineer', total);
    const said = await ann.say('/prompts preview "most asked"');
    expect(said).toContain(title);
    expect(said).toContain(why);
  });

  test('with nothing asked says which default it takes', async () => {
    expect(await ann.say('/prompts preview most-asked')).toMatch(
      /no role was asked about 5 times here since \d{4}-\d\d-\d\d, so the default: ML Engineer/,
    );
  });

  test('posts the role that the administrator names while too little is asked, and says so', async () => {
    const said = await ann.say('/prompts add most-asked when:"mon 09:00" fallback:"data engineer"');
    expect(said).toContain('so the fallback: Data Engineer; looked up anew each time.');
    expect(said).toContain('While no role was asked about 5 times in 90 days, Data Engineer is posted.');
    expect(said).toContain('Track: what is asked here most, else Data Engineer');
    expect(await ann.say('/prompts edit fallback:"devops engineer"')).toContain('else DevOps Engineer');
    const { id } = (await prompts.service.community.schedules.list('chat:C'))[0]?.schedule ?? { id: '' };
    expect(await ann.say(`/prompts preview ${id}`)).toMatch(/^Week 1 of DevOps Engineer/);
    await counted('data-engineer', 5);
    expect(await ann.say(`/prompts preview ${id}`)).not.toContain('DevOps Engineer');
  });

  test('without one says which role it posts, and how to name another', async () => {
    expect(await ann.say('/prompts add most-missed when:"mon 09:00"')).toContain(
      'ML Engineer is posted, the role with the most prompts; fallback: names another.',
    );
  });

  test.each([
    ['most-asked when:"mon 09:00" fallback:qqqqqq', 'I don\'t know "qqqqqq"'],
    ['ml-engineer when:"mon 09:00" fallback:sre', 'Leave fallback out: it goes with most-asked'],
  ])('/prompts add %s: a sentence says what to do', async (typed, said) => {
    expect(await ann.say(`/prompts add ${typed}`)).toContain(said);
    expect(await ann.say('/prompts list')).toContain('No prompts yet');
  });

  test('forgets what was asked more than 90 days ago', async () => {
    await counted('data-engineer', 50, { ago: 100 });
    await counted('ml-engineer', 5, { ago: 80 });
    expect(await ann.say('/prompts preview most-asked')).toContain(': ML Engineer (5)');
  });

  test('is made, listed and changed like any other', async () => {
    await counted('data-engineer', 14);
    const said = await ann.say('/prompts add most-asked when:"mon 09:00"');
    expect(said).toMatch(/^What is asked here most, Mondays is on\n\d+ prompts, each once;/);
    expect(said).toContain('Now: most asked here since');
    expect(said).toContain('Track: what is asked here most');
    expect(await ann.say('/prompts list')).toContain('What is asked here most, Mondays · every Monday');
    expect(await ann.say('/prompts edit when:"tue 10:00"')).toContain('every Tuesday at 10:00');
    expect(await ann.say('/prompts edit phase:gardening')).toContain('nothing left to post');
    expect(await ann.say('/prompts add most-asked when:"mon 09:00" phase:gardening')).toContain(
      'No prompt of that role is about gardening',
    );
  });

  test('is looked up when a run is claimed, goes on with what is new, and repeats nothing', async () => {
    await counted('data-engineer', 14);
    const [preview] = asksOf(await ann.ask(`/prompts add most-asked when:"${NOW}" late:24`));
    expect(preview && (await ann.press(preview))).toContain('Data Engineer (14)');
    await makeDue(prompts.file);
    const [first] = await until(posts, (seen) => seen.length === 1);
    expect(first?.track).toBe('data-engineer');
    expect(first && plain(first.reply, 'en')).toContain('Data Engineer (14)');
    await counted('ml-engineer', 30);
    expect(preview && (await ann.press(preview))).toMatch(/^Week 1 of ML Engineer/);
    await ann.ask('/prompts test');
    const [before, after] = await until(posts, (seen) => seen.length === 2);
    expect(before).toEqual(first);
    expect(after?.title).not.toBe(first?.title);
    expect(after?.track).toBe('ml-engineer');
  });

  test('tells another community nothing of it', async () => {
    await counted('data-engineer', 14);
    const eve = speaker(prompts.bot, { community: 'D' });
    expect(await eve.say('/prompts preview most-asked')).not.toContain('(14)');
  });
});

test('follows the most asked role that has prompts, past those that have none', async () => {
  await counted('service-designer', 30);
  await counted('data-engineer', 14);
  expect(await ann.say('/prompts preview most-asked')).toContain(
    `next most asked here since ${day(3)}: Data Engineer (14)`,
  );
});

describe('a track that follows what is missed most', () => {
  test('takes words that are known by now, summed over spellings', async () => {
    await counted('data engineer', 3, { kind: 'missed' });
    await counted('dataengineer', 3, { kind: 'missed' });
    await counted('goatherd', 50, { kind: 'missed' });
    expect(await ann.say('/prompts preview most-missed')).toContain(
      `most missed here since ${day(3)}: Data Engineer (6)`,
    );
  });

  test('says so where none of them is a role', async () => {
    await counted('goatherd', 50, { kind: 'missed' });
    expect(await ann.say('/prompts preview most-missed')).toMatch(
      /no role was asked about 5 times here in vain since .*, so the default: ML Engineer/,
    );
  });
});

describe('once all of the most asked role was posted', () => {
  let knowledge: KnowledgeBase;
  beforeAll(async () => {
    knowledge = await openKnowledge(BUILT_IN);
  });

  /** What such a schedule posts until there is nothing more, and why each. */
  async function postedAll(spec: Partial<PromptSpec>, roles: readonly string[]) {
    const asked = roles.map((name, at) => ({ name, total: 20 - at, lastDay: day(3) }));
    const report = async () => ({ since: day(3), asked, missed: [] });
    const world = { knowledge, proposals: [], now: Date.now(), report };
    const track = await trackOf({ track: 'most-asked', by: 'ann', ...spec }, world);
    const past: PostContent[] = [];
    const reasons = new Set<string>();
    for (let turn = nextTurn(track.topics, past); turn !== undefined; turn = nextTurn(track.topics, past)) {
      const { topic, week } = turn;
      past.unshift({ topic: topic.key, track: topic.track, week, test: false } as unknown as PostContent);
      reasons.add(speak(track.because(topic) ?? '', 'en'));
    }
    return { reasons: [...reasons], keys: past.map(({ topic }) => topic), last: past[0] };
  }

  test('the next most asked follows that has a track, each prompt once, and then nothing', async () => {
    const { keys, reasons, last } = await postedAll({}, [
      'service-designer',
      'data-engineer',
      'goatherd',
      'ml-engineer',
    ]);
    expect(new Set(keys).size).toBe(keys.length);
    const weeks = knowledge.prompts.filter(({ track }) => track === 'ml-engineer').length;
    expect(last).toMatchObject({ track: 'ml-engineer', week: weeks });
    expect(reasons).toEqual([
      `next most asked here since ${day(3)}: Data Engineer (19)`,
      `next most asked here since ${day(3)}: ML Engineer (17)`,
    ]);
  });

  test('the fallback follows at last', async () => {
    const { reasons } = await postedAll({ fallback: 'qa-engineer' }, ['data-engineer']);
    expect(reasons).toEqual([
      `most asked here since ${day(3)}: Data Engineer (20)`,
      'all that was asked here most was posted, so the fallback: QA Engineer',
    ]);
  });
});

test('where counting is off, such a track cannot be made', async () => {
  const off = await openPrompts(undefined, { counted: false });
  const said = await speaker(off.bot).say('/prompts add most-asked when:"mon 09:00"');
  expect(said).toContain('Nothing is counted here');
  await off.close();
});
