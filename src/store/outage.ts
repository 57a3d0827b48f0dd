/** SQLSTATE classes that mean the server is not there or not able right now: connection, resources, shutdown, system. */
const OUTAGE_CLASSES: ReadonlySet<string> = new Set(['08', '53', '57', '58']);
/** SQLite's busy, locked, I/O error, full and cannot-open. */
const OUTAGE_CODES: ReadonlySet<number> = new Set([5, 6, 10, 13, 14]);

/** Whether the same statement may well succeed later: the database is away, not the statement wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number') return OUTAGE_CODES.has(error.errcode & 0xff);
  const code = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return /connection|timeout/i.test(error.message);
  if (/^[0-9A-Z]{5}$/.test(code)) return OUTAGE_CLASSES.has(code.slice(0, 2));
  return /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_)/.test(code);
}
