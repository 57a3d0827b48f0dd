import type { Adapter, Connection } from '../adapter.ts';
import type { FetchRoute } from '../http/route.ts';
import { createCooldown } from './cooldown.ts';
import type { Handler } from './guard.ts';
import { guarded } from './guard.ts';
import { tokenIn } from './settings.ts';

/** A place where programs ask over HTTP. */
interface ProgramPlace {
  readonly name: string;
  readonly handler: Handler;
  readonly methods: FetchRoute['methods'];
  readonly paths: readonly string[];
}

/** Bytes of the largest request; the values of a question have some thousands. */
const LARGEST_BODY = 100_000;

/** The place as all others are started: behind the token, and at the pace of people. Nothing is posted there. */
export function programPlace(
  { name, handler, methods, paths }: ProgramPlace,
  { variables }: Pick<Connection, 'variables'>,
  clock: () => number,
): Adapter {
  const handle = guarded(handler, { token: tokenIn(variables), cooldown: createCooldown(clock) });
  let live = true;
  return {
    name,
    health: () => (live ? { live, detail: `answering at ${paths[0]}` } : { live, detail: 'stopped' }),
    routes: paths.map((path) => ({ methods, path, largest: LARGEST_BODY, handle })),
    stop: async () => {
      live = false;
    },
  };
}
