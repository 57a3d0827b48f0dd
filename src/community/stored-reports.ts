import type { PostingPlace } from '../outbox/place.ts';
import type { OnStore } from './on-store.ts';
import { Paused, unkept } from './paused.ts';
import { adapterFor, requirePost } from './can-post.ts';
import { claimPost } from './channel-post.ts';
import type { Clock } from '../clock.ts';
import { channelOf } from '../outbox/target.ts';
import type { SettingBook } from '../community/setting-book.ts';
import { recordOf } from '../community/settings.ts';
import { reportsOf } from '../store/reports.ts';
import type { Store } from '../store/store.ts';
import type { ReportBook, ReportChannel } from './reports.ts';

/** What the book is built from. */
export interface ReportParts {
  readonly onStore: OnStore;
  /** The places that are on now. */
  readonly places: () => readonly PostingPlace[];
  readonly clock: Pick<Clock, 'now'>;
  readonly settings: Pick<SettingBook, 'of'>;
  /** The name of this process. */
  readonly worker: string;
}

/** The book of reports over a store. A report is posted as prompts are: once, whatever happens meanwhile. */
export function storedReports({ onStore, places, clock, worker, settings }: ReportParts): ReportBook {
  const on = explaining(onStore);
  return {
    report: (member, mistake, show) =>
      on(async (store) => {
        const { community } = member;
        const to = await store.reports.target(community);
        const { language } = await settings.of(community);
        const spoken = language === undefined ? {} : { language };
        const report = await store.reports.add(member, mistake, clock.now(), async (queries, kept) => {
          if (to === null) return;
          const posting = { ...to, ...spoken, community, reply: show(kept), worker };
          await store.ledger.claimWith(queries, claimPost({ key: kept.id, at: kept.madeAt }, posting));
        });
        return { report, channel: to === null ? null : channelOf(to.target) };
      }),
    of: (community, state) => on((store) => store.reports.list(community, state)),
    get: (community, id) => on((store) => store.reports.get(community, id)),
    by: (member) => on((store) => store.reports.by(member)),
    decide: (community, id, verdict) =>
      on((store) => store.reports.decide(community, id, verdict, clock.now())),
    channel: (community) => on((store) => channelState(store, community)),
    postIn: async (community, place, channel, { language, by }) => {
      if (channel !== null) await requirePost(adapterFor(places(), place), { community, place, channel });
      await on(async (store) => {
        const before = await store.reports.target(community);
        const was = before === null ? null : channelOf(before.target);
        const change = { setting: 'reports', channel: null, before: was, after: channel } as const;
        const to = channel === null ? null : { target: `${place}:${channel}`, language };
        await store.reports.setTarget(community, to, async (queries) => {
          if (was !== channel)
            await store.settings.record(queries, community, recordOf(change, by, clock.now()));
        });
        await store.schedules.welcome(reportsOf(community), null);
      });
    },
  };
}

/** Says of reports what is said of schedules while the store is away. */
function explaining(onStore: OnStore): OnStore {
  return async (work) => {
    try {
      return await onStore(work);
    } catch (error) {
      if (!(error instanceof Paused)) throw error;
      throw unkept(error);
    }
  };
}

async function channelState(store: Store, community: string): Promise<ReportChannel | null> {
  const to = await store.reports.target(community);
  if (to === null) return null;
  const states = await store.schedules.targets(reportsOf(community));
  const reason = states.find(({ target }) => target === to.target)?.reason ?? null;
  return { channel: channelOf(to.target), trouble: reason };
}
