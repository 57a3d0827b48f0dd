import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as base32768 from 'base32768';

/** The most characters of a state before it is packed; no more are read than this. */
const MOST = 4000;

/**
 * A state in fewer characters: compressed, and written in letters that hold fifteen bits each. Discord counts characters
 * and not bytes, and keeps every letter but half ones (https://github.com/discord/discord-api-docs/issues/6561), so that
 * a state of 250 characters usually fits into the hundred of a `custom_id`, with nothing to be remembered here.
 */
export function pack(state: string): string {
  return base32768.encode(deflateRawSync(state));
}

/** The opposite of `pack`; undefined for what it did not make. */
export function unpack(letters: string): string | undefined {
  try {
    return inflateRawSync(base32768.decode(letters), { maxOutputLength: MOST }).toString();
  } catch {
    return undefined;
  }
}
