import { destination, pino } from 'pino';

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
  readonly level: string;
  /** Values that must never be written, such as tokens. */
  readonly secrets: readonly string[];
  /** Where lines go; standard error unless told, since standard output belongs to answers. */
  readonly write?: (line: string) => void;
}

/** JSON lines with every secret replaced, wherever it stands in a line. */
export function createLog({ level, secrets, write }: LogOptions): Log {
  const long = secrets.filter((secret) => secret.length >= 8);
  const redact = (line: string) => long.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
  const stream = write === undefined ? destination({ fd: 2, sync: true }) : { write };
  return pino({ level, base: null, hooks: { streamWrite: redact } }, stream);
}
