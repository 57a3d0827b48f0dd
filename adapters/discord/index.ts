import { REST } from 'discord.js';
import type { Adapter, Connection } from '../../src/adapter.ts';
import { measuredPoster } from '../../src/metrics/measured-poster.ts';
import { apiOf, registerAtStart } from './deploy.ts';
import { PATH } from './endpoint.ts';
import { createInteractions } from './interactions.ts';
import { counted, onceMore } from './once-more.ts';
import { createPoster, POSTING } from './poster.ts';
import { serverAccess } from './server.ts';
import { Session } from './session.ts';

/** How the place is timed; tests shorten it. Milliseconds. */
export interface Timing {
  /** Before a question is acknowledged; Discord gives up after 3000. */
  readonly ackDeadline: number;
  /** Before the first login is tried again, doubled each time up to a minute. */
  readonly retry: number;
}

const TIMING: Timing = { ackDeadline: 2000, retry: 1000 };

/**
 * Connects to Discord, over its gateway or, with a public key, by an address that Discord posts to, and answers slash
 * commands, buttons and menus. Rejects with `SetupProblem` when the token is not accepted; when Discord is merely down,
 * the place is there, not live, and keeps trying.
 */
export async function connect(
  connection: Connection,
  { ackDeadline, retry }: Timing = TIMING,
): Promise<Adapter> {
  const { bot, log, metrics, variables } = connection;
  const { DISCORD_TOKEN: token = '', DISCORD_PUBLIC_KEY: publicKey } = variables;
  const interactions = createInteractions(connection, ackDeadline);
  const send = onceMore(counted(metrics));
  const session = new Session({
    ...connection,
    retry,
    send,
    onInteraction: (packet, responder) => interactions.hear(packet, responder),
    onOpen: (transport) => void registerAtStart(bot.commands, transport, log),
  });
  const options = { version: '10', ...POSTING, ...apiOf(variables) };
  // The poster has a client of its own, since the engine tries again.
  const posting = new REST({ ...options, makeRequest: counted(metrics) }).setToken(token);
  await session.start();
  return {
    name: 'discord',
    poster: measuredPoster(createPoster(posting), metrics),
    ...serverAccess(new REST({ ...options, makeRequest: send }).setToken(token)),
    routes:
      publicKey === undefined
        ? []
        : [{ methods: ['POST'], path: PATH, hear: (asked) => session.hear(asked) }],
    health: () => session.health(interactions.summary()),
    handOver: () => session.handOver(),
    stop: async () => {
      await session.stop();
      await interactions.settled();
    },
  };
}
