import type { Timing } from '../../../adapters/discord/index.ts';
import { connect } from '../../../adapters/discord/index.ts';
import type { Bot } from '../../../src/bot.ts';
import type { Pictures } from '../../../src/picture/pictures.ts';
import type { HttpHost } from '../../../src/http/host.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import type { Driver, Shown } from '../contract.ts';
import { hostOf } from '../host-of.ts';
import { SLOW, takeApart } from '../contract-bot.ts';
import { command } from './deeds.ts';
import type { Posted } from '../../../adapters/discord/message.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed, Peer, PeerOptions } from './peer.ts';
import { startPeer } from './peer.ts';

/** A bot on Discord, and the Discord it is on. */
export interface Open extends Driver {
  readonly peer: Peer;
  readonly adapter: Awaited<ReturnType<typeof connect>>;
  readonly host: HttpHost;
}

/** Opens a bot on a Discord of its own, quick to lose patience. */
export async function openDiscord(
  bot: Bot,
  log: Log = silentLog,
  options: PeerOptions = {},
  pictures?: Pictures,
  timing: Timing = { ackDeadline: SLOW / 3, retry: 50 },
): Promise<Open> {
  const peer = await startPeer(options);
  const adapter = await connect(
    { bot, variables: peer.variables, log, ...(pictures === undefined ? {} : { pictures }) },
    timing,
  );
  const host = await hostOf(adapter, log);
  if (host.port !== undefined) peer.endpoint = `http://127.0.0.1:${host.port}/discord/interactions`;
  let latest: { message: Posted; isPrivate: boolean } | undefined;
  const carryOut = async (deed: Deed): Promise<Shown> => {
    const exchange = peer.interact(deed);
    latest = { message: await exchange.answered, isPrivate: exchange.isPrivate };
    return shownBy(exchange, latest.message);
  };
  return {
    peer,
    adapter,
    host,
    ask: (line) => {
      const { command: name, values } = takeApart(line);
      return carryOut(command(name, values));
    },
    press: (label) => {
      const controls = latest === undefined ? [] : controlsOf(latest.message, latest.isPrivate);
      const control = controls.find((each) => each.label === label);
      if (control === undefined) throw new Error(`There is no "${label}" to press.`);
      return carryOut(control.deed);
    },
    hearItself: async () => {
      const exchange = peer.interact({
        ...command('good', { name: 'x' }),
        member: { user: { id: '1', bot: true } },
      });
      // What was asked after it has been answered, so it has been seen and left.
      await peer.interact(command('good', { name: 'y' })).answered;
      return exchange.callbacks.length;
    },
    stop: async () => {
      await adapter.stop();
      await host.close();
      await peer.stop();
    },
  };
}

function shownBy(exchange: Exchange, message: Posted): Shown {
  const [first] = exchange.callbacks;
  const answers = exchange.callbacks.filter(({ type }) => type === 4 || type === 7);
  return {
    texts: textsOf(message),
    labels: controlsOf(message, true).map((control) => control.label),
    acknowledgedFirst: first?.type === 5 || first?.type === 6,
    answers: answers.length + exchange.edits.length + exchange.followUps.length,
    faults: exchange.faults,
  };
}
