import { expect, onTestFinished, test } from 'vitest';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import { openHouse, outcome } from './driver.ts';
import type { Scripted } from './peer.ts';
import type { OpenedView } from './views.ts';

const ADMIN: Scripted = { body: { ok: true, user: { id: 'U1', team_id: 'T1', is_admin: true } } };
const INSIDE: Scripted = { body: { ok: true, channel: { id: 'C1', is_member: true } } };

/** The words of an answer. */
const said = async (exchange: Parameters<typeof outcome>[0]) => {
  const { texts, faults } = await outcome(exchange);
  expect(faults).toEqual([]);
  return texts.join('\n');
};

test('/prompts add opens a form with what was typed, which makes the schedule; /prompts alone opens the list', async () => {
  const prompts = await openPrompts();
  const house = await openHouse(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await house.stop();
  });
  prompts.service.start([house.adapter]);
  const { peer } = house;
  expect(await said(peer.command('/prompts'))).toContain('No prompts yet');
  peer.script('users.info', ADMIN);
  await peer.command('/prompts add ml engineer').acked;
  const [opened] = await until(
    () => peer.calls.filter(({ method }) => method === 'views.open'),
    (views) => views.length > 0,
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the peer took it for a view
  const form = JSON.parse(opened?.body['view'] ?? '{}') as OpenedView;
  expect(JSON.stringify(form)).toContain('"initial_value":"ml engineer"');
  peer.script('users.info', ADMIN);
  peer.script('conversations.info', INSIDE);
  const answer = await said(
    peer.submit(form, { 'track#1': 'ML Engineer', 'when#1': 'jeden Montag um 9', 'zone#1': 'München' }),
  );
  expect(answer).toContain('ML Engineer, Mondays is on');
  expect(answer).toContain('every Monday at 09:00 Europe/Berlin');
});
