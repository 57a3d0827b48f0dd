import type { RunnerParts } from '../outbox/runner.ts';
import { Runner } from '../outbox/runner.ts';
import type { Prepare } from './prepare-post.ts';
import { Claims } from './claims.ts';

/** A runner of the outbox that claims what communities scheduled, with contents as `prepare` makes them. */
export function scheduleRunner({
  prepare,
  ...parts
}: Omit<RunnerParts, 'claim'> & { readonly prepare: Prepare }): Runner {
  const claims = new Claims({ ...parts, prepare });
  return new Runner({ ...parts, claim: (store) => claims.run(store) });
}
