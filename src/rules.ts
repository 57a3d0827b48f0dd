import type { Command } from './command.ts';
import { isForManagers, typedCommands } from './command.ts';
import type { Asker, Place } from './invocation.ts';
import type { ChannelRule, CommunitySettings } from './community/settings.ts';
import { ALL } from './community/settings.ts';

/** The community of a place as its settings name it; null where it is nobody's, or nothing can be kept of it. */
export function communityOfPlace({ on, community, channel }: Place): string | null {
  if (on === undefined || (community === null && channel !== null)) return null;
  return `${on}:${community ?? ''}`;
}

/** The place as its community wants it: in its language and by its clock. The same object where it chose neither. */
export function settledPlace(place: Place, { language, zone }: CommunitySettings): Place {
  if (language === undefined && zone === undefined) return place;
  return {
    ...place,
    ...(language === undefined ? {} : { locale: language }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** The channel that rules are of: of a thread the channel that it is in. */
export function ruledChannel({ channel, within }: Place): string | null {
  return within ?? channel;
}

/**
 * Whether rules hold: in a direct message there is nobody to be disturbed. Of a channel that has rules of its own they hold even
 * where its place did not say in time that it is none.
 */
function hasRules(place: Place, { channels = {} }: CommunitySettings): boolean {
  const { community, channel, direct } = place;
  const hasOwn = Object.hasOwn(channels, ruledChannel(place) ?? '');
  return (direct !== true || hasOwn) && (channel === null || community !== null);
}

/** What holds in a channel: what it says itself, and else what its community says. */
export function ruleIn(settings: CommunitySettings, channel: string | null): ChannelRule {
  const { answers, allow, refuse, channels = {} } = settings;
  const community = {
    ...(answers === undefined ? {} : { answers }),
    ...(allow === undefined ? {} : { allow }),
    ...(refuse === undefined ? {} : { refuse }),
  };
  return channel === null || !Object.hasOwn(channels, channel)
    ? community
    : { ...community, ...channels[channel] };
}

/** Commands that everybody may always ask: how to ask, and what is kept of whoever asks. */
const ALWAYS: ReadonlySet<string> = new Set(['help', 'privacy']);

/** The first words of the commands that a community may keep out of a channel, in the order of the help. */
export function restrictable(commands: readonly Command[]): string[] {
  const firsts = new Set(typedCommands(commands).map(({ name }) => firstOf(name)));
  return [...firsts].filter((first) => !ALWAYS.has(first) && !isForManagers(first, commands));
}

function firstOf(name: string): string {
  return name.split(' ')[0] ?? '';
}

/**
 * Whether a rule keeps a command out. What is for managers only is asked wherever they are. Only what can be shown to a channel
 * has to be allowed there; and of a line in plain words, or of another question, that which it leads to.
 */
function keepsOut({ allow = [ALL], refuse = [] }: ChannelRule, command: Command): boolean {
  const first = firstOf(command.name);
  if (command.managersOnly === true || ALWAYS.has(first)) return false;
  if (refuse.includes(first)) return true;
  return command.shareable && !leadsOn(command) && !allow.includes(ALL) && !allow.includes(first);
}

function leadsOn({ options }: Command): boolean {
  return Object.values(options).some((option) => 'line' in option && option.line);
}

/** Whether a community keeps a command out of where it is asked. */
export function isKeptOut(command: Command, place: Place, settings: CommunitySettings): boolean {
  return hasRules(place, settings) && keepsOut(ruleIn(settings, ruledChannel(place)), command);
}

/** Where a command that is kept out of one channel may be asked: in channels that say so, and whether in all that say nothing. */
export function waysIn(
  command: Command,
  settings: CommunitySettings,
): { readonly channels: readonly string[]; readonly elsewhere: boolean } {
  const channels = Object.entries(settings.channels ?? {}).flatMap(([id, { allow, refuse }]) => {
    const says = allow !== undefined || refuse !== undefined;
    return says && !keepsOut(ruleIn(settings, id), command) ? [id] : [];
  });
  return { channels, elsewhere: !keepsOut(ruleIn(settings, null), command) };
}

/** Whether an answer that may be seen by all is shown to everybody at once where it is asked. */
export function isShown(place: Place, settings: CommunitySettings): boolean {
  const isChannel = place.channel !== null && place.community !== null && hasRules(place, settings);
  return isChannel && ruleIn(settings, ruledChannel(place)).answers === 'everyone';
}

/** The asker as the community sees them: whoever is in the group that it chose manages it too. */
export function settledAsker(asker: Asker, { managers }: CommunitySettings): Asker {
  const isChosen = managers !== undefined && asker.groups?.includes(managers) === true;
  return asker.manages || !isChosen ? asker : { ...asker, manages: true, appointed: true };
}
