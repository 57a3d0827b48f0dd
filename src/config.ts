import { delimiter } from 'node:path';
import type { Settings, Variable } from './adapter.ts';
import { keysProblem } from './installations/seal.ts';
import { nearestName } from './nearest.ts';

/** What is wrong with a port. */
function checkPort(value: string): string | undefined {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535
    ? undefined
    : 'a port is a number from 0 to 65535';
}

const DRAIN = /^([0-4](\.\d+)?|5)$/;

/** How long to listen on once told to stop, in milliseconds; as long as usual where that is set to nothing sensible. */
export function drainIn({ ROLECALL_DRAIN_SECONDS: seconds = '' }: Readonly<Record<string, string>>): number {
  return 1000 * Number(DRAIN.test(seconds) ? seconds : 3);
}

/** What the one HTTP host is set up with. */
const HOST: readonly Variable[] = [
  {
    name: 'PORT',
    about:
      'Where the bot listens for HTTP, for all places and probes; 3000 where a place needs it. Where none does, it listens once this is set.',
    example: '3000',
    check: checkPort,
  },
];

/** Variables that belong to no place. */
export const GENERAL: readonly Variable[] = [
  ...HOST,
  {
    name: 'ROLECALL_METRICS',
    about:
      'Whether Prometheus finds figures at /metrics: on or off. Off unless set; on where ROLECALL_API_TOKEN is, which then has to be sent.',
    check: (value) => (['on', 'off'].includes(value) ? undefined : 'use on or off'),
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    about:
      'Where a collector of OpenTelemetry takes traces by OTLP over HTTP; none are made unless set. Its other variables are read, too.',
    example: 'http://localhost:4318',
    check: (value) => (URL.canParse(value) ? undefined : 'not an address, such as http://localhost:4318'),
  },
  {
    name: 'ROLECALL_DRAIN_SECONDS',
    about:
      'How long the bot still listens for HTTP once it was told to stop, so that load balancers notice: 0 to 5 seconds.',
    fallback: '3',
    check: (value) => (DRAIN.test(value) ? undefined : 'use a number of seconds from 0 to 5'),
  },
  {
    name: 'ROLECALL_PACKS',
    about: 'Folders with knowledge of your own, joined by ":" (on Windows by ";"); later ones win.',
    example: './my-pack',
  },
  {
    name: 'ROLECALL_DATA_DIR',
    about:
      'The folder for the file that holds schedules and studies, rolecall.sqlite; this folder unless set.',
    example: '/data',
  },
  {
    name: 'DATABASE_URL',
    about:
      'A PostgreSQL database instead of that file, for several processes: postgres://user:password@host/name.',
    secret: true,
    check: (value) =>
      /^postgres(ql)?:\/\/\S+$/.test(value)
        ? undefined
        : 'not the address of a PostgreSQL database, such as postgres://user:password@host/name',
  },
  {
    name: 'ROLECALL_ENCRYPTION_KEYS',
    about:
      'What the tokens of communities that install the bot for themselves are encrypted with: 32 bytes in base64, as "openssl rand -base64 32" prints. A new key goes in front, joined by ","; the old one is needed until doctor says that it is not.',
    secret: true,
    check: keysProblem,
  },
  {
    name: 'ROLECALL_COUNTS',
    about:
      'Whether it is counted, without people, which roles a community asks about and what is not known: on or off.',
    fallback: 'on',
    check: (value) => (['on', 'off'].includes(value) ? undefined : 'use on or off'),
  },
  {
    name: 'ROLECALL_PREWARM',
    about:
      'Whether likely questions are asked ahead, while nobody asks, in the first seconds after a start: on or off.',
    fallback: 'on',
    check: (value) => (['on', 'off'].includes(value) ? undefined : 'use on or off'),
  },
  {
    name: 'LOG_LEVEL',
    about: 'How much is logged: debug, info, warn, error or silent.',
    fallback: 'info',
    check: (value) =>
      ['debug', 'info', 'warn', 'error', 'silent'].includes(value)
        ? undefined
        : 'use debug, info, warn, error or silent',
  },
];

/** What the environment asks for. */
export interface Config {
  /** Every declared variable that is set, trimmed, fallbacks included. */
  readonly variables: Readonly<Record<string, string>>;
  /** The places that have all they need. */
  readonly places: readonly string[];
  /** The places that cannot start, although somebody began to set them up. */
  readonly problems: readonly PlaceProblem[];
  /** What is wrong with variables that belong to no place. Whoever needs one of them refuses it. */
  readonly warnings: readonly string[];
}

