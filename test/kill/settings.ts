import { SETTINGS, type Settings } from '../../src/schedule/settings.ts';

/**
 * Real time, but shorter waits. The place on loopback needs 200 ms for a message to land, and longer while the machine is
 * busy: a busy second must not look like a lost message.
 */
export const KILL_SETTINGS: Settings = {
  ...SETTINGS,
  tickMs: 100,
  graceMs: 3_600_000,
  postTimeoutMs: 500,
  parcelHoldMs: 2_000,
  settleMs: 3_000,
  backoffMs: { first: 300, longest: 1_000 },
  refusalMs: [100, 100],
};
