import type { ParcelId } from '../store/parcels.ts';
import type { EngineWork } from './engine.ts';

/** Ends a parcel that an engine cannot deliver however often it tries, and tells the administrators. */
export async function giveUp({ store, context }: EngineWork, parcel: ParcelId, tries: number): Promise<void> {
  const now = context.clock.now();
  const reason = `Given up after ${tries} tries.`;
  const open = await store.parcels.open(parcel);
  await store.parcels.abandon(parcel, now, reason);
  if (open === null) return;
  const { schedule, slot } = open.occurrence;
  await store.notices.add(schedule, `${schedule}, due ${slot}, for ${parcel.target}: ${reason}`, now);
}
