import { unknownVariables } from '../config.ts';
import { chat } from './chat.ts';
import { localeIn } from './locale.ts';
import { serve } from './serve.ts';
import { problemOf, SETTINGS, setUp } from './setup.ts';
import { tellNotStarted } from './start.ts';
import { UsageProblem } from './usage-problem.ts';

/** Starts every place whose variables are set; a terminal chat where none is. */
export async function launch(lang: string | undefined): Promise<void> {
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
