import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, message, say } from '../../src/message/say.ts';
import type { PostedPrompt } from '../../src/prompts/content.ts';
import type { PromptSpec } from '../../src/prompts/content.ts';
import type { Action, Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import type { Track } from './follow.ts';
import { followedIn, trackTitle } from './follow.ts';
import { nearestTracks, writtenTitle } from './tracks.ts';

/** As many tracks as are offered instead. */
const OFFERED = 3;

/** A schedule that has nothing to post as it is: its track is finished, or nobody wrote one. */
export interface Over {
  readonly schedule: string;
  /** What it follows. */
  readonly track: string;
  /** The track that it went on with last; `track` itself where that is followed as it stands. */
  readonly last: string;
  /** How many prompts were posted; 0 where there are none for the track. */
  readonly count: number;
  /** Every track of which it posted something. */
  readonly done: ReadonlySet<string>;
}

/** What is over with a schedule that has no next prompt. */
export function overOf(
  { id, content }: { readonly id: string; readonly content: Pick<PromptSpec, 'track' | 'fallback'> },
  posts: readonly PostedPrompt[],
  { topics }: Pick<Track, 'topics'>,
): Over {
  const counted = posts.filter(({ test }) => !test);
  const { track } = content;
  const last = followedIn(track) === undefined ? track : (counted[0]?.track ?? content.fallback ?? track);
  const done = new Set(counted.map((post) => post.track));
  return { schedule: id, track, last, count: topics.length, done };
}

/** The tracks to start in its stead, nearest first. */
function offered({ last, done }: Over, knowledge: KnowledgeBase): string[] {
  return nearestTracks(last, knowledge, done).slice(0, OFFERED);
}

const FINISHED = message(
  '{n, plural, one {The one prompt of {track} was posted} other {All # prompts of {track} were posted}}, so this schedule pauses here.',
);
const TRACKLESS = message('Nobody has written prompts for {track}, so this schedule pauses here.');

/** What a channel is told, once, in the place of a prompt; the buttons are for those who may manage the community. */
export function overDraft(over: Over, knowledge: KnowledgeBase): Draft {
  const track = trackTitle(over.track, knowledge);
  return {
    title: over.count > 0 ? say('{track} is finished', { track }) : say('{track} has no prompts', { track }),
    lead: [joined([whatHappened(over, knowledge), ...whatNext(over, knowledge)], ' ')],
    body: nextActions(startButtons(over, knowledge)),
  };
}

/** The same as one line, for whoever made the schedule. */
export function overSentence(over: Over, knowledge: KnowledgeBase): Said {
  return joined([whatHappened(over, knowledge), ...whatNext(over, knowledge)], ' ');
}

function whatHappened({ track, count }: Over, knowledge: KnowledgeBase): Said {
  const facts = { track: trackTitle(track, knowledge), n: count };
  return say(count > 0 ? FINISHED : TRACKLESS, facts);
}

function whatNext(over: Over, knowledge: KnowledgeBase): Said[] {
  const [nearest] = offered(over, knowledge);
  if (nearest === undefined) return [];
  return [
    say('Next could be {track}: whoever manages this community can start it, or another one.', {
      track: writtenTitle(nearest, knowledge),
    }),
  ];
}

/** Buttons that let the schedule go on with another track, or with the finished one anew. */
export function startButtons(over: Over, knowledge: KnowledgeBase): Action[] {
  const go = (label: Said, track: string) =>
    askButton(label, 'prompts resume', { schedule: over.schedule, track });
  return [
    ...offered(over, knowledge).map((track) =>
      go(say('Start {track}', { track: writtenTitle(track, knowledge) }), track),
    ),
    ...(over.count > 0 && followedIn(over.track) === undefined
      ? [go(say('Begin {track} anew', { track: trackTitle(over.track, knowledge) }), over.track)]
      : []),
  ];
}
