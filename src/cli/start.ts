import type { Adapter, Connection, Settings } from '../adapter.ts';
import { SetupProblem } from '../adapter.ts';

export interface StartablePlace {
  readonly settings: Settings;
  readonly connect: (to: Connection) => Promise<Adapter>;
}

/** Starts every place by itself, side by side: one that fails is reported in a sentence and the others go on. */
export async function startPlaces(
  places: readonly StartablePlace[],
  to: Connection,
): Promise<readonly Adapter[]> {
  const started = await Promise.all(places.map((place) => startPlace(place, to)));
  return started.flat();
}

async function startPlace({ settings, connect }: StartablePlace, to: Connection): Promise<Adapter[]> {
  try {
    const adapter = await connect(to);
    const { live, detail } = adapter.health();
    to.log.info({ place: settings.place, detail }, live ? 'ready' : 'started, not connected yet');
    return [adapter];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const trace = error instanceof SetupProblem || !(error instanceof Error) ? {} : { stack: error.stack };
    to.log.error({ place: settings.place, ...trace }, `${settings.place} could not start: ${reason}`);
    return [];
  }
}
