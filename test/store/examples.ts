import { scheduleSchema, type Schedule } from '../../src/community/schedule.ts';
import type { Claim } from '../../src/store/ledger.ts';

/** A schedule with what a test cares about; by default every Monday at 09:00 in Madrid, in one channel. */
export function scheduleOf(more: Partial<Schedule>): Schedule {
  return scheduleSchema.parse({
    id: 'weekly',
    community: 'c',
    timetable: { rule: { kind: 'weekly', weekdays: [1], time: '09:00' }, zone: 'Europe/Madrid' },
    targets: ['chat:1'],
    content: { track: 'ml-engineer' },
    ...more,
  });
}

/** A claim of the slot at 5 seconds past the epoch, of posts that are ready at once and never too late. */
export function claimOf(
  schedule: string,
  more: Partial<Claim> & { targets?: readonly string[] } = {},
): Claim {
  const { targets = ['chat:1'], ...rest } = more;
  const steps = [{ step: 'post' as const, notBefore: 0, deadline: 1e15 }];
  return {
    schedule,
    slot: { at: 5_000, key: '2026-01-05T09:00' },
    by: 'w',
    at: 5_000,
    content: { text: 'hello' },
    deliveries: targets.map((target) => ({
      target,
      place: target.split(':')[0] ?? '',
      readyAt: 5_000,
      steps,
    })),
    ...rest,
  };
}
