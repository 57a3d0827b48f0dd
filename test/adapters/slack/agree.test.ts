import { expect, onTestFinished, test } from 'vitest';
import { openPrompts } from '../../prompts/world.ts';
import { actionFor, openHouse, outcome } from './driver.ts';
import type { Scripted } from './peer.ts';

const ADMIN: Scripted = { body: { ok: true, user: { id: 'U1', team_id: 'T1', is_admin: true } } };
const INSIDE: Scripted = { body: { ok: true, channel: { id: 'C1', is_member: true } } };

test('a schedule that posts more than once a day is made by the press on its button, and only by that', async () => {
  const prompts = await openPrompts();
  const house = await openHouse(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await house.stop();
  });
  prompts.service.start([house.adapter]);
  const { peer } = house;
  peer.script('users.info', ADMIN);
  peer.script('conversations.info', INSIDE, INSIDE);
  const asked = await outcome(peer.command('/prompts add ml-engineer when:"cron * 9 * * 1"'));
  expect(asked.faults).toEqual([]);
  expect(asked.texts.join('\n')).toContain('up to 60 posts in a week');
  expect((await outcome(peer.command('/prompts list'))).texts.join('\n')).toContain('No prompts yet');
  const made = await outcome(peer.act(actionFor(asked.body, 'Yes, up to 60 posts a week')));
  expect(made.texts.join('\n')).toContain('is on');
  expect((await outcome(peer.command('/prompts list'))).texts.join('\n')).toContain('One schedule here.');
});