/** Why a place cannot start: one sentence for each variable. */
export interface PlaceProblem {
  readonly place: string;
  readonly sentences: readonly string[];
}

/** Every variable that keeps all places from starting, in one message. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  constructor(sentences: readonly string[]) {
    super(['Some settings need a change:', ...sentences.map((sentence) => `  - ${sentence}`)].join('\n'));
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** Environment → Config. What is wrong with one place is that place's alone: the others go on without it. */
export function readConfig(env: Env, places: readonly Settings[]): Config {
  const declared = [...places.flatMap((place) => place.variables), ...GENERAL];
  const variables = valuesOf(env, declared);
  const problems = places.flatMap((place): PlaceProblem[] => {
    const read = [...place.variables, ...(hearsOverHttp(place, env) ? HOST : [])];
    const sentences = [...wrongValues(variables, read), ...halfSet(place, env)];
    return sentences.length === 0 ? [] : [{ place: place.place, sentences }];
  });
  const on = places.filter((each) => isOn(each, env) && !problems.some(({ place }) => place === each.place));
  return {
    variables,
    places: on.map(({ place }) => place),
    problems,
    warnings: wrongValues(variables, GENERAL),
  };
}

/** What is set under the name of a place, or under our own, and is read by nobody: mostly a slip of the keyboard. */
export function unknownVariables(env: Env, places: readonly Settings[]): string[] {
  const ofPlaces = places.flatMap(({ variables }) => variables.map(({ name }) => name));
  const known = [...ofPlaces, ...GENERAL.map(({ name }) => name)];
  const prefixes = new Set(['ROLECALL_', ...ofPlaces.map((name) => name.replace(/_.*/, '_'))]);
  return Object.keys(env).flatMap((name) => {
    const prefix = prefixes.values().find((start) => name.toUpperCase().startsWith(start));
    if (prefix === undefined || known.includes(name) || !isSet(env, name)) return [];
    const ends = known.flatMap((other) => (other.startsWith(prefix) ? [other.slice(prefix.length)] : []));
    const near = nearestName(name.slice(prefix.length), ends);
    const hint = near === undefined ? '.env.example lists what is' : `did you mean ${prefix}${near}?`;
    return [`${name} is set, but is no variable that I read: ${hint}`];
  });
}

/** The folders that `ROLECALL_PACKS` names, separated as the system's `PATH`. */
export function packFolders(value: string | undefined, separator: string = delimiter): string[] {
  return (value ?? '')
    .split(separator)
    .map((folder) => folder.trim())
    .filter((folder) => folder !== '');
}

function valuesOf(env: Env, declared: readonly Variable[]): Record<string, string> {
  const entries = declared.flatMap(({ name, fallback }) => {
    const value = isSet(env, name) ? env[name]?.trim() : fallback;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

function wrongValues(variables: Readonly<Record<string, string>>, declared: readonly Variable[]): string[] {
  return declared.flatMap(({ name, check }) => {
    const value = variables[name];
    const wrong = value === undefined ? undefined : check?.(value);
    return wrong === undefined ? [] : [`${name}: ${wrong}`];
  });
}

/** A place with some of what it needs, and no way complete, is a mistake worth a sentence. */
function halfSet(place: Settings, env: Env): string[] {
  if (isOn(place, env)) return [];
  const [started] = place.ways
    .filter((way) => way.needs.some((name) => isOf(place, name) && isSet(env, name)))
    .sort((a, b) => missingOf(a.needs, env).length - missingOf(b.needs, env).length);
  if (started === undefined) return [];
  const missing = missingOf(started.needs, env).map((name) => `${name} (${aboutOf(place, name)})`);
  return [`${place.place} (${started.name}) also needs ${missing.join(' and ')}`];
}

function isOn(place: Settings, env: Env): boolean {
  return place.ways.some((way) => missingOf(way.needs, env).length === 0);
}

/** Whether a variable is the place's own: one of all says nothing of what somebody set up. */
function isOf({ variables }: Settings, name: string): boolean {
  return variables.some((variable) => variable.name === name);
}

/** Whether a place is posted to: the first of its ways that has all it needs is the one that is gone. */
function hearsOverHttp(place: Settings, env: Env): boolean {
  return place.ways.find((way) => missingOf(way.needs, env).length === 0)?.overHttp === true;
}

function missingOf(needs: readonly string[], env: Env): string[] {
  return needs.filter((name) => !isSet(env, name));
}

function isSet(env: Env, name: string): boolean {
  return (env[name] ?? '').trim() !== '';
}

function aboutOf(place: Settings, name: string): string {
  return [...place.variables, ...GENERAL].find((known) => known.name === name)?.about ?? 'see .env.example';
}
