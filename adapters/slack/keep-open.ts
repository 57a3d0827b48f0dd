import { setTimeout as sleep } from 'node:timers/promises';
import type { Health } from '../../src/health.ts';
import { SetupProblem } from '../../src/adapter.ts';
import type { Log } from '../../src/log.ts';
import { reasonOf } from './reason.ts';

/** A way to hear Slack that can be opened, may be lost and can be opened again. */
export interface Transport {
  /** Throws `SetupProblem` for what only a person can mend, anything else for what may pass. */
  open(): Promise<Opened>;
  close(): Promise<void>;
}

interface Opened {
  /** One sentence for `health`. */
  readonly detail: string;
  /** Settles when the transport is lost. */
  readonly lost: Promise<void>;
}

/** A transport that is kept open. */
export interface Kept {
  health(): Health;
  stop(): Promise<void>;
}

/** Waits between tries, in milliseconds; the last one is repeated. */
export const WAITS: readonly number[] = [200, 1000, 3000, 10_000, 30_000];

const CONNECTING = 'connecting';

/** One that lasted this long was a good one: the waits start again. */
const GOOD_MS = 10_000;

/**
 * Opens a transport and opens it again whenever it is lost. Settles after the first try; throws `SetupProblem` when a person
 * has to do something first. An outage is waited out.
 */
export async function keepOpen(transport: Transport, log: Log, waits = WAITS): Promise<Kept> {
  const state: State = {
    health: { live: false, detail: CONNECTING },
    stopping: new AbortController(),
    waits,
  };
  const first = Promise.withResolvers<void>();
  void run(transport, state, log, first);
  await first.promise;
  return {
    health: () => state.health,
    stop: async () => {
      state.stopping.abort();
      state.health = { live: false, detail: 'stopped' };
      await transport.close();
    },
  };
}

interface State {
  health: Health;
  readonly stopping: AbortController;
  readonly waits: readonly number[];
}

type First = Pick<PromiseWithResolvers<void>, 'resolve' | 'reject'>;

async function run(transport: Transport, state: State, log: Log, first: First): Promise<void> {
  const { signal } = state.stopping;
  for (let tries = 0; !signal.aborted; tries += 1) {
    const since = Date.now();
    try {
      await hold(transport, state, first);
      if (Date.now() - since >= GOOD_MS) tries = 0;
      if (!signal.aborted) log.info({}, 'the connection to Slack was lost; opening it again');
    } catch (error) {
      if (error instanceof SetupProblem) return giveUp(error, state, log, first);
      log.warn({ reason: reasonOf(error) }, 'Slack cannot be reached; trying again');
    }
    if (signal.aborted) return;
    state.health = { live: false, detail: 'Slack cannot be reached; trying again' };
    first.resolve();
    await sleep(state.waits[Math.min(tries, state.waits.length - 1)], undefined, { signal }).catch(
      () => undefined,
    );
  }
}

/** Opens the transport and waits until it is lost. */
async function hold(transport: Transport, state: State, first: First): Promise<void> {
  const { detail, lost } = await transport.open();
  state.health = { live: true, detail };
  first.resolve();
  await lost;
}

function giveUp(problem: SetupProblem, state: State, log: Log, first: First): void {
  if (state.health.detail !== CONNECTING) log.error({}, problem.message);
  state.health = { live: false, detail: problem.message };
  first.reject(problem);
}
