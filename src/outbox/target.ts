import type { Inline } from '../reply.ts';
import { channel } from '../reply.ts';

/** The place of a target: the part before the first colon. */
export function placeOf(address: string): string {
  return address.slice(0, address.indexOf(':'));
}

/** The target's channel, to be shown. */
export function channelIn(address: string): Inline {
  return channel(channelOf(address));
}

/** The place's own id of the target's channel. */
export function channelOf(address: string): string {
  return address.slice(address.indexOf(':') + 1);
}
