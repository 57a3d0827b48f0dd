/**
 * A percentile of sorted numbers, by linear interpolation between the two nearest (Hyndman and Fan's type 7, which
 * spreadsheets and numpy use). `share` is from 0 to 1; `sorted` has at least one number.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
