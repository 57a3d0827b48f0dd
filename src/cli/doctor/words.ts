const MINUTE = 60_000;
const UNITS = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/** A length of time in its largest unit, such as `3 days`. */
export function duration(ms: number): string {
  const [unit, size] = UNITS.find(([, least]) => Math.abs(ms) >= least) ?? (['second', 1000] as const);
  const n = Math.floor(Math.abs(ms) / size);
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

/** How long ago something was. */
export function ago(ms: number): string {
  return `${duration(ms)} ago`;
}

/** A number of bytes, in a unit that people read. */
export function megabytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
