import { LRUCache } from 'lru-cache';
import type { Log } from '../log.ts';
import type { PostingPlace } from '../outbox/place.ts';
import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import { Paused } from './paused.ts';
import type { OnStore } from './on-store.ts';
import { reasonOf } from '../reason.ts';
import type { Clock } from '../clock.ts';
import type { SettingChange } from '../store/settings.ts';
import type { RecordedChange, SettingBook } from './setting-book.ts';
import type { CommunitySettings, SettingValue } from './settings.ts';
import {
  differences,
  NO_CHOICE,
  readSettings,
  recordOf,
  settingValue,
  SETTINGS,
  writeSettings,
} from './settings.ts';

/** How long settings are believed that were read: as long it takes until other processes heed a change. Milliseconds. */
const BELIEVED_MS = 3_000;
/** As long as an answer waits for settings to be read; then the last known ones hold. */
const PATIENCE_MS = 500;
/** Communities whose settings are remembered. */
const MOST = 20_000;
/** As many changes are listed. */
const MOST_LISTED = 200;

/** What the book is built from. */
export interface SettingParts {
  readonly onStore: OnStore;
  /** Whether there is a store already, so that reading makes no new file. */
  readonly isThere: () => boolean;
  readonly places: () => readonly PostingPlace[];
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

interface Seen {
  readonly settings: CommunitySettings;
  readonly until: number;
}

/** The settings of communities over a store, read through a cache of some seconds. */
export class StoredSettings implements SettingBook {
  readonly #parts: SettingParts;
  readonly #seen = new LRUCache<string, Seen>({ max: MOST });
  readonly #reading = new Map<string, Promise<CommunitySettings>>();

  constructor(parts: SettingParts) {
    this.#parts = parts;
  }

  of(community: string): CommunitySettings | Promise<CommunitySettings> {
    const seen = this.#seen.get(community);
    if (seen !== undefined && seen.until > this.#parts.clock.now()) return seen.settings;
    return this.#parts.isThere() ? this.#inTime(community) : NO_CHOICE;
  }

  known(community: string): CommunitySettings {
    // A promise goes on by itself, for the next letter.
    void this.of(community);
    return this.#seen.get(community)?.settings ?? NO_CHOICE;
  }

  async change(
    community: string,
    by: string,
    edit: (chosen: CommunitySettings) => CommunitySettings,
  ): Promise<CommunitySettings> {
    let after = NO_CHOICE;
    await this.#parts.onStore((store) =>
      store.settings.change(community, (body) => {
        const before = legible(body);
        after = edit(before);
        const at = this.#parts.clock.now();
        return {
          body: writeSettings(after),
          changes: differences(before, after).map((found) => recordOf(found, by, at)),
        };
      }),
    );
    this.#see(community, after);
    return after;
  }

  async history(community: string): Promise<readonly RecordedChange[]> {
    const changes = await this.#parts.onStore((store) => store.settings.history(community, MOST_LISTED));
    return changes.flatMap(readChange);
  }

  async groupProblem(community: string, group: string): ReturnType<SettingBook['groupProblem']> {
    const at = community.indexOf(':');
    const place = this.#parts.places().find(({ name }) => name === community.slice(0, at));
    if (place?.groupProblem === undefined) return say('This place has no roles or groups that could manage.');
    try {
      return await place.groupProblem(community.slice(at + 1), group);
    } catch {
      return say(
        'I cannot find out who is in that group, since the place does not answer me: try again in a minute.',
      );
    }
  }

  /** Never longer than an answer may wait, and never rejected: then what is known holds, and is asked again next time. */
  async #inTime(community: string): Promise<CommunitySettings> {
    const { promise: timeUp, resolve } = Promise.withResolvers<CommunitySettings>();
    const timer = setTimeout(() => resolve(this.#last(community)), PATIENCE_MS);
    const settings = await Promise.race([this.#read(community), timeUp]);
    clearTimeout(timer);
    return settings;
  }

  #read(community: string): Promise<CommunitySettings> {
    const running = this.#reading.get(community);
    if (running !== undefined) return running;
    const reading = this.#parts
      .onStore((store) => store.settings.get(community))
      .then((body) => this.#see(community, readSettings(body)))
      .catch((error: unknown) => this.#unread(community, error))
      .finally(() => this.#reading.delete(community));
    this.#reading.set(community, reading);
    return reading;
  }

  #unread(community: string, error: unknown): CommunitySettings {
    if (!(error instanceof Paused))
      this.#parts.log.warn({ reason: reasonOf(error) }, 'the settings of a community cannot be read');
    return this.#last(community);
  }

  #last(community: string): CommunitySettings {
    return this.#seen.get(community)?.settings ?? NO_CHOICE;
  }

  #see(community: string, settings: CommunitySettings): CommunitySettings {
    this.#seen.set(community, { settings, until: this.#parts.clock.now() + BELIEVED_MS });
    return settings;
  }
}

/** Settings that are to be changed. @throws Problem where they cannot be read: to write over them would lose them. */
function legible(body: string | null): CommunitySettings {
  try {
    return readSettings(body);
  } catch {
    throw new Problem(
      say(
        'I cannot read the settings of this community, so I change nothing: whoever runs me should bring me up to date.',
      ),
    );
  }
}

/** A change of a setting that this version does not know is not listed. */
function readChange({ member, setting, channel, before, after, at }: SettingChange): RecordedChange[] {
  const known = SETTINGS.find((name) => name === setting);
  if (known === undefined) return [];
  return [
    {
      member,
      setting: known,
      channel: channel === '' ? null : channel,
      before: valueOf(before),
      after: valueOf(after),
      at,
    },
  ];
}

function valueOf(text: string | null): SettingValue {
  return text === null ? null : settingValue.parse(JSON.parse(text));
}
