import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** What a request is answered with; a body that is no string is JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as it came in, and its text. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly text: string;
}

/** What a place does with a request: `act` is the moment at which it is carried out. `limited` says "too fast". */
export interface Deed {
  readonly act: () => Answer;
  readonly limited: Answer;
  /** Whether it may fail. */
  readonly fallible: boolean;
}

type Behaviour = (response: ServerResponse, deed: Deed) => Promise<void> | void;

/** Weights out of 100. */
const BEHAVIOURS: readonly (readonly [string, number, Behaviour])[] = [
  ['ok', 64, (response, { act }) => send(response, act())],
  [
    'slow',
    10,
    async (response, { act }) => {
      await setTimeout(200);
      send(response, act());
    },
  ],
  ['429', 6, (response, { limited }) => send(response, limited)],
  ['500 before', 4, (response) => send(response, { status: 500, body: {} })],
  [
    '500 after',
    4,
    (response, { act }) => {
      act();
      send(response, { status: 500, body: {} });
    },
  ],
  ['hang before', 3, () => undefined],
  ['hang after', 3, (_, { act }) => void act()],
  ['drop before', 3, (response) => void response.destroy()],
  [
    'drop after',
    3,
    (response, { act }) => {
      act();
      response.destroy();
    },
  ],
];

/** A server on loopback. */
export interface Loopback {
  readonly url: string;
  /** How often it behaved in each way. */
  readonly answers: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** Serves what `read` makes of each request, failing at random; `random` gives numbers from 0 to 1, null never fails. */
export async function serve(
  read: (asked: Asked) => Deed,
  random: (() => number) | null,
  answers: Record<string, number> = {},
): Promise<Loopback> {
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await request.toArray()).join('');
    const url = new URL(request.url ?? '', 'http://loopback');
    const deed = read({ method: request.method ?? '', url, text });
    if (random === null || !deed.fallible) return send(response, deed.act());
    const [name, , behave] = pick(random() * 100);
    answers[name] = (answers[name] ?? 0) + 1;
    await behave(response, deed);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, answers, close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function pick(roll: number): (typeof BEHAVIOURS)[number] {
  let rest = roll;
  for (const behaviour of BEHAVIOURS) {
    rest -= behaviour[1];
    if (rest < 0) return behaviour;
  }
  return BEHAVIOURS[0] as (typeof BEHAVIOURS)[number];
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const isJson = typeof body === 'object';
  response.writeHead(status, { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers });
  response.end(isJson ? JSON.stringify(body) : body);
}
