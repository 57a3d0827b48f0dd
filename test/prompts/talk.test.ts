import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/reply.ts';
import { plain } from '../../src/plain.ts';
import { readPost } from './posted.ts';
import { asksOf } from '../commands/talk.ts';
import { until } from '../outbox/world.ts';
import type { ChatPlace, Prompts, Speaker } from './world.ts';
import { chatPlace, openPrompts, openRoom, speaker } from './world.ts';
import { speak } from '../../src/message/speak.ts';

let prompts: Prompts;
let place: ChatPlace;
let ann: Speaker;

beforeEach(async () => {
  ({ prompts, place, ann } = await openRoom());
});
afterEach(() => prompts.close());

const posts = () => place.jobs.filter(({ step }) => step === 'post').map(({ content }) => readPost(content));

/** Posts a test and asks what became of it. */
async function testRun(): Promise<Reply> {
  const [why] = asksOf(await ann.ask('/prompts test'));
  await until(posts, (seen) => seen.length === 1);
  return ann.ask(`/prompts why ${why?.values['schedule'] ?? ''} run:${why?.values['run'] ?? ''} log:yes`);
}

describe('an administrator makes a schedule', () => {
  test('and is told the next three runs, where and how', async () => {
    const said = await ann.say(
      '/prompts add ml engineer when:"mon 09:00" zone:Europe/Madrid thread:yes key:48',
    );
    expect(said).toMatch(
      /^ML Engineer, Mondays is on\n\d\d prompts, each once; after the last one it pauses/,
    );
    expect(said).toContain('every Monday at 09:00 Europe/Madrid');
    expect(said.match(/09:00 Europe\/Madrid/g)).toHaveLength(4);
    expect(said).toContain('here · with a thread, key after 48 h, at most 6 h late');
    expect(place.wishes).toEqual([{ community: 'C', channel: 'careers1', thread: true, pin: false }]);
  });

  test.each([
    ['in a channel that takes no posts', 'when:"mon 09:00" channel:locked1', 'I need "Send Messages" there.'],
    ['at no time', 'when:someday', 'I cannot read "someday" as a time. Write it like "every Monday at 9am"'],
    ['at the 25th hour', 'when:"mon 25:00"', 'I cannot read "mon 25:00"'],
    ['more often than a minute', 'when:"cron * * * * * *"', 'at most once a minute'],
    ['in no zone', 'when:"mon 09:00" zone:Madrdi', 'I do not know the time zone "Madrdi". Pick the city'],
    ['that ended', 'when:"mon 09:00" end:2020-01-01', 'would never post anything'],
    ['in no phase', 'when:"mon 09:00" phase:gardening', 'No prompt of that role is about gardening'],
    ['with a quiet week that is none', 'when:"mon 09:00" quiet:christmas', 'Write quiet time as an ISO week'],
    ['for nobody', 'when:"mon 09:00" mention:everyone!', 'I cannot tell which role "everyone!" is'],
  ])('%s: a sentence says what to do', async (_, options, answer) => {
    expect(await ann.say(`/prompts add ml-engineer ${options}`)).toContain(answer);
    expect(await ann.say('/prompts list')).toContain('No prompts yet');
  });

  test('in another channel, which is shown as one wherever it is named', async () => {
    const made = await ann.ask('/prompts add ml-engineer when:"mon 09:00" channel:<#jobs22>');
    const there = { kind: 'channel', id: 'jobs22' };
    const where = made.body.flatMap((node) => (node.kind === 'fields' ? node.fields : []))[3];
    expect(where?.value).toEqual(['in ', there, ' · at most 6 h late']);
    const [list] = (await ann.ask('/prompts list')).body;
    expect(list?.kind === 'list' ? list.items.flat() : []).toContainEqual(there);
    const [why] = (await testRun()).body;
    expect(why?.kind === 'list' ? why.items.flat() : []).toContainEqual(there);
  });

  test('a member is told who may, and can look', async () => {
    const bob = speaker(prompts.bot, { id: 'bob', manages: false });
    for (const line of [
      'add ml-engineer when:"mon 09:00"',
      'pause',
      'remove',
      'edit pin:yes',
      'test',
      'skip',
      'why',
    ])
      expect(await bob.say(`/prompts ${line}`)).toContain('is for those who may manage this community');
    // Members may do other things with /prompts, so that nobody had to show it to them.
    expect(await bob.say('/prompts pause')).not.toContain('a setting here');
    expect(await bob.say('/prompts list')).toContain('No prompts yet');
    expect(await bob.say('/prompts preview ml-engineer')).toContain(
      'Week 1 of ML Engineer · Splits that do not leak',
    );
  });

  test('another community neither sees nor stops it', async () => {
    const reply = await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
    const id = reply.title.split(' ')[0] ?? '';
    const eve = speaker(prompts.bot, { id: 'eve', community: 'D' });
    expect(await eve.say(`/prompts remove ${id}`)).toContain('No prompts yet');
    expect(await ann.say('/prompts list')).toContain(id);
  });
});

