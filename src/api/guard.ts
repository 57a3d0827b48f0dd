import { isBearer } from '../http/bearer.ts';
import type { Cooldown } from './cooldown.ts';

/** Answers a request. Never rejects. */
export type Handler = (request: Request) => Promise<Response>;

/** Who may ask: whoever has the token, as often as the cooldown lets them. */
interface Guard {
  readonly token: string;
  readonly cooldown: Cooldown;
}

/** The same for those with the bearer token only, at the pace of people. https://www.rfc-editor.org/rfc/rfc6750 */
export function guarded(handler: Handler, { token, cooldown }: Guard): Handler {
  return async (request) => {
    if (!isBearer(request.headers.get('authorization') ?? undefined, token)) return unknownToken();
    const wait = cooldown.take();
    return wait > 0 ? tooMany(wait) : handler(request);
  };
}

function unknownToken(): Response {
  const told = 'Send "Authorization: Bearer TOKEN" with the value of ROLECALL_API_TOKEN.';
  return refusal(401, told, { 'www-authenticate': 'Bearer realm="rolecall"' });
}

function tooMany(wait: number): Response {
  return refusal(429, `Too many requests: ask again in ${wait} s.`, { 'retry-after': String(wait) });
}

/** A request that gets no answer, with a sentence that says what to do. */
export function refusal(
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ error }, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
