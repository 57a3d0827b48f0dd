import { afterEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { postOf } from '../../src/prompts/content.ts';
import type { Reply } from '../../src/reply.ts';
import { openStore } from '../../src/store/store.ts';
import { asksOf, labelsOf } from '../commands/talk.ts';
import { aPack } from '../knowledge/pack.ts';
import { until } from '../outbox/world.ts';
import { SHORT_TRACKS } from './short-tracks.ts';
import type { Room } from './world.ts';
import { dueBefore, makeDue, openRoom, speaker } from './world.ts';

let room: Room;
afterEach(() => room.prompts.close());

async function open(files = SHORT_TRACKS): Promise<Room> {
  room = await openRoom([aPack(files)]);
  return room;
}

/** What stands in the channel, as those who read it see it. */
const shown = () =>
  room.place.jobs
    .filter(({ step }) => step === 'post')
    .map(({ content }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a post always has a reply
      const { reply, language } = content as { reply: Reply; language: 'en' | 'de' };
      return { reply, text: plain(reply, language) };
    });

/** Has the only schedule come due, a minute later each time. */
async function comesDue(): Promise<ReturnType<typeof shown>[number]> {
  const before = shown().length;
  const minutes = 20 - before;
  await room.ann.ask(`/prompts edit when:"${dueBefore(minutes)}" late:24`);
  await makeDue(room.prompts.file, minutes);
  const posts = await until(shown, (seen) => seen.length > before);
  const post = posts.at(-1);
  if (post === undefined) throw new Error('Nothing was posted.');
  return post;
}

/** Whether the only schedule is paused, once it is known. */
async function state(): Promise<string | undefined> {
  const [only] = await room.prompts.service.community.schedules.list('chat:C');
  return only?.schedule.state;
}

describe('a track that is finished', () => {
  test('says so in its last post; at the next run it pauses, and offers the next to the channel and to whoever made it', async () => {
    const { ann, place } = await open();
    expect(await ann.say('/prompts add ml-engineer when:"mon 09:00"')).toContain(
      'One prompt, each once; after the last one it pauses and offers another track.',
    );
    const last = await comesDue();
    expect(last.text).toContain('Week 1 of ML Engineer · Drift');
    expect(last.text).toContain('the last one of this track');
    const { reply, text } = await comesDue();
    expect(text).toMatch(
      /^ML Engineer is finished\nThe one prompt of ML Engineer was posted, so this schedule/,
    );
    expect(text).toContain('Next could be Data Engineer: whoever manages this community can start it');
    expect(labelsOf(reply)).toEqual(['Start Data Engineer', 'Begin ML Engineer anew']);
    expect(await state()).toBe('paused');
    const [told] = await until(
      () => place.told,
      (all) => all.length > 0,
    );
    expect(told).toMatch(/^ann: .*Next could be Data Engineer/);
  });

  test('is told once in the channel that the community chose for notices', async () => {
    const { ann, place } = await open();
    await ann.ask('/settings reports:admins1');
    await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
    await comesDue();
    await comesDue();
    const posts = () =>
      place.jobs.filter(({ channel }) => channel === 'admins1').flatMap((job) => postOf(job) ?? []);
    const [notice, ...more] = await until(posts, (all) => all.length > 0);
    expect(more).toEqual([]);
    expect(notice && plain(notice.reply, 'en')).toMatch(
      /^A schedule needs a look\n.*ML Engineer.*Next could be Data Engineer/,
    );
  });

  test('a button starts the next track with week 1, which a member cannot press', async () => {
    const { ann, bob } = await open();
    await ann.ask('/prompts add ml-engineer when:"mon 09:00" channel:jobs22 thread:yes');
    await comesDue();
    const [start] = asksOf((await comesDue()).reply);
    if (start === undefined) throw new Error('There is no button.');
    expect(await bob.press(start)).toContain('is for those who may manage this community');
    const said = await ann.press(start);
    expect(said).toContain('goes on');
    expect(said).toContain('Track: Data Engineer');
    expect(said).toContain('in jobs22 · with a thread');
    expect((await comesDue()).text).toContain('Week 1 of Data Engineer · Grain');
    expect((await comesDue()).text).toContain('Week 2 of Data Engineer · Late rows');
    const { reply } = await comesDue();
    // Everything was posted by now: what is left is to begin anew.
    expect(labelsOf(reply)).toEqual(['Begin Data Engineer anew']);
  });

  test('is not begun anew by resuming it: that asks what to start; a button begins it anew', async () => {
    const { ann } = await open();
    await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
    await comesDue();
    await comesDue();
    const asked = await ann.ask('/prompts resume');
    expect([asked.tone, labelsOf(asked)]).toEqual([
      'question',
      ['Start Data Engineer', 'Begin ML Engineer anew'],
    ]);
    expect(await state()).toBe('paused');
    const anew = asksOf(asked)[1];
    expect(anew && (await ann.press(anew))).toContain('goes on');
    expect((await comesDue()).text).toContain('Week 1 of ML Engineer · Drift');
  });

  test('is said in the language of the channel', async () => {
    await open();
    const uwe = speaker(room.prompts.bot, { id: 'uwe', locale: 'de' });
    await uwe.ask('/prompts add ml-engineer when:"mon 09:00"');
    expect((await comesDue()).text).toContain('Woche 1 zu ML Engineer · Drift auf Deutsch');
    expect((await comesDue()).text).toMatch(
      /^ML Engineer ist geschafft\n.*Als Nächstes käme Data Engineer infrage/,
    );
  });

  test('posts nothing by a test either', async () => {
    const { ann, place } = await open();
    await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
    await comesDue();
    expect(await ann.say('/prompts test')).toContain('The one prompt of ML Engineer was posted');
    expect(place.jobs).toHaveLength(1);
    expect(await ann.say('/prompts preview')).toContain('ML Engineer is finished');
  });
});

describe('a role that nobody wrote prompts for', () => {
  test('cannot be added: the nearest that has some is offered, and its button adds that', async () => {
    const { ann } = await open();
    const said = await ann.ask('/prompts add ml-artist when:"mon 09:00" pin:yes');
    expect(said.tone).toBe('miss');
    expect(plain(said, 'en')).toContain('nobody has for ML Artist');
    const [near] = asksOf(said);
    expect(near?.values).toMatchObject({ track: 'data-engineer', pin: 'yes' });
    expect(near && (await ann.press(near))).toContain('Track: Data Engineer');
    expect(await ann.say('/prompts preview ml-artist')).toContain('nobody has for ML Artist');
  });

  test('can be added with prompts of the community itself', async () => {
    const { ann } = await open();
    await ann.ask('/prompts propose Count your goats. track:goatherd');
    expect(await ann.say('/prompts add goatherd when:"mon 09:00"')).toContain('Track: Goatherd');
  });

  test('pauses a schedule that an earlier version made for it, with a notice that offers the nearest', async () => {
    const { ann } = await open();
    await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
    await follows('ml-artist');
    const { text, reply } = await comesDueAsKept();
    expect(text).toMatch(
      /^ML Artist has no prompts\nNobody has written prompts for ML Artist, so this schedule pauses/,
    );
    expect(labelsOf(reply)).toEqual(['Start Data Engineer', 'Start ML Engineer']);
    expect(await state()).toBe('paused');
    expect(await ann.say('/prompts resume')).toContain('ML Artist has no prompts');
  });

  test('whose prompts may be in a pack that is left out only leaves out its run', async () => {
    const broken = aPack({ 'prompts/ml-artist/a.yaml': 'title: [' });
    room = await openRoom([aPack(SHORT_TRACKS), broken]);
    const { ann } = room;
    await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
    await follows('ml-artist');
    await makeDue(room.prompts.file, 1);
    expect(
      await until(
        () => ann.say('/prompts why'),
        (said) => !said.includes('not been due'),
      ),
    ).toContain('Its prompts may be in the knowledge that is left out because of mistakes');
    expect(await state()).toBe('active');
    expect(shown()).toEqual([]);
  });
});

/** Has the only schedule follow a track that could not be chosen any more. */
async function follows(track: string): Promise<void> {
  const store = await openStore({ file: room.prompts.file });
  const [schedule] = await store.schedules.list('chat:C');
  if (schedule === undefined) throw new Error('There is no schedule.');
  const rule = { kind: 'cron', expression: dueBefore(1).slice('cron '.length) } as const;
  const timetable = { ...schedule.timetable, rule };
  const content = { ...Object(schedule.content), track };
  await store.schedules.put({ ...schedule, content, timetable }, Date.now() + 1e9, Date.now());
  await store.close();
}

async function comesDueAsKept(): Promise<ReturnType<typeof shown>[number]> {
  await makeDue(room.prompts.file, 1);
  const [post] = await until(shown, (seen) => seen.length > 0);
  if (post === undefined) throw new Error('Nothing was posted.');
  return post;
}