describe('a schedule lives', () => {
  beforeEach(async () => {
    await ann.ask('/prompts add ml-engineer when:"mon 09:00" zone:Europe/Madrid');
  });

  test('changed, paused, resumed, skipped, removed', async () => {
    expect(await ann.say('/prompts edit when:"every 2 weeks on tue 18:30" pin:yes')).toContain(
      'every 2 weeks on Tuesday at 18:30',
    );
    expect(await ann.say('/prompts pause')).toContain('is paused');
    expect(await ann.say('/prompts skip')).toContain('has no run ahead to leave out');
    expect(await ann.say('/prompts list')).toContain('· paused');
    expect(await ann.say('/prompts resume')).toContain('goes on');
    expect(await ann.say('/prompts skip')).toContain('its prompt comes the time after');
    expect(await ann.say('/prompts why')).toContain('An administrator left it out.');
    expect(await ann.say('/prompts remove')).toContain('is removed');
    expect(await ann.say('/prompts list')).toContain('No prompts yet');
  });

  test('two of them: which one?', async () => {
    await ann.ask('/prompts add data-engineer when:"day 31 10:00"');
    const reply = await ann.ask('/prompts pause');
    expect(reply.title).toBe('Which schedule?');
    const [first] = asksOf(reply);
    expect(first && (await ann.press(first))).toContain('is paused');
  });

  test('and sees what comes next without naming the only schedule; of two, which one?', async () => {
    expect(await ann.say('/prompts preview')).toMatch(/^Week 1 of ML Engineer/);
    await ann.ask('/prompts add data-engineer when:"day 31 10:00"');
    const reply = await ann.ask('/prompts preview');
    expect(reply.title).toBe('Which schedule?');
    const weeks = await Promise.all(asksOf(reply).map(async (ask) => (await ann.press(ask)).split(' · ')[0]));
    expect(new Set(weeks)).toEqual(new Set(['Week 1 of Data Engineer', 'Week 1 of ML Engineer']));
  });

  test('a test is posted at once, marked, with its buttons, and counts for nothing', async () => {
    const preview = await ann.say('/prompts preview ml-engineer');
    const [why] = asksOf(await ann.ask('/prompts test'));
    const [post] = await until(posts, (seen) => seen.length === 1);
    expect(speak(post?.reply.title ?? '', 'en')).toContain(
      'Test · Week 1 of ML Engineer · Splits that do not leak',
    );
    expect(preview).toContain('Week 1 of ML Engineer · Splits that do not leak');
    expect(why && (await ann.press(why))).toMatch(
      /^ML Engineer, Mondays · test of .*\nPosted \w+day [\d:]{8}, on time\n/,
    );
    await ann.ask('/prompts test');
    await until(posts, (seen) => seen.length === 2);
    expect(posts()[1]?.title).toBe('Splits that do not leak');
  });

  test('why is a proof to show to others, which nobody else may ask for', async () => {
    const why = await testRun();
    expect(why.shareable).toBe(true);
    expect(plain(why, 'en')).toMatch(/\nPosted \w+day [\d:]{8}, on time\n/);
    expect(plain(why, 'en')).toMatch(
      /The post was made in careers1 on .* Europe\/Madrid \([^)]*[\d:]+ UTC\)\./,
    );
    expect(plain(why, 'en')).not.toMatch(/worker|\b\d{5,} /);
    const bob = speaker(prompts.bot, { id: 'bob', manages: false });
    expect(why.ask && (await bob.press(why.ask))).toContain('is for those who may manage this community');
  });

  test('a member says what becomes of it, sees it, and has it forgotten', async () => {
    const bob = speaker(prompts.bot, { id: 'bob', manages: false });
    expect(await bob.say('/study')).toContain('Nothing yet');
    await ann.ask('/prompts test');
    const [post] = await until(posts, (seen) => seen.length === 1);
    const [join, done, , hint] = post === null || post === undefined ? [] : asksOf(post.reply);
    if (join === undefined || done === undefined || hint === undefined)
      throw new Error('There are no buttons.');
    expect(await bob.press(join)).toContain("You're in: Splits that do not leak");
    expect(await bob.press(done)).toContain('Done: Splits that do not leak');
    expect(await bob.press(hint)).toContain('would I have known this value');
    expect(await bob.say('/study')).toContain('One week in a row.');
    expect(await bob.say('/study')).toContain('ML Engineer: 1 done');
    const shown = await bob.ask('/study share');
    expect([shown.title, shown.shareable]).toEqual(['Weeks of study', true]);
    expect(plain(shown, 'en')).toBe('Weeks of study\nOne week in a row.\n\n• ML Engineer: 1 done');
    expect((await ann.ask('/study share')).shareable).toBe(false);
    expect(await bob.say('/study export')).toContain('One line as it is kept');
    expect(await ann.say('/study')).toContain('Nothing yet');
    const eve = speaker(prompts.bot, { id: 'bob', community: 'D' });
    expect(await eve.press(done)).toContain('That prompt is gone');
    expect(await bob.say('/study forget')).toContain('Delete everything?');
    expect(await bob.say('/study forget yes')).toContain('One line deleted');
    expect(await bob.say('/study')).toContain('Nothing yet');
  });
});

test('without a store answers go on, and schedules say that they are paused', async () => {
  const broken = await openPrompts('/dev/null/rolecall.sqlite');
  const someone = speaker(broken.bot);
  broken.service.start([chatPlace()]);
  const said = await someone.say('/prompts list');
  expect(said).toMatch(/Schedules are paused since 20\d\d-\d\d-\d\d \d\d:\d\d UTC/);
  expect(said).toContain('They catch up by themselves');
  expect(said).toContain(
    'The database may not be opened or written; the log has the reason under that number.',
  );
  expect(await someone.say('/role ml-engineer')).toContain('ML Engineer');
  expect(broken.service.health().live).toBe(false);
  await broken.close();
});

test('the same schedule posts the same bytes whoever prepares it', async () => {
  const week = await ann.ask('/prompts preview ml-engineer week:17');
  expect(plain(week, 'en')).toBe(plain(await ann.ask('/prompts preview ml-engineer week:17'), 'en'));
  expect(week.title).toMatch(/^Week 17 of ML Engineer · /);
  expect(await ann.say('/prompts preview ml-engineer week:190')).toMatch(/ML Engineer has \d+ weeks\./);
});
