import type { CommunityMemory } from './community.ts';
import { say } from '../message/say.ts';
import type { Counts } from './counts.ts';
import { noCounts } from './counts.ts';
import { storedMembers } from './members.ts';
import type { CountParts } from './stored-counts.ts';
import { StoredCounts } from './stored-counts.ts';
import { storedProposals } from './stored-proposals.ts';
import { storedReports } from './stored-reports.ts';
import type { ScheduleParts } from './stored-schedules.ts';
import { storedSchedules } from './stored-schedules.ts';
import { type SettingParts, StoredSettings } from './stored-settings.ts';
import { storedStudy } from './stored-study.ts';

/** What is told where the settings say that nothing is counted. */
const NOT_COUNTED = say(
  'Nothing is counted here: whoever runs me set ROLECALL_COUNTS=off, and can leave that out to begin.',
);

interface CommunityParts extends ScheduleParts, SettingParts, CountParts {
  /** Whether what is asked is counted. */
  readonly isCounted: boolean;
}

/** What is remembered of communities, over a store; `flush` writes down what was counted so far. */
export function storedCommunity(parts: CommunityParts): {
  readonly community: CommunityMemory;
  readonly flush: () => Promise<void>;
} {
  const stored = new StoredCounts(parts);
  const counts = parts.isCounted ? stored : noCounts(NOT_COUNTED);
  return { community: communityWith(parts, counts), flush: () => stored.flush() };
}

function communityWith(parts: CommunityParts, counts: Counts): CommunityMemory {
  const { onStore, clock } = parts;
  const settings = new StoredSettings(parts);
  return {
    claim: (heard) => onStore((store) => store.inbox.claim(`act ${heard}`, clock.now())),
    schedules: storedSchedules(parts),
    study: storedStudy(onStore, clock),
    members: storedMembers(onStore),
    proposals: storedProposals(onStore, clock),
    reports: storedReports({ ...parts, settings }),
    settings,
    counts,
    places: () => parts.places().map((place) => ({ name: place.name, isLive: place.health().live })),
  };
}
