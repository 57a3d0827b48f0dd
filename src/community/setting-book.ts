import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import type { CommunitySettings, Setting, SettingValue } from './settings.ts';
import { NO_CHOICE } from './settings.ts';

/** A change as it is listed. */
export interface RecordedChange {
  /** The place's own id of who did it; empty once that member was forgotten. */
  readonly member: string;
  readonly setting: Setting;
  /** The place's own id of the channel that it is of; null where it is of the whole community. */
  readonly channel: string | null;
  readonly before: SettingValue;
  readonly after: SettingValue;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What a community chose. Communities are named as schedules name them (`chat:C1`). */
export interface SettingBook {
  /** As they were seen a few seconds ago at most, where that can be found out at once; never rejects. */
  of(community: string): CommunitySettings | Promise<CommunitySettings>;
  /** As they were seen last: for completion, which cannot wait. */
  known(community: string): CommunitySettings;
  /** Makes of the settings that stand now what `edit` says, and records who changed what. @throws Problem. */
  change(
    community: string,
    by: string,
    edit: (chosen: CommunitySettings) => CommunitySettings,
  ): Promise<CommunitySettings>;
  /** The latest changes, latest first. */
  history(community: string): Promise<readonly RecordedChange[]>;
  /** Why nobody could manage a community by being in this role or group of the place; null where they can. */
  groupProblem(community: string, group: string): Promise<Said | null>;
}

const refuse = async (): Promise<never> => {
  throw new Problem(say('Settings need a running bot: start it with npm start.'));
};

/** The book of a bot that only answers, such as one question at the command line. */
export const offlineSettings: SettingBook = {
  of: () => NO_CHOICE,
  known: () => NO_CHOICE,
  change: refuse,
  history: refuse,
  groupProblem: refuse,
};
