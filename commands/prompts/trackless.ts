import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import type { Proposal } from '../../src/community/proposals.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { topicsOf } from './topic.ts';
import { nearestTracks, writtenTitle } from './tracks.ts';

/** As many tracks as are offered instead. */
const OFFERED = 4;

/**
 * What is said of a role that has no prompts: so, and the nearest that have some, for the same question; undefined where
 * there are prompts, a community's own among them.
 */
export function withoutTrack(
  track: string,
  { ask, option }: { readonly ask: Ask; readonly option: string },
  { knowledge }: Pick<CommandContext, 'knowledge'>,
  proposals: readonly Proposal[] = [],
): Draft | undefined {
  if (topicsOf({ track }, knowledge, proposals).length > 0) return undefined;
  const near = nearestTracks(track, knowledge).slice(0, OFFERED);
  const choices = near.map((id) => ({
    label: writtenTitle(id, knowledge),
    ask: { ...ask, values: { ...ask.values, [option]: id } },
  }));
  const title = writtenTitle(track, knowledge);
  return {
    tone: 'miss',
    title: say('{track} has no prompts', { track: title }),
    lead: [
      near.length === 0
        ? say('Only prompts that somebody wrote are posted. Anybody can propose one: /prompts propose.')
        : say(
            'Only prompts that somebody wrote are posted, and nobody has for {track}. The nearest that have some:',
            { track: title },
          ),
    ],
    body: nextActions(asButtonsOrMenu(say('Nearest'), choices)),
  };
}
