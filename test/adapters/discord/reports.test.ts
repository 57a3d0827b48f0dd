import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Control } from '../../../adapters/discord/message.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import { command, press, submit } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';
import { USER } from './peer.ts';

let prompts: Prompts;
let open: Open;

beforeEach(async () => {
  prompts = await openPrompts();
  open = await openDiscord(prompts.bot);
  prompts.service.start([open.adapter]);
});
afterEach(async () => {
  await prompts.close();
  await open.stop();
});

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

interface Said {
  readonly text: string;
  readonly exchange: Exchange;
}

/** Something is done on Discord; the words of the answer, which only whoever did it sees. */
async function say(deed: Deed): Promise<Said> {
  const exchange = open.peer.interact(deed);
  const text = textsOf(await exchange.answered).join('\n');
  expect(exchange.faults).toEqual([]);
  expect(exchange.isPrivate).toBe(true);
  return { text, exchange };
}

/** The id of the form that a button opens. */
async function formOf(deed: Deed): Promise<string> {
  const exchange = open.peer.interact(deed);
  const { type, data } = await exchange.first;
  expect(exchange.faults).toEqual([]);
  expect(type).toBe(9);
  return (data as unknown as { custom_id: string }).custom_id;
}

/** Presses a button of the post in the channel, where everybody sees it. */
function onPost(label: string, post: Readonly<Record<string, unknown>> | undefined): Deed {
  const rows = (post?.['components'] ?? []) as readonly { components: readonly Control[] }[];
  const button = rows
    .flatMap(({ components }) => components)
    .find((one) => 'label' in one && one.label === label);
  return press(button !== undefined && 'custom_id' in button ? button.custom_id : '', false);
}

test('a button opens the form, the report is posted, a manager decides on it after a restart, others cannot', async () => {
  expect((await say({ ...command('reports channel'), ...MANAGER })).text).toContain('Reports have a channel');
  const answer = open.peer.interact(command('salary', { role: 'ml-engineer' }));
  const button = controlsOf(await answer.answered, true).find(({ label }) => label === 'Report a mistake');
  const form = await formOf(button?.deed ?? {});
  const filled = {
    'what#1': 'The senior figure is **old** @everyone',
    'right#1': '',
    'source#1': 'https://a.example/pay',
  };
  expect((await say(submit(form, filled))).text).toContain('Reported, thank you');
  const { channels } = open.peer;
  const [post] = await until(
    () => channels.messages,
    (messages) => messages.length > 0,
  );
  expect(channels.faults).toEqual([]);
  expect(post?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
  expect(JSON.stringify(post?.body)).toContain('Reported: /salary ml-engineer');
  expect(JSON.stringify(post?.body)).not.toContain(USER);

  await prompts.service.stop();
  await open.stop();
  prompts = await openPrompts(prompts.file);
  open = await openDiscord(prompts.bot);
  prompts.service.start([open.adapter]);

  const accept = onPost('Accept', post?.body);
  expect((await say(accept)).text).toContain('is for those who may manage this community');
  expect((await say(onPost('Dismiss', post?.body))).text).toContain(
    'is for those who may manage this community',
  );
  expect((await say({ ...accept, ...MANAGER })).text).toContain('Accepted: /salary ml-engineer');
  expect((await say({ ...accept, ...MANAGER })).text).toContain('Somebody had decided so already.');
  const dismissal = await formOf({ ...onPost('Dismiss', post?.body), ...MANAGER });
  const dismissed = await say({ ...submit(dismissal, { 'reason#1': 'It says 2026.' }), ...MANAGER });
  expect(dismissed.text).toContain('It says 2026.');
  expect((await say(command('study study'))).text).toContain('was dismissed: It says 2026.');
});

test('a channel that takes no posts is refused when it is chosen', async () => {
  open.peer.channels.denied = 1n << 11n;
  expect((await say({ ...command('reports channel'), ...MANAGER })).text).toContain(
    'I need "Send Messages" there.',
  );
  expect((await say({ ...command('reports reports'), ...MANAGER })).text).toContain('posted nowhere');
});
