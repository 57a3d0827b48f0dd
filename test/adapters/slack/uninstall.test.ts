import { createHmac, randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { connect } from '../../../adapters/slack/index.ts';
import { silentLog } from '../../../src/log.ts';
import { forgetDeparted, KEPT_AFTER_REMOVAL } from '../../../src/community/removed.ts';
import { openStore } from '../../../src/store/store.ts';
import { openPrompts } from '../../prompts/world.ts';
import { hostOf } from '../host-of.ts';
import { openHouse, outcome, QUICK } from './driver.ts';
import { openPeer } from './peer.ts';

const SECRET = 'a-signing-secret';

function event(of: object): object {
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${randomUUID()}`,
    event: of,
  };
}

const UNINSTALLED = event({ type: 'app_uninstalled' });
const REVOKED = event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } });
/** Somebody's own token; the app stays. */
const OF_A_PERSON = event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });

test('once the app is removed a week is counted, and then everything of the workspace is deleted', async () => {
  const prompts = await openPrompts();
  const removed: Promise<void>[] = [];
  const house = await openHouse(prompts.bot, silentLog, undefined, {}, (community) => {
    removed.push(prompts.service.removed(community));
  });
  const store = await openStore({ file: prompts.file });
  onTestFinished(async () => {
    await store.close();
    await prompts.close();
    await house.stop();
  });
  const { peer, adapter } = house;
  await outcome(peer.command('/report "role sre" what:"Of this workspace."'));
  await store.reports.add({ community: 'slack:T2', id: 'U9' }, { about: 'x', what: 'y', knowledge: 'k' }, 1);
  await peer.deliver('events_api', OF_A_PERSON).acked;
  await peer.deliver('events_api', UNINSTALLED).acked;
  await peer.deliver('events_api', REVOKED).acked;
  await vi.waitUntil(() => removed.length === 2);
  await Promise.all(removed);
  const since = Number(await store.values('departed').get('slack:T1'));
  expect(Date.now() - since).toBeLessThan(60_000);
  const places = [{ ...adapter, isGone: async (workspace: string) => workspace === 'T1' }];
  await forgetDeparted(store, places, since + KEPT_AFTER_REMOVAL - 1, silentLog);
  expect(await store.communities()).toEqual(['slack:T1', 'slack:T2']);
  await forgetDeparted(store, places, since + KEPT_AFTER_REMOVAL, silentLog);
  expect(await store.communities()).toEqual(['slack:T2']);
});

test('it is heard over HTTP as well, signed', async () => {
  const peer = await openPeer();
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = peer.variables;
  const variables = { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_SIGNING_SECRET: SECRET };
  const prompts = await openPrompts();
  const removed: string[] = [];
  const onRemoved = (community: string) => void removed.push(community);
  const adapter = await connect({ bot: prompts.bot, variables, log: silentLog, onRemoved }, QUICK);
  const host = await hostOf(adapter, silentLog);
  onTestFinished(async () => {
    await adapter.stop();
    await host.close();
    await prompts.close();
    await peer.close();
  });
  const post = async (payload: object, secret: string) => {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    return (await fetch(`http://127.0.0.1:${host.port}/slack/events`, { method: 'POST', body, headers }))
      .status;
  };
  expect(await post(UNINSTALLED, 'forged')).toBe(401);
  expect(removed).toEqual([]);
  expect(await post(REVOKED, SECRET)).toBe(200);
  await vi.waitUntil(() => removed.length > 0);
  expect(removed).toEqual(['slack:T1']);
});
