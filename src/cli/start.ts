import type { Adapter, Connection, Settings } from '../adapter.ts';
import { SetupProblem } from '../adapter.ts';
import type { PlaceProblem } from '../config.ts';
import type { HttpHost } from '../http/host.ts';
import type { Log } from '../log.ts';
import { surviveFaults } from './last-resort.ts';

export interface StartablePlace {
  readonly settings: Settings;
  readonly connect: (to: Connection) => Promise<Adapter>;
}

/**
 * Connects every place by itself, side by side: one that fails is reported in a sentence and the others go on, now and
 * when something fails later that nobody waits for. They are not called ready before `announce` does.
 */
export async function startPlaces(
  places: readonly StartablePlace[],
  to: Connection,
  host: HttpHost,
): Promise<readonly Adapter[]> {
  surviveFaults(to.log);
  const started = await Promise.all(places.map((place) => startPlace(place, to, host)));
  return started.flat();
}

async function startPlace(
  { settings, connect }: StartablePlace,
  to: Connection,
  host: HttpHost,
): Promise<Adapter[]> {
  try {
    const adapter = await connect(to);
    await mountOn(host, adapter);
    return [adapter];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const trace = error instanceof SetupProblem || !(error instanceof Error) ? {} : { stack: error.stack };
    tellNotStarted({ place: settings.place, sentences: [reason] }, to.log, trace);
    return [];
  }
}

/** Lets a place be posted to, where it wants that; one that cannot be is stopped again. */
async function mountOn(host: HttpHost, adapter: Adapter): Promise<void> {
  const { routes = [] } = adapter;
  if (routes.length === 0) return;
  try {
    host.mount(routes);
    await host.open();
  } catch (error) {
    host.unmount(routes);
    await adapter.stop();
    throw error;
  }
}

/** Says why a place could not start. */
export function tellNotStarted({ place, sentences }: PlaceProblem, log: Log, trace: object = {}): void {
  log.error({ place, ...trace }, `${place} could not start: ${sentences.join('; ')}`);
}

/** Says of each place that it is ready, once everything behind it is. */
export function announce(adapters: readonly Adapter[], log: Log): void {
  for (const adapter of adapters) {
    const { live, detail } = adapter.health();
    log.info({ place: adapter.name, detail }, live ? 'ready' : 'started, not connected yet');
  }
}
