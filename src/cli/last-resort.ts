import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';

/** The part of a process that tells of faults which nobody waited for. */
type Faulty = Pick<NodeJS.Process, 'on'>;

/**
 * Keeps the process up when a fault reaches nobody, such as an uncaught exception in a library: it is logged with a
 * reference, and the places and schedules that have no part in it go on.
 */
export function surviveFaults(log: Log, faulty: Faulty = process): void {
  const tell = (fault: unknown) => {
    const reference = randomUUID().slice(0, 8);
    const reason = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    try {
      log.error({ reference, reason }, 'something failed that nobody waited for; all else goes on');
    } catch {
      // The log itself may be what failed; to throw here would end the process.
    }
  };
  faulty.on('uncaughtException', tell);
  faulty.on('unhandledRejection', tell);
}
