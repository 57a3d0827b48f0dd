import type { CommandContext } from '../../src/command.ts';
import type { ChannelRule, CommunitySettings, Difference } from '../../src/community/settings.ts';
import { ALL, differences, MOST_CHANNELS, withChanges } from '../../src/community/settings.ts';
import { languageOf } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import { type Changes, ONLY_ADMINISTRATORS } from './read.ts';

/** What became of the settings: null where nothing was told, none where all of it was so already. */
export type Changed = readonly Difference[] | null;

/** Changes what was told, in a channel where one was named. @throws Problem where that cannot be. */
export async function changeSettings(
  told: Changes,
  community: string,
  channel: string | null,
  context: CommandContext,
): Promise<Changed> {
  const { reports, ...kept } = told;
  if (Object.keys(told).length === 0) return null;
  await refuseManagers(kept, community, context);
  const posted = reports === undefined ? [] : await choosePosts(reports, community, context);
  if (Object.keys(kept).length === 0) return posted;
  const changes: Difference[] = [];
  await context.community.settings.change(community, context.asker.id, (chosen) => {
    const after = edited(chosen, kept, channel);
    changes.splice(0, changes.length, ...differences(chosen, after));
    return after;
  });
  return [...posted, ...changes];
}

/** Who manages me is nothing that whoever was chosen may choose, and nothing that nobody could be. */
async function refuseManagers(
  { managers }: Changes,
  community: string,
  { asker, community: { settings } }: CommandContext,
): Promise<void> {
  if (managers === undefined) return;
  if (asker.appointed === true) throw new Problem(ONLY_ADMINISTRATORS);
  if (typeof managers !== 'string') return;
  const problem = await settings.groupProblem(community, managers);
  if (problem !== null) throw new Problem(problem);
}

async function choosePosts(
  value: Changes['reports'],
  community: string,
  { asker, place, community: { reports } }: CommandContext,
): Promise<Difference[]> {
  const after = typeof value === 'string' ? value : null;
  const before = (await reports.channel(community))?.channel ?? null;
  await reports.postIn(community, place.on ?? '', after, {
    language: languageOf(asker.locale),
    by: asker.id,
  });
  return before === after ? [] : [{ setting: 'reports', channel: null, before, after }];
}

/** The settings as they shall be. What holds in a channel only is kept under that channel. */
function edited(chosen: CommunitySettings, told: Changes, channel: string | null): CommunitySettings {
  if (channel === null) return withChanges(chosen, ofCommunity(told));
  const { answers, allow, refuse, ...whole } = told;
  const own: ChannelRule = withChanges<ChannelRule>(chosen.channels?.[channel] ?? {}, {
    ...(answers === undefined ? {} : { answers }),
    ...(allow === undefined ? {} : { allow }),
    ...(refuse === undefined ? {} : { refuse }),
  });
  return { ...withChanges(chosen, whole), ...inChannel(chosen.channels ?? {}, channel, own) };
}

/** A community without a choice is one that allows all and refuses nothing. */
function ofCommunity(told: Changes): Changes {
  const { allow, refuse } = told;
  return {
    ...told,
    ...(Array.isArray(allow) && allow.includes(ALL) ? { allow: null } : {}),
    ...(Array.isArray(refuse) && refuse.length === 0 ? { refuse: null } : {}),
  };
}

function inChannel(
  channels: Readonly<Record<string, ChannelRule>>,
  channel: string,
  own: ChannelRule,
): Pick<CommunitySettings, 'channels'> {
  const { [channel]: _, ...others } = channels;
  const isEmpty = Object.keys(own).length === 0;
  if (!isEmpty && Object.keys(others).length >= MOST_CHANNELS)
    throw new Problem(
      say('{most} channels have rules of their own already: take one back first, such as answers:default.', {
        most: MOST_CHANNELS,
      }),
    );
  return { channels: isEmpty ? others : { ...others, [channel]: own } };
}
