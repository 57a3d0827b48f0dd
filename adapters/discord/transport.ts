import type { REST } from 'discord.js';
import type { Answered, Asked } from '../../src/http/route.ts';
import type { Responder } from './responder.ts';

/** How Discord tells of interactions: over the gateway, or to an address of ours. */
export interface Transport {
  /** The client that requests go out with. */
  readonly rest: REST;
  /** The application's id; undefined until it is known. */
  readonly application: () => string | undefined;
  readonly isLive: () => boolean;
  /** How it stands while it is live, in a few words. */
  readonly state: () => string;
  /** Rejects with `SetupProblem` where an administrator must act, and with anything else where trying again may help. */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Answers what Discord posts to us; absent where Discord is connected to instead. */
  hear?(asked: Asked): Promise<Answered>;
  /** How answers go out, where some of them go back the way that the question came. */
  answering(responder: Responder): Responder;
}
