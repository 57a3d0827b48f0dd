import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request carries a bearer token. Takes as long for a wrong one as for the right one. */
export function isBearer(authorization: string | undefined, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return timingSafeEqual(digestOf(given), digestOf(token));
}

/** Of one length, whatever was given. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
