import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import type { FetchRoute } from './route.ts';

/** Answers by a route in Fetch types; gives the status. */
export async function answerWith(
  { path, handle }: FetchRoute,
  request: IncomingMessage,
  response: ServerResponse,
  { body, log }: { body: Buffer; log: Log },
): Promise<number> {
  const { getRequestListener } = await import('@hono/node-server');
  const listener = getRequestListener(handle, {
    // Those of Node itself stay: other libraries in this process tell theirs apart.
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      log.error({ path, reason: error instanceof Error ? error.stack : String(error) }, 'a route failed');
      return new Response(null, { status: 500 });
    },
  });
  // The body is read within its bounds already; this is where the listener looks for such a one.
  await listener(Object.assign(request, { rawBody: body }), response);
  return response.statusCode;
}
