import type { Bot } from '../../../src/bot.ts';
import { readConfig } from '../../../src/config.ts';
import { silentLog } from '../../../src/log.ts';
import type { Reply } from '../../../src/reply.ts';
import { until } from '../../outbox/world.ts';
import type { Driver, Shown } from '../contract.ts';
import { connect } from './index.ts';
import { SELF, startPeer, TOKEN } from './peer.ts';
import { render } from './render.ts';
import { settings } from './settings.ts';

/** Opens a room with the bot in it. */
export async function openRoom(bot: Bot): Promise<Driver> {
  const peer = await startPeer();
  let parts = 1;
  const counted: Bot = {
    ...bot,
    answer: async (invocation) => {
      const reply = await bot.answer(invocation);
      parts = partsOf(reply);
      return reply;
    },
  };
  const set = { MATRIX_URL: peer.url, MATRIX_USER: SELF, MATRIX_TOKEN: TOKEN };
  const { variables } = readConfig(set, [settings]);
  const adapter = await connect({ bot: counted, variables, log: silentLog });
  const messagesFrom = (from: number) => peer.made.slice(from).filter(({ kind }) => kind === 'message');
  const ask = async (line: string): Promise<Shown> => {
    const from = peer.made.length;
    peer.write(line);
    const messages = await until(
      () => messagesFrom(from),
      (made) => made.length > 0 && made.length >= parts,
      25,
      2,
    );
    const texts = messages.map(({ body }) => body);
    return {
      texts,
      labels: Array.from(texts.join('\n').matchAll(/^\[(.+)\]$/gm), ([, label = '']) => label),
      acknowledgedFirst: peer.made[from]?.kind === 'typing',
      answers: messages.length / parts,
      faults: peer.faults,
    };
  };
  return {
    ask,
    hearItself: async () => {
      const from = peer.made.length;
      peer.write('/good name:"x"', { sender: SELF });
      peer.write('/good name:"x"', { sender: '@other:loopback', msgtype: 'm.notice' });
      await ask('/good name:"y"');
      return messagesFrom(from).length - 1;
    },
    stop: async () => {
      await adapter.stop();
      peer.stop();
    },
  };
}

/** What cannot be drawn is told in one message. */
function partsOf(reply: Reply): number {
  try {
    return render(reply, 'en').length;
  } catch {
    return 1;
  }
}
