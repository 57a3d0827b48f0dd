import { say } from '../message/say.ts';
import type { DeliveryId } from '../store/deliveries.ts';
import type { EngineWork } from './engine.ts';
import { channelIn } from './target.ts';

/** Ends a delivery that an engine cannot deliver however often it tries, and tells the administrators. */
export async function deadLetter(
  { store, context }: EngineWork,
  delivery: DeliveryId,
  tries: number,
): Promise<void> {
  const now = context.clock.now();
  const reason = say('Given up after {tries} tries.', { tries });
  const open = await store.deliveries.open(delivery);
  await store.deliveries.abandon(delivery, now, reason);
  if (open === null) return;
  const { schedule, slot } = open.occurrence;
  const sentence = say('{schedule}, due {slot}: nothing more is tried in {channel}. {reason}', {
    schedule,
    slot,
    channel: channelIn(delivery.target),
    reason,
  });
  await store.notices.add(schedule, sentence, now);
}
