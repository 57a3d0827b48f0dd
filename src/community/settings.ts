import { z } from 'zod';
import { LANGUAGES } from '../message/language.ts';
import type { SettingChange } from '../store/settings.ts';

/** A value as it is kept in the record of changes. */
export const settingValue = z.union([z.string(), z.array(z.string()).readonly()]);

const words = z.array(z.string().min(1).max(60)).max(100).readonly();

/** What holds in a channel, or in a whole community where the channel says nothing else. */
const rule = z.object({
  /** Who sees an answer that may be seen by all: the asker only, or everybody in the channel. */
  answers: z.enum(['private', 'everyone']).exactOptional(),
  /** First words of the only commands that may be asked. */
  allow: words.exactOptional(),
  /** First words of commands that may not be asked. */
  refuse: words.exactOptional(),
});

/** Stands in a list for every command there is. */
export const ALL = '*';

/** At most as many channels have rules of their own. */
export const MOST_CHANNELS = 200;

/** What a community chose; what is left out is as if nobody had ever chosen. Keys of a later version are kept as they are. */
const settings = rule.extend({
  /** Of what the bot posts here by itself. */
  language: z.enum(LANGUAGES).exactOptional(),
  /** IANA. */
  zone: z.string().max(60).exactOptional(),
  /** The place's own id of the role or group whose people manage the community beside its administrators. */
  managers: z.string().max(60).exactOptional(),
  /** Whether it is counted what is asked. */
  counts: z.enum(['on', 'off']).exactOptional(),
  /** Names of the packs in use. */
  packs: words.exactOptional(),
  /** By the place's own id. */
  channels: z.record(z.string(), rule.loose()).exactOptional(),
});

export type ChannelRule = Readonly<z.infer<typeof rule>>;
export type CommunitySettings = Omit<Readonly<z.infer<typeof settings>>, 'channels'> & {
  readonly channels?: Readonly<Record<string, ChannelRule>>;
};

/** The names of what can be set, in the order in which it is shown. `reports` is kept with the reports. */
export const SETTINGS = [
  'language',
  'zone',
  'answers',
  'managers',
  'allow',
  'refuse',
  'reports',
  'counts',
  'packs',
] as const;
export type Setting = (typeof SETTINGS)[number];
export type SettingValue = string | readonly string[] | null;

/** Before the settings, so that whoever reads them knows the form. */
const VERSION = 1;
const stored = z.object({ version: z.literal(VERSION), settings: settings.loose() });

/** Nothing chosen. */
export const NO_CHOICE: CommunitySettings = {};

/** Settings as they were kept. @throws where they cannot be read. */
export function readSettings(body: string | null): CommunitySettings {
  return body === null ? NO_CHOICE : stored.parse(JSON.parse(body)).settings;
}

/** Settings to be kept. */
export function writeSettings(chosen: CommunitySettings): string {
  return JSON.stringify({ version: VERSION, settings: chosen });
}

/** One setting that is not what it was; `channel` is null where it is of the whole community. */
export interface Difference {
  readonly setting: Setting;
  readonly channel: string | null;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

/** What changed, setting by setting. */
export function differences(before: CommunitySettings, after: CommunitySettings): Difference[] {
  const channels = new Set([...Object.keys(before.channels ?? {}), ...Object.keys(after.channels ?? {})]);
  return [
    ...between(before, after, null),
    ...[...channels].flatMap((id) => between(before.channels?.[id] ?? {}, after.channels?.[id] ?? {}, id)),
  ];
}

function between(before: CommunitySettings, after: CommunitySettings, channel: string | null): Difference[] {
  return SETTINGS.filter((setting) => setting !== 'reports').flatMap((setting) => {
    const was = before[setting] ?? null;
    const is = after[setting] ?? null;
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ setting, channel, before: was, after: is }];
  });
}

/** The same settings with some changed; null takes one back. In a channel only what a channel can have. */
export function withChanges<T extends CommunitySettings>(
  chosen: T,
  changes: Readonly<Partial<Record<Setting, SettingValue>>>,
): T {
  const told = Object.entries(changes).filter(([, value]) => value !== undefined);
  const kept = Object.entries({ ...chosen, ...Object.fromEntries(told) }).filter(
    ([, value]) => value !== null,
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked by whoever keeps it
  return Object.fromEntries(kept) as T;
}

/** A change as it is kept. */
export function recordOf(
  { setting, channel, before, after }: Difference,
  by: string,
  at: number,
): SettingChange {
  return { member: by, setting, channel: channel ?? '', before: textOf(before), after: textOf(after), at };
}

function textOf(value: SettingValue): string | null {
  return value === null ? null : JSON.stringify(value);
}
