import type { KeyObject } from 'node:crypto';
import { createPublicKey, verify } from 'node:crypto';

/** What a request says of who made it. */
export interface Signature {
  readonly signature: string;
  readonly timestamp: string;
}

/** An application's public key, 64 hexadecimal digits as the portal shows it. Throws at anything else. */
export function readKey(digits: string): KeyObject {
  const x = Buffer.from(digits, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** Whether Discord signed this body. https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint */
export function isSigned(body: string, { signature, timestamp }: Signature, key: KeyObject): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature)) return false;
  return verify(null, Buffer.from(timestamp + body), key, Buffer.from(signature, 'hex'));
}

/** Milliseconds that a request may be old, or ahead of our clock: what was captured cannot be sent again later. */
const FRESH_MS = 5 * 60_000;

/** Whether it was signed just now; `now` is epoch milliseconds. Discord gives whole seconds. */
export function isFresh({ timestamp }: Signature, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= FRESH_MS;
}
