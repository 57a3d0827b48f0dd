import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Said } from '../../src/message/message.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import { plain } from '../../src/plain.ts';
import { actionsOf, asksOf } from '../commands/talk.ts';
import type { Prompts, Speaker } from './world.ts';
import { openRoom, speaker } from './world.ts';

let prompts: Prompts;
let ann: Speaker;
let bob: Speaker;

beforeEach(async () => {
  ({ prompts, ann, bob } = await openRoom());
});
afterEach(() => prompts.close());

/** The button that agrees, as it is labelled, and what it asks. */
function yes(reply: Reply): { label: Said; ask: Ask } {
  const [action] = actionsOf(reply);
  if (action?.kind !== 'ask') throw new Error(`There is no button: ${plain(reply, 'en')}`);
  return action;
}

test('every minute of an hour on Mondays: a button says how many posts that makes, and only it makes the schedule', async () => {
  const asked = await ann.ask('/prompts add ml-engineer when:"cron * 9 * * 1" zone:Europe/Madrid');
  expect(asked.tone).toBe('question');
  expect(plain(asked, 'en')).toContain(
    'It would post by the cron expression * 9 * * 1 in Europe/Madrid: up to 60 posts in a week. Nothing happens until',
  );
  expect(yes(asked).label).toBe('Yes, up to 60 posts a week');
  expect(await ann.say('/prompts list')).toContain('No prompts yet');
  expect(await ann.press(yes(asked).ask)).toContain('is on');
  expect(await ann.say('/prompts list')).toContain('One schedule here.');
});

test('pressed twice, it is one schedule', async () => {
  const { ask } = yes(await ann.ask('/prompts add ml-engineer when:"cron 0 * * * *"'));
  await ann.press(ask);
  expect(await ann.press(ask)).toContain('is on');
  expect(await ann.say('/prompts list')).toContain('One schedule here.');
});

test.each([
  ['cron */5 9 1 * *', '12'],
  ['cron 0 9,17 * * 1-5', '10'],
  ['cron * * * * *', '10,080'],
])('%s is asked about: up to %s in a week', async (when, posts) => {
  const asked = await ann.ask(`/prompts add ml-engineer when:"${when}"`);
  expect(yes(asked).label).toBe(`Yes, up to ${posts} posts a week`);
  expect(await ann.say('/prompts list')).toContain('No prompts yet');
});

test.each(['daily 09:00', 'cron 0 9 * * *', 'weekdays 18:30', 'day 31 10:00'])(
  '%s is made without asking',
  async (when) => {
    expect(await ann.say(`/prompts add ml-engineer when:"${when}"`)).toContain('is on');
  },
);

test('what follows the community is asked about too', async () => {
  const asked = await ann.ask('/prompts add most-asked when:"cron 0 * * * *"');
  expect(yes(asked).label).toBe('Yes, up to 168 posts a week');
  expect(await ann.press(yes(asked).ask)).toContain('is on');
});

test('a change is asked about as well; until it is agreed to, the schedule stays as it is', async () => {
  await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
  const asked = await ann.ask('/prompts edit when:"cron 0 * * * *" pin:yes');
  expect(yes(asked).label).toBe('Yes, up to 168 posts a week');
  expect(await ann.say('/prompts list')).toContain('every Monday at 09:00');
  expect(await ann.press(yes(asked).ask)).toContain('is changed');
  expect(await ann.say('/prompts list')).toContain('by the cron expression 0 * * * *');
  // Agreed to already, since its times stay.
  expect(await ann.say('/prompts edit pin:no')).toContain('is changed');
  // Another zone is another plan.
  expect((await ann.ask('/prompts edit zone:Europe/Madrid')).tone).toBe('question');
});

test('the agreement is to one schedule: not to another, not of another channel, not of a member', async () => {
  const { ask } = yes(await ann.ask('/prompts add ml-engineer when:"cron * 9 * * 1"'));
  for (const other of [{ when: 'cron * * * * *' }, { track: 'sre' }, { channel: 'jobs22' }, { sure: 'yes' }])
    expect(await ann.press({ ...ask, values: { ...ask.values, ...other } })).toContain(
      'More than once a day?',
    );
  expect(await bob.press(ask)).toContain('is for those who may manage this community');
  const eve = speaker(prompts.bot, { id: 'eve', community: 'D' });
  expect(await eve.press(ask)).toContain('More than once a day?');
  expect(await ann.say('/prompts list')).toContain('No prompts yet');
});

test('what cannot be kept anyway is not asked about', async () => {
  expect(await ann.say('/prompts add ml-engineer when:"cron * 9 * * 1" channel:locked1')).toContain(
    'I need "Send Messages" there.',
  );
});

test('it is asked in the language of the asker, with its own figures', async () => {
  const uwe = speaker(prompts.bot, { id: 'uwe', locale: 'de' });
  const asked = await uwe.ask('/prompts add ml-engineer when:"cron * * * * *"');
  expect(yes(asked).label).toBe('Ja, bis zu 10.080 Beiträge pro Woche');
  expect(asksOf(asked)).toHaveLength(1);
});

test('an abbreviation for a zone is asked about, with the cities that people mean, and never guessed', async () => {
  const asked = await ann.ask('/prompts add ml-engineer when:"mon 09:00" zone:EST');
  expect([asked.tone, asked.title]).toEqual(['question', 'Which time zone?']);
  const asks = asksOf(asked);
  expect(asks.map(({ values }) => values['zone'])).toContain('America/Toronto');
  expect(await ann.say('/prompts list')).toContain('No prompts yet');
  const [first] = asks;
  expect(first && (await ann.press(first))).toContain('every Monday at 09:00 America/New_York');
  const changed = asksOf(await ann.ask('/prompts edit zone:CET'));
  expect(changed[0] && (await ann.press(changed[0]))).toContain('every Monday at 09:00 Europe/Berlin');
  expect(await ann.say('/prompts add ml-engineer when:"mon 09:00" zone:UTC+2')).toContain(
    'I do not know the time zone',
  );
});
