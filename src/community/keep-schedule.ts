import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Unagreed } from './agreement.ts';
import { agreementTo, unagreed } from './agreement.ts';
import * as manage from './manage.ts';
import type { PromptSchedule } from './schedule.ts';
import { readPromptSchedule } from './schedule.ts';
import type { PromptState } from './schedules.ts';

/** As many of its next runs are shown with a schedule. */
const RUNS = 3;

/** A community's schedules as they are shown. */
export async function statesIn(store: Store, community: string): Promise<PromptState[]> {
  return Promise.all((await schedulesIn(store, community)).map((schedule) => stateOf(store, schedule)));
}

/** A community's schedules of prompts; what can no longer be read is left out. */
async function schedulesIn(store: Store, community: string): Promise<PromptSchedule[]> {
  return (await store.schedules.list(community)).flatMap((kept) => readPromptSchedule(kept) ?? []);
}

/** A schedule as it is shown: with its next runs and where it posts. */
export async function stateOf(store: Store, schedule: PromptSchedule): Promise<PromptState> {
  return {
    schedule,
    runs: await manage.nextRuns(store, schedule, RUNS),
    targets: await store.schedules.targets(schedule.id),
  };
}

/** Keeps a schedule that was agreed to; what has to be agreed to first, where it was not. */
export async function keepAgreed(
  store: Store,
  schedule: PromptSchedule,
  agreed: string | undefined,
  now: number,
): Promise<PromptState | Unagreed> {
  const other = await store.schedules.get(schedule.id);
  if (other !== null && other.community !== schedule.community)
    throw new Problem(say('That name is taken; try again.'));
  const others = await schedulesIn(store, schedule.community);
  const open = unagreed(schedule, others, now);
  if (open !== null && open.agreement !== agreed) return open;
  const same = open === null || other !== null ? undefined : sameAs(others, schedule);
  if (same !== undefined) return stateOf(store, same);
  await manage.keepSchedule(store, schedule, now);
  return stateOf(store, schedule);
}

/** The schedule that an agreement made already: a button is easily pressed twice. */
function sameAs(others: readonly PromptSchedule[], schedule: PromptSchedule): PromptSchedule | undefined {
  const agreement = agreementTo(schedule);
  return others.find((one) => agreementTo(one) === agreement);
}
