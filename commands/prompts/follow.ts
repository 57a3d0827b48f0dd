import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import type { CountReport, Tally } from '../../src/counts.ts';
import { numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import type { PromptSpec } from '../../src/prompts/desk.ts';
import type { Proposal } from '../../src/prompts/proposals.ts';
import { suggestRoles } from '../name.ts';
import { roleTitle } from '../show/names.ts';
import { dayOf } from '../show/words.ts';
import type { Topic } from './topic.ts';
import { topicsOf } from './topic.ts';

/** Tracks that follow what a community asks, instead of one role. */
const FOLLOWED = {
  'most-asked': {
    title: message('what is asked here most'),
    now: message('most asked here since {day}: {role} ({times})'),
    after: message('next most asked here since {day}: {role} ({times})'),
    nothing: message('no role was asked about {times} times here since {day}, so the fallback: {role}'),
    byDefault: message('no role was asked about {times} times here since {day}, so the default: {role}'),
  },
  'most-missed': {
    title: message('what is asked here in vain most'),
    now: message('most missed here since {day}: {role} ({times})'),
    after: message('next most missed here since {day}: {role} ({times})'),
    nothing: message(
      'no role was asked about {times} times here in vain since {day}, so the fallback: {role}',
    ),
    byDefault: message(
      'no role was asked about {times} times here in vain since {day}, so the default: {role}',
    ),
  },
} as const;
type Followed = keyof typeof FOLLOWED;

/** How far back is looked, in days. */
const DAYS = 90;
const DAY_MS = 24 * 3_600_000;
/** How often a role must have been asked about to be followed: fewer would tell of single people. */
const ENOUGH = 5;

/** The track that somebody typed, where it is not a role. */
export function followedIn(typed: string): Followed | undefined {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return wanted === 'most-asked' || wanted === 'most-missed' ? wanted : undefined;
}

/** What a schedule follows, in words. */
export function trackTitle(track: string, knowledge: KnowledgeBase): Said {
  const followed = followedIn(track);
  return followed === undefined ? roleTitle(track, knowledge) : say(FOLLOWED[followed].title);
}

/** Completions for a track: roles, and what a community asks. */
export function suggestTracks(typed: string, context: CommandContext): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  const followed = Object.entries(FOLLOWED)
    .filter(([id]) => wanted !== '' && id.startsWith(wanted))
    .map(([id, { title }]) => ({ label: phrase`${id}: ${say(title)}`, value: id }));
  return [...followed, ...suggestRoles(typed, context)];
}

/** What a track is made from. */
export interface TrackWorld {
  readonly knowledge: KnowledgeBase;
  readonly proposals: readonly Proposal[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the community asked since an ISO day. */
  readonly report: (since: string) => Promise<CountReport>;
}

/** The topics of a track in order, and why a topic is one of them where the track follows what is asked. */
export interface Track {
  readonly topics: readonly Topic[];
  readonly because: (topic: Topic) => Said | null;
}

/**
 * The track as it is now. One that follows what is asked holds the topics of the role asked most first, then those of the
 * next: ties by id, so that whoever makes it makes the same.
 */
export async function trackOf(spec: PromptSpec, world: TrackWorld): Promise<Track> {
  const followed = followedIn(spec.track);
  const { knowledge, proposals, now, report } = world;
  if (followed === undefined) return { topics: topicsOf(spec, knowledge, proposals), because: () => null };
  const from = new Date(now - DAYS * DAY_MS).toISOString().slice(0, 10);
  const counts = await report(from);
  const roles = rolesIn(counts, followed, knowledge).filter(({ total }) => total >= ENOUGH);
  const topics = topicsFor(
    roles.map(({ name }) => name),
    spec,
    world,
  );
  const since = counts.since ?? from;
  if (topics.length > 0)
    return { topics, because: ({ track }) => reason(track, roles, since, followed, knowledge) };
  const track = spec.fallback ?? defaultTrack(knowledge);
  const said = FOLLOWED[followed][spec.fallback === undefined ? 'byDefault' : 'nothing'];
  const facts = { times: ENOUGH, day: dayOf(since), role: roleTitle(track, knowledge) };
  return { topics: topicsFor([track], spec, world), because: () => say(said, facts) };
}

/** The roles that were asked about, or that missed words are known as by now, the most frequent first. */
function rolesIn({ asked, missed }: CountReport, followed: Followed, { roles }: KnowledgeBase): Tally[] {
  if (followed === 'most-asked') return asked.filter(({ name }) => roles.get(name) !== undefined);
  const named = missed.flatMap((tally) => {
    const { entry, match } = roles.find(tally.name);
    const isSure = match.kind === 'exact' || match.kind === 'close';
    return isSure && entry !== undefined ? [{ ...tally, name: entry.id }] : [];
  });
  const sums = Array.from(
    Map.groupBy(named, ({ name }) => name),
    ([name, group]) => ({
      name,
      total: group.reduce((sum, { total }) => sum + total, 0),
      lastDay: group[0]?.lastDay ?? '',
    }),
  );
  return sums.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}

/** The topics of several roles, each once. */
function topicsFor(
  tracks: readonly string[],
  spec: PromptSpec,
  { knowledge, proposals }: TrackWorld,
): Topic[] {
  const all = tracks.flatMap((track) => topicsOf({ ...spec, track }, knowledge, proposals));
  return [...new Map(all.toReversed().map((topic) => [topic.key, topic])).values()].toReversed();
}

function reason(
  track: string,
  roles: readonly Tally[],
  since: string,
  followed: Followed,
  knowledge: KnowledgeBase,
): Said {
  const total = roles.find(({ name }) => name === track)?.total ?? 0;
  const said = FOLLOWED[followed][roles[0]?.name === track ? 'now' : 'after'];
  return say(said, { day: dayOf(since), role: roleTitle(track, knowledge), times: numeral(total) });
}

/** The role with the most prompts written by hand, ties by id. */
function defaultTrack({ prompts, roles }: KnowledgeBase): string {
  const written = Map.groupBy(prompts, ({ track }) => track);
  const tracks = [...written].filter(([track]) => roles.get(track) !== undefined);
  tracks.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return tracks[0]?.[0] ?? roles.all[0]?.id ?? '';
}

/**
 * What is posted while too little was asked: said when such a schedule is made, since then nobody has asked yet. Undefined
 * for a track that is a role's.
 */
export function fallbackSentence(
  { track, fallback }: PromptSpec,
  knowledge: KnowledgeBase,
): Said | undefined {
  if (followedIn(track) === undefined) return undefined;
  const role = roleTitle(fallback ?? defaultTrack(knowledge), knowledge);
  const facts = { times: ENOUGH, days: DAYS, role };
  return fallback === undefined
    ? say(
        'While no role was asked about {times} times in {days} days, {role} is posted, the role with the most prompts written by hand; fallback: names another.',
        facts,
      )
    : say('While no role was asked about {times} times in {days} days, {role} is posted.', facts);
}

/** The track as it is now in a community. */
export async function trackHere(
  spec: PromptSpec,
  community: string,
  { knowledge, prompts, counts, now }: CommandContext,
): Promise<Track> {
  const proposals = await prompts.proposals.of(community);
  return trackOf(spec, { knowledge, proposals, now, report: (since) => counts.report(community, since) });
}
