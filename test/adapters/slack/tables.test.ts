import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postingClient } from '../../../adapters/slack/app.ts';
import { createPoster } from '../../../adapters/slack/poster.ts';
import { createTableSupport } from '../../../adapters/slack/table-support.ts';
import { defineCommand } from '../../../src/command.ts';
import { silentLog } from '../../../src/log.ts';
import type { ReplyNode } from '../../../src/reply.ts';
import { promptOf } from '../../kill/real-posters.ts';
import { postingIn, RUN } from '../posting.ts';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { openHouse, outcome } from './driver.ts';
import type { Body } from './judge.ts';
import { faultsOf } from './judge.ts';
import { commandOf } from './peer.ts';
import { read } from './reader.ts';

const TABLE: ReplyNode = { kind: 'table', columns: ['Level', 'Pay'], rows: [['Mid', '$155K']] };

const pay = defineCommand({
  name: 'pay',
  summary: 'A table',
  options: {},
  examples: ['pay'],
  shareable: true,
  answer: () => ({ title: 'Pay', lead: ['A year.'], body: [TABLE] }),
});

const DAY_MS = 24 * 60 * 60 * 1000;
const INVALID = { ok: false, error: 'invalid_blocks' };

let house: House;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 21);
  house = await openHouse(smallBot([pay]), silentLog, undefined, { clock: () => now });
});
afterEach(() => house.stop());

/** How the only answer shows its table, and what is said of Slack's limits. */
async function asked(more: object = {}): Promise<string> {
  const { body, answers, faults } = await outcome(house.peer.command('/pay', more));
  expect({ answers, faults }).toEqual({ answers: 1, faults: [] });
  expect(read(body).texts.join('\n')).toMatch(/Mid\s+(?:· )?\$155K/);
  return formOf(body.blocks);
}

function formOf(blocks: Body['blocks'] = []): string {
  return blocks.some(({ type }) => type === 'data_table') ? 'a table' : 'text';
}

/** What was posted by the Web API. */
function posted(): { form: string; faults: string[] }[] {
  const calls = house.peer.calls.filter(({ method }) => method.startsWith('chat.post'));
  return calls.map(({ body }) => {
    const blocks = JSON.parse(body.blocks ?? '[]') as NonNullable<Body['blocks']>;
    const flags = { link_names: false, unfurl_links: false, unfurl_media: false };
    return { form: formOf(blocks), faults: faultsOf({ ...body, ...flags, blocks }) };
  });
}

/** The workspace says no to the next answer. */
function refuses(): void {
  house.peer.script('response', { status: 400, body: INVALID });
}

describe('a workspace that takes no data_table', () => {
  test('gets the same in text, at once from the second answer on', async () => {
    refuses();
    expect(await asked()).toBe('text');
    expect(await asked()).toBe('text');
    expect(posted()).toEqual([]);
  });

  test('is asked again after a day', async () => {
    refuses();
    expect(await asked()).toBe('text');
    now += DAY_MS - 1;
    expect(await asked()).toBe('text');
    now += 2;
    expect(await asked()).toBe('a table');
  });

  test('takes nothing from another one', async () => {
    refuses();
    expect(await asked()).toBe('text');
    expect(await asked({ ...commandOf('/pay'), team_id: 'T2' })).toBe('a table');
    expect(await asked()).toBe('text');
  });

  test('gets it in text where it was asked by a mention, too', async () => {
    house.peer.script('chat.postEphemeral', { body: INVALID });
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.7', text: '<@UBOT> /pay' };
    house.peer.deliver('events_api', { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event });
    await expect.poll(posted).toMatchObject([{ form: 'a table' }, { form: 'text' }]);
    expect(posted().flatMap(({ faults }) => faults)).toEqual([]);
    expect(await asked()).toBe('text');
  });

  test('gets a prompt once, in text', async () => {
    const { SLACK_BOT_TOKEN: token, SLACK_API_URL: url } = house.peer.variables;
    const client = postingClient(token, url, silentLog);
    const { post } = postingIn(
      'C1',
      createPoster(
        async () => client,
        createTableSupport(() => now),
      ),
    );
    const plain = promptOf(RUN);
    const content = { ...plain, reply: { ...plain.reply, body: [TABLE, ...plain.reply.body] } };
    house.peer.script('chat.postMessage', { body: INVALID });
    await post({ content });
    await post({ content, nonce: 'a2' });
    expect(posted().map(({ form }) => form)).toEqual(['a table', 'text', 'text']);
  });
});

test('a refusal that was not for the table is not remembered as one', async () => {
  const used = { status: 404, body: { ok: false, error: 'used_url' } };
  house.peer.script('response', used, used);
  house.peer.command('/pay');
  await expect.poll(posted).toMatchObject([{ form: 'a table', faults: [] }]);
  expect(await asked()).toBe('a table');
});
