import type { REST } from 'discord.js';
import { DiscordAPIError, RequestMethod, Routes } from 'discord.js';
import type { Outcome } from '../../src/conversation/interaction.ts';
import type { Log } from '../../src/log.ts';
import type { Keys } from './receive.ts';

/** A file that goes along with a message. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string;
}

/** Answers on their way out. None of these throws. */
export interface Responder {
  /** Settles once this process may answer, which is at once where no other one can. */
  myTurn(): Promise<void>;
  /** Whether the first answer goes back on a request that waits for it here, so that nobody else can give it. */
  owes(to: Keys): boolean;
  /** The first answer, within three seconds: a message, an update, completions, a form, or a promise of a message. */
  callback(to: Keys, body: object): Promise<Outcome>;
  /** The message that was promised, or the one a button was pressed on. */
  edit(to: Keys, body: object, files?: readonly Attached[]): Promise<Outcome>;
  /** A further message. */
  followUp(to: Keys, body: object): Promise<Outcome>;
}

/**
 * Errors that happen to a healthy bot: unknown interaction, unknown or expired webhook (after fifteen minutes),
 * message gone. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const LATE = new Set<number | string>([10_062, 10_015, 50_027, 10_008]);
const ALREADY_ACKNOWLEDGED = 40_060;

/** Sends with the client's own queue, which waits out 429 and tries a 500 again. */
export function createResponder(rest: REST, application: () => string | undefined, log: Log): Responder {
  const send = async (
    method: RequestMethod,
    fullRoute: Route,
    body: object,
    { ask = '', files = [] }: { ask?: string; files?: readonly Attached[] } = {},
  ): Promise<Outcome> => {
    try {
      const response = await rest.queueRequest({
        method,
        fullRoute,
        auth: false,
        query: new URLSearchParams(ask),
        ...(files.length === 0 ? { body } : await withFiles(body, files)),
      });
      // Read to its end, since only then the connection is free for the next; what it says is of no use.
      await response.arrayBuffer();
      return 'sent';
    } catch (error) {
      return report(error, log);
    }
  };
  const { Post, Patch } = RequestMethod;
  const of = (to: Keys) => to.application ?? application() ?? '';
  return {
    myTurn: async () => undefined,
    owes: () => false,
    callback: (to, body) =>
      send(Post, Routes.interactionCallback(to.id, to.token), body, { ask: 'with_response=false' }),
    edit: (to, body, files = []) =>
      send(Patch, Routes.webhookMessage(of(to), to.token, '@original'), body, { files }),
    followUp: (to, body) => send(Post, Routes.webhook(of(to), to.token), body, { ask: 'wait=true' }),
  };
}

type Route = `/${string}`;

/**
 * A body with files, as bytes. A form would go out through whatever `undici` was loaded first in this process, and that of
 * another library does not take ours.
 */
async function withFiles(body: object, files: readonly Attached[]) {
  const form = new FormData();
  form.append('payload_json', JSON.stringify(body));
  for (const [at, { name, bytes, type }] of files.entries())
    form.append(`files[${at}]`, new Blob([Buffer.from(bytes)], { type }), name);
  const encoded = new Response(form);
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
  return { body: Buffer.from(await encoded.arrayBuffer()), headers, passThroughBody: true };
}

/** Logs the code and the reason only: the address of the request holds the interaction's token. */
function report(error: unknown, log: Log): Outcome {
  const code = error instanceof DiscordAPIError ? error.code : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  if (code === ALREADY_ACKNOWLEDGED || (code !== undefined && LATE.has(code))) {
    log.debug({ code, reason }, 'an answer that nobody waits for');
    return code === ALREADY_ACKNOWLEDGED ? 'taken' : 'late';
  }
  if (error instanceof DiscordAPIError && error.status === 400) {
    log.error({ code, reason }, 'Discord refused an answer');
    return 'refused';
  }
  log.warn({ code, reason }, 'an answer could not be sent');
  return 'failed';
}
