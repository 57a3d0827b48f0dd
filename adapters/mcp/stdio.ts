import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Answering } from './server.ts';
import { createServer } from './server.ts';

/** Where the messages of one client come in and go out. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Serves one client until its input ends or `signal` says so; what was asked before that is answered. */
export async function serveStdio(
  answering: Answering,
  { input, output }: Streams,
  signal: AbortSignal,
): Promise<void> {
  const { mcp, idle } = createServer(answering);
  const closed = Promise.withResolvers<void>();
  Object.assign(mcp.server, {
    onclose: () => closed.resolve(),
    onerror: ({ message }: Error) =>
      answering.log.warn({ reason: message }, 'a message that the protocol does not have'),
  });
  await mcp.connect(new StdioServerTransport(input, output));
  // The transport does not notice when its input ends.
  const ended = finished(input, { writable: false, signal }).catch(() => undefined);
  await Promise.race([ended, closed.promise]);
  // What came in last is read first.
  await setImmediate();
  await idle();
  await mcp.close();
}
