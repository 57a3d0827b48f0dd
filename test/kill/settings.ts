import { SETTINGS, type Settings } from '../../src/schedule/settings.ts';

/** Real time, but shorter waits. The place on loopback needs at most 200 ms for a message to land. */
export const KILL_SETTINGS: Settings = {
  ...SETTINGS,
  tickMs: 100,
  graceMs: 3_600_000,
  postTimeoutMs: 500,
  parcelHoldMs: 2_000,
  settleMs: 1_500,
  backoffMs: { first: 300, longest: 1_000 },
  refusalMs: [100, 100],
};
