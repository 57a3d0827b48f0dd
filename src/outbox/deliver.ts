import type { DeliveryId } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import type { DeliveryResult, DeliveryContext } from './delivery.ts';
import type { Poster } from './poster.ts';
import { StepDelivery } from './attempt.ts';

/** Delivers what is still open of a delivery, measured as the poster wants it. */
export async function deliver(
  store: Store,
  delivery: DeliveryId,
  poster: Poster,
  context: DeliveryContext,
): Promise<DeliveryResult> {
  const work = () => deliverSteps(store, delivery, poster, context);
  return poster.whole?.(work) ?? work();
}

/** Each step that may be tried now, the post before all others. */
async function deliverSteps(
  store: Store,
  delivery: DeliveryId,
  poster: Poster,
  context: DeliveryContext,
): Promise<DeliveryResult> {
  const steps = (await store.deliveries.open(delivery))?.steps ?? [];
  let outcome: DeliveryResult = { kind: 'closed' };
  for (const { step } of steps) {
    outcome = sooner(outcome, await new StepDelivery(store, delivery, step, poster, context).run());
    if (step === 'post' && outcome.kind !== 'closed') return outcome;
  }
  if (outcome.kind === 'closed')
    await context.insist(() => store.deliveries.close(delivery, context.clock.now()));
  return outcome;
}

function sooner(one: DeliveryResult, other: DeliveryResult): DeliveryResult {
  if (one.kind === 'closed' || other.kind === 'retry') return other;
  if (one.kind === 'later' && other.kind === 'later')
    return { kind: 'later', at: Math.min(one.at, other.at) };
  return one;
}
