import type { CommunityMemory } from './community.ts';
import type { Counts } from './counts.ts';
import { storedMembers } from './members.ts';
import { storedProposals } from './stored-proposals.ts';
import { storedReports } from './stored-reports.ts';
import type { ScheduleParts } from './stored-schedules.ts';
import { storedSchedules } from './stored-schedules.ts';
import { type SettingParts, StoredSettings } from './stored-settings.ts';
import { storedStudy } from './stored-study.ts';

/** What is remembered of communities, over a store. */
export function storedCommunity(parts: ScheduleParts & SettingParts, counts: Counts): CommunityMemory {
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
