import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { InteractionResponseType, InteractionType } from 'discord.js';
import type { Outcome } from '../../src/conversation/interaction.ts';
import { readObject } from '../../src/http/body.ts';
import type { Answered, Asked } from '../../src/http/route.ts';
import { jsonAnswer } from '../../src/http/route.ts';
import { verifiedApplication } from './application.ts';
import { wordsAt } from './json.ts';
import { isFresh, isSigned, readKey } from './signature.ts';
import type { Responder } from './responder.ts';
import type { Transport } from './transport.ts';

export interface EndpointParts {
  readonly rest: REST;
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Given the packet of each interaction; false where there is nothing to answer. */
  readonly onInteraction: (packet: unknown) => boolean;
}

/** Where Discord posts interactions to. */
export const PATH = '/discord/interactions';

/** Milliseconds that Discord may take to read an answer; to edit a message before that is to edit none. */
const SETTLING = 250;

/** Somebody who waits for the answer to a request. */
interface Waiter {
  readonly answer: (answered: Answered) => void;
  /** Whether it got through. */
  readonly sent: Promise<boolean>;
}

/** Those who wait, by the interaction's id. */
type Waiting = Map<string, Waiter>;

/** The address that Discord posts interactions to, in the stead of the gateway. It is not open yet. */
export function createEndpoint(parts: EndpointParts): Transport {
  const { rest, publicKey } = parts;
  const waiting: Waiting = new Map();
  const key = readKey(publicKey);
  let application: string | undefined;
  let isOpen = false;
  return {
    rest,
    application: () => application,
    isLive: () => isOpen,
    state: () => `heard at ${PATH}`,
    open: async () => {
      application = await verifiedApplication(rest, publicKey);
      isOpen = true;
    },
    close: async () => void (isOpen = false),
    hear: (asked) => hear(asked, { ...parts, key, waiting }),
    answering: (responder) => answering(responder, waiting),
  };
}

interface Hearing extends Pick<EndpointParts, 'onInteraction'> {
  readonly key: KeyObject;
  readonly waiting: Waiting;
}

/** Answers an interaction once the bot has. */
async function hear(asked: Asked, { key, waiting, onInteraction }: Hearing): Promise<Answered> {
  const { headers, body } = asked;
  const signature = String(headers['x-signature-ed25519'] ?? '');
  const timestamp = String(headers['x-signature-timestamp'] ?? '');
  if (!isSigned(body, { signature, timestamp }, key) || !isFresh({ signature, timestamp }, Date.now()))
    return { status: 401 };
  const packet = readObject(body);
  if (packet === undefined) return { status: 400 };
  if (packet['type'] === InteractionType.Ping) return jsonAnswer({ type: InteractionResponseType.Pong });
  const id = wordsAt(packet, 'id') ?? '';
  // The same interaction once more, while the first request still waits for its answer.
  if (waiting.has(id)) return { status: 202 };
  const { promise, resolve } = Promise.withResolvers<Answered>();
  const sent = asked.sent().finally(() => waiting.delete(id));
  waiting.set(id, { answer: resolve, sent });
  return onInteraction(packet) ? promise : { status: 202 };
}

/** The first answer goes back on the request that asked; what comes later goes out as ever. */
function answering(responder: Responder, waiting: Waiting): Responder {
  return {
    ...responder,
    owes: ({ id }) => waiting.has(id),
    callback: (to, body) => {
      const waiter = waiting.get(to.id);
      if (waiter === undefined) return responder.callback(to, body);
      waiting.delete(to.id);
      return reply(waiter, body);
    },
  };
}

async function reply({ answer, sent }: Waiter, body: object): Promise<Outcome> {
  answer(jsonAnswer(body));
  const outcome = (await sent) ? 'sent' : 'late';
  await sleep(SETTLING);
  return outcome;
}
