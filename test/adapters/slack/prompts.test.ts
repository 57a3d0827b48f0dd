import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompts } from '../../prompts/world.ts';
import { makeDue, NOW, openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import type { House } from './driver.ts';
import { openHouse, outcome } from './driver.ts';
import type { Body } from './judge.ts';
import { faultsOf } from './judge.ts';
import type { Call, Scripted } from './peer.ts';

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

/** Somebody types; the words of the answer. */
async function say(line: string): Promise<string> {
  const { texts, faults } = await outcome(house.peer.command(line));
  expect(faults).toEqual([]);
  return texts.join('\n');
}

/** An administrator makes a schedule that is due now, in a channel that `channel` describes. */
async function add(more = '', channel = INSIDE): Promise<string> {
  house.peer.script('users.info', ADMIN);
  house.peer.script('conversations.info', channel);
  return say(`/prompts add ml-engineer when:"${NOW}" ${more}`);
}

const posts = (): Call[] => house.peer.calls.filter(({ method }) => method === 'chat.postMessage');

describe('a schedule is made only where it can be kept', () => {
  test.each([
    ['the bot is in', { is_member: false }, 'I am not in that channel: write /invite @rolecall in it.'],
    ['is still used', { is_archived: true, is_member: true }, 'The channel is archived'],
  ])('not in a channel unless it %s', async (_, channel, sentence) => {
    expect(await add('', { body: { ok: true, channel } })).toContain(sentence);
    expect(await say('/prompts list')).toContain('No prompts yet');
  });

  test('nor by somebody who does not manage the workspace', async () => {
    house.peer.script('users.info', MEMBER);
    expect(await say('/prompts add ml-engineer when:"mon 09:00"')).toContain('is for those who may manage');
  });
});

describe('a prompt that is due', () => {
  test('is posted once, within every limit, and mentions nobody', async () => {
    expect(await add('thread:yes')).toContain('is on');
    await makeDue(prompts.file);
    const [post] = await until(posts, (calls) => calls.length === 1);
    expect(faultsOf(bodyOf(post))).toEqual([]);
    expect(post?.body['blocks']).not.toMatch(/<!(?!date)|<@/);
    expect(JSON.parse(post?.body['metadata'] ?? '{}')).toMatchObject({ event_type: 'rolecall_prompt' });
    expect(await say('/prompts why log:yes')).toContain('The post was made in #C1 on ');
    expect(posts()).toHaveLength(1);
  });

  test('that a 429 held back comes when Slack allows it', async () => {
    house.peer.script('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    await add();
    await makeDue(prompts.file);
    await until(posts, (calls) => calls.length === 2);
    expect(await say('/prompts why log:yes')).toContain('told to wait');
  });

  test('whose fate a 500 leaves open is looked for, and not sent again when it is there', async () => {
    house.peer.script('chat.postMessage', { status: 500 });
    await add();
    await makeDue(prompts.file);
    const [post] = await until(posts, (calls) => calls.length === 1);
    const metadata = JSON.parse(post?.body['metadata'] ?? '{}');
    const there = { body: { ok: true, messages: [{ ts: '7.7', metadata }] } };
    house.peer.script('conversations.history', there, there);
    const why = await until(
      () => whyAsAdmin(),
      (said) => said.includes('it was there'),
    );
    expect(why).toContain('Its id there is 7.7.');
    expect(posts()).toHaveLength(1);
  });

  test('whose fate a 500 leaves open is sent again when it is not there', async () => {
    house.peer.script('chat.postMessage', { status: 500 });
    const nothing = { body: { ok: true, messages: [] } };
    house.peer.script('conversations.history', nothing, nothing);
    await add();
    await makeDue(prompts.file);
    await until(posts, (calls) => calls.length === 2);
    expect(await whyAsAdmin()).toContain('it was not there');
  });
});

function whyAsAdmin(): Promise<string> {
  house.peer.script('users.info', ADMIN);
  return say('/prompts why log:yes');
}

/** A message as it was before it became a form, in which everything is text. */
function bodyOf(call: Call | undefined): Body {
  const { text = '', parse, blocks, link_names, unfurl_links, unfurl_media } = call?.body ?? {};
  return {
    text,
    parse: parse ?? '',
    blocks: read(blocks),
    link_names: read(link_names),
    unfurl_links: read(unfurl_links),
    unfurl_media: read(unfurl_media),
  };
}

function read(value: string | undefined) {
  return JSON.parse(value ?? 'null');
}
