import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionsBlockElement } from '@slack/types';
import type { Adapter } from '../../../src/adapter.ts';
import type { Bot } from '../../../src/bot.ts';
import type { Pictures } from '../../../src/picture/pictures.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import type { Timing } from '../../../adapters/slack/index.ts';
import { connect } from '../../../adapters/slack/index.ts';
import type { Driver, Shown } from '../contract.ts';
import type { Body } from './judge.ts';
import { faultsOf } from './judge.ts';
import type { Exchange, Peer } from './peer.ts';
import { openPeer } from './peer.ts';
import { elementsOf, optionsOf, read } from './reader.ts';

/** A bot that is at home on a loopback Slack. */
export interface House {
  readonly peer: Peer;
  readonly adapter: Adapter;
  stop(): Promise<void>;
}

/** Long enough for a second answer to arrive, if there were one. */
const SETTLE_MS = 25;

/** So that no test waits for long. */
export const QUICK: Timing = { again: [20, 60], reopen: [20, 60, 200] };

export async function openHouse(
  bot: Bot,
  log: Log = silentLog,
  pictures?: Pictures,
  timing: Partial<Timing> = {},
  onRemoved?: (community: string) => void,
): Promise<House> {
  const peer = await openPeer();
  const more = {
    ...(pictures === undefined ? {} : { pictures }),
    ...(onRemoved === undefined ? {} : { onRemoved }),
  };
  const adapter = await connect({ bot, variables: peer.variables, log, ...more }, { ...QUICK, ...timing });
  return {
    peer,
    adapter,
    stop: async () => {
      await adapter.stop();
      await peer.close();
    },
  };
}

/** What Slack says of a pressed button, or of the option that was picked. */
export function actionFor(body: Body, label: string): object {
  for (const element of elementsOf(body.blocks ?? [])) {
    const action = actionOf(element, label);
    if (action !== undefined) return action;
  }
  throw new Error(`There is no "${label}" among ${read(body).labels.join(', ')}.`);
}

function actionOf(element: ActionsBlockElement, label: string): object | undefined {
  if (element.type === 'button' && element.text.text === label)
    return { type: 'button', action_id: element.action_id, value: element.value, text: element.text };
  const option = optionsOf(element).find((candidate) => candidate.text.text === label);
  if (option === undefined || !('action_id' in element)) return undefined;
  return { type: element.type, action_id: element.action_id, selected_option: option };
}

/** What became of something that happened to the bot. */
export async function outcome(exchange: Exchange): Promise<Shown & { readonly body: Body }> {
  const [acked, { body, at }] = await Promise.all([exchange.acked, exchange.answered]);
  await sleep(SETTLE_MS);
  const { texts, labels, faults } = read(body);
  return {
    body,
    texts,
    labels,
    acknowledgedFirst: acked <= at,
    answers: exchange.answers.length,
    faults: [...faultsOf(body), ...faults],
  };
}

/** Drives Slack for the contract that every place keeps. */
export async function openDriver(bot: Bot): Promise<Driver> {
  const house = await openHouse(bot);
  const { peer } = house;
  let latest: Body = { text: '' };
  const shown = async (exchange: Exchange) => {
    const result = await outcome(exchange);
    latest = result.body;
    return result;
  };
  return {
    ask: (line) => shown(peer.command(line)),
    press: (label) => shown(peer.act(actionFor(latest, label))),
    hearItself: async () => {
      const own = peer.deliver('events_api', message({ user: 'UBOT', bot_id: 'BBOT' }));
      const other = peer.deliver('events_api', message({ user: 'U9', bot_id: 'B9', subtype: 'bot_message' }));
      await Promise.all([own.acked, other.acked]);
      await sleep(SETTLE_MS);
      const posts = peer.calls.filter((call) => call.method.startsWith('chat.'));
      return own.answers.length + other.answers.length + posts.length;
    },
    stop: () => house.stop(),
  };
}

function message(from: object): object {
  const event = { type: 'message', channel: 'C1', text: '/good name:x', ts: '1.1', ...from };
  return { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event };
}
