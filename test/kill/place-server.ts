import type { Loopback } from './faults.ts';
import { serve } from './faults.ts';

/** A message as a place keeps it. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly nonce: string;
}

/** A place on loopback that keeps what it was sent. */
export interface PlaceServer extends Loopback {
  readonly messages: readonly Message[];
}

interface Ask {
  readonly channel: string;
  readonly nonce: string;
  /** Whether this place refuses a second message with the same nonce. */
  readonly remembers: boolean;
}

/** Starts a place of no platform, which fails at random. `random` gives numbers from 0 to 1. */
export async function startPlace(
  random: () => number,
  answers: Record<string, number>,
): Promise<PlaceServer> {
  const messages: Message[] = [];
  const land = ({ channel, nonce, remembers }: Ask): string => {
    const known = remembers ? messages.find((message) => message.nonce === nonce) : undefined;
    const id = known?.id ?? `m${messages.length}`;
    if (known === undefined) messages.push({ id, channel, nonce });
    return id;
  };
  const limited = { status: 429, headers: { 'retry-after': '0.2' } };
  const loopback = await serve(
    ({ url, text }) => {
      const ask = JSON.parse(text) as Ask;
      const act = () => {
        if (url.pathname === '/find')
          return { status: 200, body: messages.find(({ nonce }) => nonce === ask.nonce)?.id ?? '' };
        return ask.channel.startsWith('dead') ? { status: 403, body: '' } : { status: 200, body: land(ask) };
      };
      const fallible = url.pathname === '/post' && !ask.channel.startsWith('dead');
      return { act, limited, fallible };
    },
    random,
    answers,
  );
  return { ...loopback, messages };
}
