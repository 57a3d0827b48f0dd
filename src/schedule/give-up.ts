import { say } from '../message/say.ts';
import type { ParcelId } from '../store/parcels.ts';
import type { EngineWork } from './engine.ts';
import { channelIn } from './schedule.ts';

/** Ends a parcel that an engine cannot deliver however often it tries, and tells the administrators. */
export async function giveUp({ store, context }: EngineWork, parcel: ParcelId, tries: number): Promise<void> {
  const now = context.clock.now();
  const reason = say('Given up after {tries} tries.', { tries });
  const open = await store.parcels.open(parcel);
  await store.parcels.abandon(parcel, now, reason);
  if (open === null) return;
  const { schedule, slot } = open.occurrence;
  const sentence = say('{schedule}, due {slot}: nothing more is tried in {channel}. {reason}', {
    schedule,
    slot,
    channel: channelIn(parcel.target),
    reason,
  });
  await store.notices.add(schedule, sentence, now);
}
