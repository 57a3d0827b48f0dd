import type { ParcelId } from '../store/parcels.ts';
import type { Store } from '../store/store.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';
import type { Poster } from './poster.ts';
import { StepDelivery } from './step.ts';

/** Delivers what is still open of a parcel: each step that may be tried now, the post before all others. */
export async function deliver(
  store: Store,
  parcel: ParcelId,
  poster: Poster,
  context: DeliveryContext,
): Promise<Delivery> {
  const steps = (await store.parcels.open(parcel))?.steps ?? [];
  let outcome: Delivery = { kind: 'closed' };
  for (const { step } of steps) {
    outcome = sooner(outcome, await new StepDelivery(store, parcel, step, poster, context).run());
    if (step === 'post' && outcome.kind !== 'closed') return outcome;
  }
  if (outcome.kind === 'closed') await context.insist(() => store.parcels.close(parcel, context.clock.now()));
  return outcome;
}

function sooner(one: Delivery, other: Delivery): Delivery {
  if (one.kind === 'closed' || other.kind === 'retry') return other;
  if (one.kind === 'later' && other.kind === 'later')
    return { kind: 'later', at: Math.min(one.at, other.at) };
  return one;
}
