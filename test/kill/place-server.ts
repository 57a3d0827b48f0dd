import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** What was asked of the place, and what it keeps. */
interface Message {
  readonly id: string;
  readonly channel: string;
  readonly nonce: string;
}

/** A place on loopback that fails at random, in every way a place can. */
export interface PlaceServer {
  readonly url: string;
  readonly messages: readonly Message[];
  /** How often each kind of answer was given. */
  readonly answers: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

interface Ask {
  readonly channel: string;
  readonly nonce: string;
  /** Whether this place refuses a second message with the same nonce. */
  readonly remembers: boolean;
}

type Answer = (response: ServerResponse, land: () => string) => Promise<void> | void;

/** Weights out of 100. "Lands" is the moment at which the message exists. */
const ANSWERS: readonly (readonly [string, number, Answer])[] = [
  ['ok', 64, (response, land) => reply(response, 200, land())],
  [
    'slow',
    10,
    async (response, land) => {
      await setTimeout(200);
      reply(response, 200, land());
    },
  ],
  ['429', 6, (response) => void response.writeHead(429, { 'retry-after': '0.2' }).end()],
  ['500 before', 4, (response) => reply(response, 500, '')],
  [
    '500 after',
    4,
    (response, land) => {
      land();
      reply(response, 500, '');
    },
  ],
  ['hang before', 3, () => undefined],
  ['hang after', 3, (_, land) => void land()],
  ['drop before', 3, (response) => void response.destroy()],
  [
    'drop after',
    3,
    (response, land) => {
      land();
      response.destroy();
    },
  ],
];

/** Starts the place. `random` gives numbers from 0 to 1. */
export async function startPlace(random: () => number): Promise<PlaceServer> {
  const messages: Message[] = [];
  const answers: Record<string, number> = {};
  const land = ({ channel, nonce, remembers }: Ask): string => {
    const known = remembers ? messages.find((message) => message.nonce === nonce) : undefined;
    const id = known?.id ?? `m${messages.length}`;
    if (known === undefined) messages.push({ id, channel, nonce });
    return id;
  };
  const server = createServer((request, response) => {
    void handle(request).catch(() => response.destroy());
    async function handle(incoming: IncomingMessage): Promise<void> {
      const ask = JSON.parse((await incoming.toArray()).join('')) as Ask;
      if (incoming.url === '/find')
        return reply(response, 200, messages.find((message) => message.nonce === ask.nonce)?.id ?? '');
      if (ask.channel.startsWith('dead')) return reply(response, 403, '');
      const [name, , answer] = pick(random() * 100);
      answers[name] = (answers[name] ?? 0) + 1;
      await answer(response, () => land(ask));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    answers,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pick(roll: number): (typeof ANSWERS)[number] {
  let rest = roll;
  for (const answer of ANSWERS) {
    rest -= answer[1];
    if (rest < 0) return answer;
  }
  return ANSWERS[0] as (typeof ANSWERS)[number];
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status).end(body);
}
