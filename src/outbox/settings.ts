/** Every waiting time of the engine, in milliseconds of its clock. */
export interface Settings {
  /** How often it looks for what is due. */
  readonly tickMs: number;
  /** Up to this late is on time. */
  readonly graceMs: number;
  /** How long a place may take for one step; a try belongs to its worker for twice as long. */
  readonly postTimeoutMs: number;
  /** For how long a taken delivery belongs to its worker, or to the queue that it was handed to; longer than its steps take. */
  readonly deliveryHoldMs: number;
  /** A place that is looked through for a message shows it this long after it was sent at the latest. */
  readonly settleMs: number;
  /** For how long after its deadline a message of unknown fate is still looked for. */
  readonly lookMs: number;
  /** First and longest wait after a failure; doubled each time. */
  readonly backoffMs: { readonly first: number; readonly longest: number };
  /** Waits after a refusal ("gone"); when they are used up, the target is paused. */
  readonly refusalMs: readonly number[];
  /** Tries beyond those that fit before the deadline, until a delivery that always breaks off is given up. */
  readonly spareTries: number;
  /** How many deliveries one process delivers at once in one place. */
  readonly concurrency: number;
  /** For how long history is kept. */
  readonly keepMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What a running bot uses. */
export const SETTINGS: Settings = {
  tickMs: SECOND,
  graceMs: 5 * MINUTE,
  postTimeoutMs: 15 * SECOND,
  deliveryHoldMs: 3 * MINUTE,
  settleMs: 45 * SECOND,
  lookMs: 6 * 60 * MINUTE,
  backoffMs: { first: 5 * SECOND, longest: 5 * MINUTE },
  refusalMs: [MINUTE, 10 * MINUTE],
  spareTries: 20,
  concurrency: 32,
  keepMs: 400 * 24 * 60 * MINUTE,
};

/** How long to wait after the `tries`th failure (from 1): doubled each time, with up to a quarter of chance added. */
export function backoff({ backoffMs: { first, longest } }: Settings, tries: number): number {
  const wait = Math.min(longest, first * 2 ** Math.min(tries - 1, 20));
  return Math.round(wait * (1 + Math.random() / 4));
}
