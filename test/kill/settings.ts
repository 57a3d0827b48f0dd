import { SETTINGS, type Settings } from '../../src/outbox/settings.ts';

const isLong = process.env['ROLECALL_KILLS'] !== undefined;

/**
 * Real time, but shorter waits. The place on loopback needs 200 ms for a message to land, and longer while the machine is
 * busy: a busy second must not look like a lost message, nor like a place that is down.
 */
export const KILL_SETTINGS: Settings = {
  ...SETTINGS,
  tickMs: 200,
  graceMs: 3_600_000,
  postTimeoutMs: isLong ? 1_500 : 1_000,
  deliveryHoldMs: isLong ? 6_000 : 4_000,
  settleMs: isLong ? 5_000 : 3_000,
  backoffMs: { first: 300, longest: 1_000 },
  refusalMs: [100, 100],
  // The engine on PostgreSQL looks for work twice a second for every eight of these, in each place and process.
  concurrency: isLong ? SETTINGS.concurrency : 8,
};
