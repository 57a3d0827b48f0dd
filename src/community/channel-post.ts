import { placeOf } from '../outbox/target.ts';
import { keptPost } from '../prompts/content.ts';
import type { Reply } from '../reply.ts';
import type { Claim } from '../store/ledger.ts';
import type { ReportTarget } from '../store/reports.ts';
import { reportsOf } from '../store/reports.ts';

/** For how long something is tried to be posted while its place is away. */
const TOO_LATE_MS = 7 * 24 * 3_600_000;

/** What is posted in the channel that a community chose for reports and notices. */
export interface ChannelPost extends ReportTarget {
  readonly community: string;
  readonly reply: Reply;
  /** The name of this process. */
  readonly worker: string;
}

/** A post that is due at once, and once for each `key`. Its community stands first in its content, by which it is forgotten. */
export function claimPost(
  { key, at }: { readonly key: string; readonly at: number },
  { community, target, language, reply, worker }: ChannelPost,
): Claim {
  const steps = [{ step: 'post', notBefore: 0, deadline: at + TOO_LATE_MS }] as const;
  return {
    schedule: reportsOf(community),
    slot: { at, key },
    by: worker,
    at,
    content: keptPost({ community, language, reply }),
    deliveries: [{ target, place: placeOf(target), readyAt: at, steps }],
  };
}
