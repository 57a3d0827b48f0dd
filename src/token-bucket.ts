/** So many at once, and then so many a second. */
export interface Pace {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** What is left of a pace, and when that was; epoch milliseconds. */
export interface Bucket {
  left: number;
  at: number;
}

/** A bucket with what has come in since; a full one where there is none yet. */
export function refilled(known: Bucket | undefined, { atOnce, perSecond }: Pace, now: number): Bucket {
  const bucket = known ?? { left: atOnce, at: now };
  bucket.left = Math.min(atOnce, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * perSecond);
  bucket.at = now;
  return bucket;
}

/** How long until so much is left, in whole seconds; 0 where it is already. */
export function waitFor({ left }: Bucket, { perSecond }: Pace, cost: number): number {
  return Math.max(0, Math.ceil((cost - left) / perSecond));
}
