import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { PLACES } from '../../adapters/index.ts';
import type { Config } from '../config.ts';
import { ConfigProblem, GENERAL, readConfig } from '../config.ts';
import type { Log } from '../log.ts';
import { createLog } from '../log.ts';

/** What every task works with. */
export interface Run {
  readonly config: Config;
  readonly log: Log;
}

/** The settings of all places. */
export const SETTINGS = PLACES.map(({ settings }) => settings);

/**
 * Reads the variables and opens the log. A question asked here needs no place, so a place that is only half set up does
 * not stand in its way: name those that matter.
 */
export function setUp(places = SETTINGS): Run {
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env, places);
  const declared = [...places.flatMap((place) => place.variables), ...GENERAL];
  const secret = declared.filter((variable) => variable.secret);
  const secrets = secret.flatMap(({ name }) => config.variables[name] ?? []);
  // In a terminal chat lines of a log would stand between the answers.
  const usual = config.places.length > 0 ? 'info' : 'warn';
  const level = process.env['LOG_LEVEL'] === undefined ? usual : config.variables.LOG_LEVEL;
  const log = createLog({ level: level ?? usual, secrets });
  for (const warning of config.warnings) log.error({}, warning);
  return { config, log };
}

/** Everything that is wrong with the places, as one error. */
export function problemOf({ problems }: Config): ConfigProblem {
  return new ConfigProblem(problems.flatMap(({ sentences }) => sentences));
}
