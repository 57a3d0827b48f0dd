import { setImmediate } from 'node:timers/promises';
import { PLACES } from '../../adapters/index.ts';
import { commands } from '../../commands/index.ts';
import { SetupProblem } from '../adapter.ts';
import { drainIn } from '../config.ts';
import { measuredBot } from '../metrics/measured-bot.ts';
import { createPictures } from '../picture/pictures.ts';
import { lateBot, lateChanges, lateInstallations, lateLeases } from './late-bot.ts';
import { openMeasuring, watchProcess } from './measuring.ts';
import type { Opened } from './open-bot.ts';
import { openBot } from './open-bot.ts';
import { openHost, tellUnheard } from './open-host.ts';
import type { Run } from './setup.ts';
import type { Lifecycle } from './readiness.ts';
import { createLifecycle } from './readiness.ts';
import { announce, startPlaces } from './start.ts';
import { stopAll, stopOnSignal } from './stop.ts';

/** Starts every place that is set up, and what they rest on, until the process is told to stop. */
export async function serve(run: Run): Promise<void> {
  const { config, log } = run;
  const metrics = await openMeasuring(config.variables, log);
  // Begun once the places are connecting, which is mostly waiting.
  const coming = setImmediate().then(() => openBot(run));
  const late = lateBot(
    commands,
    coming.then((opened) => opened.bot),
  );
  const bot = measuredBot(late, metrics);
  const on = PLACES.filter((place) => config.places.includes(place.settings.place));
  const leases = lateLeases(coming.then((opened) => opened.prompts.leases));
  const installations = lateInstallations(coming.then((opened) => opened.prompts.installations));
  const lifecycle = createLifecycle();
  const host = openHost(run, lifecycle, metrics);
  const changes = lateChanges(coming.then((opened) => opened.prompts));
  const pictures = createPictures();
  const to = { bot, variables: config.variables, log, pictures, leases, installations, metrics, ...changes };
  const starting = startPlaces(on, to, host);
  const opened = await coming.catch(async (error: unknown) => {
    await Promise.all([host.close(), starting.then(stopAll)]);
    throw error;
  });
  const [adapters] = await Promise.all([starting, trying(opened, lifecycle)]);
  const running = { ...opened, adapters, host, metrics, lifecycle, log };
  if (adapters.length === 0) {
    opened.stop();
    await Promise.all([host.close(), opened.prompts.stop()]);
    throw new SetupProblem('No place could be started; the lines above say why.');
  }
  watchProcess(metrics, running);
  opened.prompts.start(adapters);
  await tellUnheard(run, host, adapters);
  lifecycle.connected(adapters);
  announce(adapters, log);
  const stopped = new AbortController();
  stopped.signal.addEventListener('abort', opened.stop);
  stopOnSignal({ ...running, stop: () => stopped.abort() }, drainIn(config.variables));
  await warm(run, { ...opened, places: on, quietFor: late.quietFor, signal: stopped.signal });
}

interface Warmed extends Pick<Opened, 'bot' | 'knowledge'> {
  readonly places: typeof PLACES;
  readonly quietFor: ReturnType<typeof lateBot>['quietFor'];
  readonly signal: AbortSignal;
}

/** Asks the likely questions ahead, unless that is switched off. */
async function warm({ config, log }: Run, { bot, knowledge, places, ...until }: Warmed): Promise<void> {
  if (config.variables.ROLECALL_PREWARM === 'off') return;
  const { prewarm } = await import('./prewarm.ts');
  await prewarm({ bot, knowledge: knowledge(), places }, { ...until, log });
}

/** Notes that the knowledge is open, tries the store, and notes that too. */
async function trying({ prompts }: Opened, lifecycle: Lifecycle): Promise<void> {
  lifecycle.done('knowledge');
  await prompts.tryStore();
  lifecycle.done('store');
}
