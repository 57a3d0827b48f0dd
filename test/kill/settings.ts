import { SETTINGS, type Settings } from '../../src/schedule/settings.ts';

const isLong = process.env['ROLECALL_KILLS'] !== undefined;

/** The long run takes its time: a busy machine must not look like a place that is down, nor a late message like none. */
const SLOWER = process.env['ROLECALL_KILLS'] === undefined ? 1 : 3;

/** Real time, but shorter waits. The place on loopback needs 200 ms for a message to land. */
export const KILL_SETTINGS: Settings = {
  ...SETTINGS,
  tickMs: 100,
  graceMs: 3_600_000,
  postTimeoutMs: 500 * SLOWER,
  parcelHoldMs: 2_000 * SLOWER,
  settleMs: 2_000 * SLOWER,
  backoffMs: { first: 300, longest: 1_000 },
  refusalMs: [100, 100],
};
