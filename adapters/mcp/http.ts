import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { Handler } from '../../src/api/guard.ts';
import { refusal } from '../../src/api/guard.ts';
import type { Answering } from './server.ts';
import { createServer } from './server.ts';

/** Where the protocol is spoken over HTTP. */
export const PATH = '/mcp';

/**
 * Streamable HTTP without sessions: each message is answered by itself, by whichever replica gets it. Nothing is sent
 * without being asked for, so that there is no stream to listen to.
 * https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http
 */
export function createHandler(answering: Answering): Handler {
  return async (request) => {
    if (request.method !== 'POST')
      return refusal(405, 'Only POST here: I send nothing unasked.', { allow: 'POST' });
    const body = await readJson(request);
    // The protocol has had none since 2025-06-18, and one would pass the cooldown as a single request.
    if (Array.isArray(body)) return refusal(400, 'Send one message at a time.');
    const { mcp } = createServer(answering);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcp.connect(transport);
    const response = await transport.handleRequest(request, { parsedBody: body });
    await mcp.close();
    return response;
  };
}

/** What a request says; `null`, which is no message, where that is no JSON. */
async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}
