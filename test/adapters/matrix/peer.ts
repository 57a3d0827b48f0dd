import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const SELF = '@rolecall:loopback';
export const TOKEN = 'loopback-token';
const ROOM = '!careers:loopback';
const MOST_BYTES = 65_536;

/** A request that the bot made in a room: `typing`, or a message with its words. */
interface Made {
  readonly kind: 'typing' | 'message';
  readonly body: string;
}

/** A homeserver on the loopback with one room. */
export interface Peer {
  readonly url: string;
  readonly made: Made[];
  /** What a homeserver would have refused. */
  readonly faults: string[];
  /** Has somebody write in the room. */
  write(body: string, more?: { sender?: string; msgtype?: string }): void;
  stop(): void;
}

/** Starts one, as https://spec.matrix.org/latest/client-server-api/ has it as far as a bot of words needs. */
export async function startPeer(): Promise<Peer> {
  const events: object[] = [];
  const [made, faults, waiting]: [Made[], string[], (() => void)[]] = [[], [], []];
  const seen = new Set<string>();
  const take = async (request: IncomingMessage, path: string): Promise<object> => {
    const content = await text(request);
    const { body = '' } = JSON.parse(content) as { body?: string };
    if (Buffer.byteLength(content) > MOST_BYTES)
      faults.push(`${Buffer.byteLength(content)} bytes in an event`);
    // The same transaction again is the same event.
    if (!seen.has(path) || path.includes('/typing/'))
      made.push({ kind: path.includes('/typing/') ? 'typing' : 'message', body });
    seen.add(path);
    return { event_id: `$${seen.size}` };
  };
  const since = async (from: number): Promise<object> => {
    if (from >= events.length) await new Promise<void>((resolve) => waiting.push(resolve));
    const timeline = { events: events.slice(from) };
    return { next_batch: String(events.length), rooms: { join: { [ROOM]: { timeline } } } };
  };
  const answerTo = async (request: IncomingMessage): Promise<object> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://peer');
    if (request.headers.authorization !== `Bearer ${TOKEN}`) faults.push('a request without the token');
    if (request.method === 'PUT') return take(request, pathname);
    const token = searchParams.get('since') ?? '';
    return token === '' ? { next_batch: String(events.length) } : since(Number(token));
  };
  const server = createServer((request, response: ServerResponse) => {
    void answerTo(request).then((json) => response.end(JSON.stringify(json)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    made,
    faults,
    write: (body, { sender = '@ann:loopback', msgtype = 'm.text' } = {}) => {
      events.push({
        event_id: `$e${events.length}`,
        sender,
        type: 'm.room.message',
        content: { msgtype, body },
      });
      for (const wake of waiting.splice(0)) wake();
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
