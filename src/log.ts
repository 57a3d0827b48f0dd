/** One line of what happened. Never given a token or a person's words. */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Keeps nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
