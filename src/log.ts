import { createRequire } from 'node:module';
import { stderr } from 'node:process';
import type * as Pino from 'pino';
import { readableLine } from './log-line.ts';

/** One line of what happened. Never given a person's words. */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Keeps nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

export interface LogOptions {
  /** One that there is not is `info`. */
  readonly level: string;
  /** Values that must never be written, such as tokens. */
  readonly secrets: readonly string[];
  /** Where lines go; standard error unless told, since standard output belongs to answers. */
  readonly write?: (line: string) => void;
  /** Whether somebody reads along, so that lines are no JSON; where standard error is a terminal unless told. */
  readonly isRead?: boolean;
}

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** JSON lines, or readable ones in a terminal, with every secret replaced, wherever it stands in a line. Opened by the first line: that takes 10 ms. */
export function createLog(options: LogOptions): Log {
  let opened: Log | undefined;
  const wanted = LEVELS.find((known) => known === options.level) ?? 'info';
  const least = options.level === 'silent' ? LEVELS.length : LEVELS.indexOf(wanted);
  const writer = (level: (typeof LEVELS)[number]) => (details: object, message: string) => {
    if (LEVELS.indexOf(level) < least) return;
    opened ??= open({ ...options, level: wanted });
    opened[level](details, message);
  };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

/** Replaces secrets wherever they stand in a text. */
export function redacting(secrets: readonly string[]): (text: string) => string {
  const long = secrets.filter((secret) => secret.length >= 8);
  return (line) => long.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
}

function open({ level, secrets, write, isRead = write === undefined && stderr.isTTY }: LogOptions): Log {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `import` without waiting for it
  const { destination, pino } = createRequire(import.meta.url)('pino') as typeof Pino;
  const redact = redacting(secrets);
  const stream = write === undefined ? standardError(destination) : { write };
  const streamWrite = isRead ? (line: string) => readableLine(redact(line)) : redact;
  return pino({ level, base: null, hooks: { streamWrite } }, stream);
}

/** Where nobody reads the log any more, the bot goes on without. */
function standardError(destination: typeof Pino.destination): Pino.DestinationStream {
  const stream = destination({ fd: 2, sync: true });
  stream.on('error', () => undefined);
  return stream;
}
