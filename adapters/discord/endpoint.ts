import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { InteractionResponseType, InteractionType, Routes } from 'discord.js';
import { SetupProblem } from '../../src/adapter.ts';
import { createAddress, respond } from '../../src/http/address.ts';
import { readObject } from '../../src/http/body.ts';
import type { Log } from '../../src/log.ts';
import { wordsAt } from './json.ts';
import type { Line } from './line.ts';
import { explain } from './problems.ts';
import { PORTAL } from './settings.ts';
import { isFresh, isSigned, readKey } from './signature.ts';
import type { Outcome, Wire } from './wire.ts';

export interface EndpointParts {
  readonly rest: REST;
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly port: string;
  readonly log: Log;
  /** Given the packet of each interaction; false where there is nothing to answer. */
  readonly onInteraction: (packet: unknown) => boolean;
}

/** Where Discord posts interactions to. */
const PATH = '/discord/interactions';

/** Bytes; an interaction has some thousands. */
const LARGEST_BODY = 1_000_000;

/** Milliseconds that Discord may take to read an answer; to edit a message before that is to edit none. */
const SETTLING = 250;

/** Those who wait for the answer to their request, by the interaction's id. */
type Waiting = Map<string, ServerResponse>;

/** An address that Discord posts interactions to, in the stead of the gateway. It is not open yet. */
export function createEndpoint(parts: EndpointParts): Line {
  const { rest, publicKey, port, log } = parts;
  const waiting: Waiting = new Map();
  const key = readKey(publicKey);
  const server = createAddress({
    path: PATH,
    largest: LARGEST_BODY,
    log,
    hear: async (request, response, body) => hear(request, response, body, { ...parts, key, waiting }),
  });
  let application: string | undefined;
  return {
    rest,
    application: () => application,
    isLive: () => server.listening,
    state: () => {
      const address = server.address();
      return `listening on port ${typeof address === 'object' && address !== null ? address.port : port}`;
    },
    open: async () => {
      application = await applicationOf(rest, publicKey);
      server.listen(Number(port));
      await once(server, 'listening').catch((error: unknown) => {
        throw portTaken(port, error);
      });
    },
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
    },
    answering: (wire) => answering(wire, waiting),
  };
}

interface Hearing extends Pick<EndpointParts, 'onInteraction'> {
  readonly key: KeyObject;
  readonly waiting: Waiting;
}

/** Answers an interaction, or lets it be answered; the status to refuse it with where it is none. */
function hear(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  { key, waiting, onInteraction }: Hearing,
): number | undefined {
  const [signature, timestamp] = ['x-signature-ed25519', 'x-signature-timestamp'].map((name) =>
    String(request.headers[name] ?? ''),
  );
  const said = { signature: signature ?? '', timestamp: timestamp ?? '' };
  if (!isSigned(body, said, key) || !isFresh(said, Date.now())) return 401;
  const packet = readObject(body);
  if (packet === undefined) return 400;
  if (packet['type'] === InteractionType.Ping)
    return respond(response, 200, { type: InteractionResponseType.Pong });
  const id = wordsAt(packet, 'id') ?? '';
  // The same interaction once more, while the first request still waits for its answer.
  if (waiting.has(id)) return respond(response, 202);
  waiting.set(id, response);
  response.once('close', () => waiting.delete(id));
  if (!onInteraction(packet)) respond(response, 202);
}

/** The first answer goes back on the request that asked; what comes later goes out as ever. */
function answering(wire: Wire, waiting: Waiting): Wire {
  return {
    ...wire,
    owes: ({ id }) => waiting.has(id),
    callback: (to, body) => {
      const response = waiting.get(to.id);
      if (response === undefined) return wire.callback(to, body);
      waiting.delete(to.id);
      return reply(response, body);
    },
  };
}

async function reply(response: ServerResponse, body: object): Promise<Outcome> {
  const sent = once(response, 'close').then(() => response.writableFinished);
  respond(response, 200, body);
  const outcome = (await sent) ? 'sent' : 'late';
  await sleep(SETTLING);
  return outcome;
}

/** The application that the token belongs to, which must be the one that the key belongs to. */
async function applicationOf(rest: REST, publicKey: string): Promise<string | undefined> {
  const application = await rest.get(Routes.currentApplication()).catch((error: unknown) => {
    throw explain(error) ?? error;
  });
  const own = wordsAt(application, 'verify_key');
  if (own !== undefined && own.toLowerCase() !== publicKey.toLowerCase())
    throw new SetupProblem(
      `DISCORD_PUBLIC_KEY is not that of the application of DISCORD_TOKEN: copy it from ${PORTAL} → your application → "General Information".`,
    );
  return wordsAt(application, 'id');
}

function portTaken(port: string, error: unknown): SetupProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return new SetupProblem(`I can't listen on port ${port} (${reason}): set DISCORD_PORT to a free one.`);
}
