import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome } from './driver.ts';
import type { Body } from './judge.ts';
import { read } from './reader.ts';
import type { Call, Scripted } from './peer.ts';
import type { OpenedView } from './views.ts';

let prompts: Prompts;
let house: House;

beforeEach(async () => {
  prompts = await openPrompts();
  house = await openHouse(prompts.bot);
  prompts.service.start([house.adapter]);
});
afterEach(async () => {
  await prompts.close();
  await house.stop();
});

const ADMIN: Scripted = { body: { ok: true, user: { id: 'U1', team_id: 'T1', is_admin: true } } };
const MEMBER: Scripted = { body: { ok: true, user: { id: 'U1', is_admin: false } } };
const INSIDE: Scripted = { body: { ok: true, channel: { id: 'C1', is_member: true } } };

type Exchanged = Parameters<typeof outcome>[0];

/** The words of the answer, which only whoever asked sees. */
async function said(exchange: Exchanged, who?: Scripted): Promise<{ text: string; body: Body }> {
  if (who !== undefined) house.peer.script('users.info', who);
  const { texts, faults, body } = await outcome(exchange);
  // The channel of the reports is named on purpose.
  expect(faults.filter((fault) => fault !== 'links to C1')).toEqual([]);
  expect(body).toMatchObject({ response_type: 'ephemeral' });
  return { text: texts.join('\n'), body };
}

const calls = (method: string): Call[] => house.peer.calls.filter((call) => call.method === method);

/** Presses a button that opens a form; the form. */
async function formOf(body: Body, label: string): Promise<OpenedView> {
  const before = calls('views.open').length;
  await house.peer.act(actionFor(body, label)).acked;
  const opened = await until(
    () => calls('views.open'),
    (views) => views.length > before,
  );
  return JSON.parse(opened.at(-1)?.body['view'] ?? '{}') as OpenedView;
}

async function chosen(channel: Scripted): Promise<string> {
  house.peer.script('users.info', ADMIN);
  house.peer.script('conversations.info', channel);
  return (await said(house.peer.command('/reports channel'))).text;
}

test('a button opens the form, the report is posted, a manager decides on it, others cannot', async () => {
  expect(await chosen(INSIDE)).toContain('Reports have a channel');
  const answer = await outcome(house.peer.command('/salary ml-engineer'));
  const form = await formOf(answer.body, 'Report a mistake');
  const filled = {
    'what#1': 'The senior figure is *old* <!channel>',
    'right#1': null,
    'source#1': 'https://a.example/pay',
  };
  expect((await said(house.peer.submit(form, filled))).text).toContain('Reported, thank you');
  const [post] = await until(
    () => calls('chat.postMessage'),
    (posts) => posts.length > 0,
  );
  expect(post?.body['channel']).toBe('C1');
  expect(post?.body['blocks']).toContain('Reported: /salary ml-engineer');
  expect(post?.body['blocks']).not.toContain('U1');

  const posted = { text: '', blocks: JSON.parse(post?.body['blocks'] ?? '[]') } as Body;
  expect(read(posted).faults).toEqual([]);
  house.peer.script('users.info', MEMBER);
  const refused = await said(house.peer.act(actionFor(posted, 'Accept'), { user: { id: 'U2' } }));
  expect(refused.text).toContain('is for those who may manage this community');

  await prompts.service.stop();
  await house.stop();
  prompts = await openPrompts(prompts.file);
  house = await openHouse(prompts.bot);
  prompts.service.start([house.adapter]);

  house.peer.script('users.info', ADMIN);
  const accepted = await said(house.peer.act(actionFor(posted, 'Accept')));
  expect(accepted.text).toContain('Accepted: /salary ml-engineer');
  const dismissal = await formOf(accepted.body, 'Dismiss');
  const dismissed = await said(house.peer.submit(dismissal, { 'reason#1': 'It says 2026.' }));
  expect(dismissed.text).toContain('It says 2026.');
  expect((await said(house.peer.command('/study'))).text).toContain('was dismissed: It says 2026.');
});

test('a channel that takes no posts is refused when it is chosen', async () => {
  const outside = { body: { ok: true, channel: { id: 'C1', is_member: false } } };
  expect(await chosen(outside)).toContain('I am not in that channel: write /invite @rolecall in it.');
  expect((await said(house.peer.command('/reports'))).text).toContain('posted nowhere');
});
