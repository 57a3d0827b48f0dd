import { stdin } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { PLACES } from '../../adapters/index.ts';
import { commands } from '../../commands/index.ts';
import { SetupProblem } from '../adapter.ts';
import { drainIn, unknownVariables } from '../config.ts';
import { measuredBot } from '../metrics/measured-bot.ts';
import { createPictures } from '../picture/pictures.ts';
import { reasonOf } from '../reason.ts';
import { lateBot, lateChanges, lateInstallations, lateLeases } from './late-bot.ts';
import { localeIn } from './locale.ts';
import { openMeasuring, watchProcess } from './measuring.ts';
import type { Opened } from './open-bot.ts';
import { openBot } from './open-bot.ts';
import { openHost } from './open-host.ts';
import { problemOf, type Run, SETTINGS, setUp } from './setup.ts';
import type { Lifecycle } from './readiness.ts';
import { createLifecycle } from './readiness.ts';
import { announce, startPlaces, tellNotStarted } from './start.ts';
import type { Running } from './stop.ts';
import { stopAll, stopOnSignal } from './stop.ts';
import { UsageProblem } from './usage-problem.ts';

/** Starts every place whose variables are set; a terminal chat where none is. */
export async function start(lang: string | undefined): Promise<void> {
  const run = setUp();
  const { config, log } = run;
  for (const sentence of unknownVariables(process.env, SETTINGS)) log.warn({}, sentence);
  if (config.places.length === 0) {
    if (config.problems.length > 0) throw problemOf(config);
    return chat(run, lang ?? localeIn(process.env));
  }
  if (lang !== undefined)
    throw new UsageProblem('--lang is for a terminal: places say what their people read.');
  for (const problem of config.problems) tellNotStarted(problem, log);
  return serve(run);
}

async function serve(run: Run): Promise<void> {
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
  await tellUnheard(running, config.variables.PORT);
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

/** Says why nothing is heard at `PORT`, which a place that is posted to has said already. */
async function tellUnheard({ adapters, host, log }: Running, port: string | undefined): Promise<void> {
  if (port === undefined || adapters.some(({ routes = [] }) => routes.length > 0)) return;
  await host.open().catch((error: unknown) => log.error({}, reasonOf(error)));
}

/** What is said where nobody can ask anything. */
const NOBODY = `There is no place to answer in, and no terminal to ask from: nothing was typed, and no place is set up.
Set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN (see .env.example); or start me in a terminal.`;

async function chat(run: Run, locale: string | undefined): Promise<void> {
  const { bot, prompts, stop } = await openBot(run);
  const tried = prompts.tryStore();
  const { connect } = await import('../../adapters/terminal/index.ts');
  const terminal = connect({ bot, variables: run.config.variables, log: run.log }, undefined, locale);
  prompts.start([terminal]);
  const lines = await terminal.ended;
  stop();
  await tried;
  await prompts.stop();
  if (lines === 0 && !stdin.isTTY) throw new UsageProblem(NOBODY);
}
