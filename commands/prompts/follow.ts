import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import type { CountReport, Tally } from '../../src/community/counts.ts';
import { numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import type { PromptSpec } from '../../src/prompts/content.ts';
import type { Proposal } from '../../src/community/proposals.ts';
import { dayOf } from '../views/format.ts';
import type { Topic } from '../../src/prompts/topic.ts';
import { topicsOf } from './topic.ts';
import { fullest, suggestWritten, writtenTitle } from './tracks.ts';

/** Tracks that follow what a community asks, instead of one role. */
const FOLLOWED = {
  'most-asked': {
    title: message('what is asked here most'),
    now: message('most asked here since {day}: {role} ({times})'),
    after: message('next most asked here since {day}: {role} ({times})'),
    nothing: message('no role was asked about {times} times here since {day}, so the fallback: {role}'),
    byDefault: message('no role was asked about {times} times here since {day}, so the default: {role}'),
    rest: message('all that was asked here most was posted, so the fallback: {role}'),
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
    rest: message('all that was asked here in vain most was posted, so the fallback: {role}'),
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
  return followed === undefined ? writtenTitle(track, knowledge) : say(FOLLOWED[followed].title);
}

/** Completions for a track: those that somebody wrote, and what a community asks. */
export function suggestTracks(typed: string, context: CommandContext): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  const followed = Object.entries(FOLLOWED)
    .filter(([id]) => wanted !== '' && id.startsWith(wanted))
    .map(([id, { title }]) => ({ label: phrase`${id}: ${say(title)}`, value: id }));
  return [...followed, ...suggestWritten(typed, context)];
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
 * The track as it is now. One that follows what is asked holds the topics of the role asked most that has any, then those of
 * the next, then those of the fallback: ties by id, so that whoever makes it makes the same.
 */
export async function trackOf(spec: PromptSpec, world: TrackWorld): Promise<Track> {
  const followed = followedIn(spec.track);
  const { knowledge, proposals, now, report } = world;
  if (followed === undefined) return { topics: topicsOf(spec, knowledge, proposals), because: () => null };
  const from = new Date(now - DAYS * DAY_MS).toISOString().slice(0, 10);
  const counts = await report(from);
  const roles = rolesIn(counts, followed, knowledge).filter(({ total }) => total >= ENOUGH);
  const names = roles.map(({ name }) => name);
  const since = counts.since ?? from;
  if (topicsFor(names, spec, world).length === 0) return defaultFor(followed, since, spec, world);
  const topics = topicsFor([...names, ...(spec.fallback === undefined ? [] : [spec.fallback])], spec, world);
  return { topics, because: ({ track }) => reason(track, roles, since, followed, knowledge) };
}

/** What is posted while too little is asked: the fallback, else the role with the most prompts. */
function defaultFor(followed: Followed, since: string, spec: PromptSpec, world: TrackWorld): Track {
  const { knowledge } = world;
  const named = topicsFor(spec.fallback === undefined ? [] : [spec.fallback], spec, world);
  const track = named[0]?.track ?? defaultTrack(knowledge);
  const said = FOLLOWED[followed][named.length === 0 ? 'byDefault' : 'nothing'];
  const facts = { times: ENOUGH, day: dayOf(since), role: writtenTitle(track, knowledge) };
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
  const role = writtenTitle(track, knowledge);
  const total = roles.find(({ name }) => name === track)?.total;
  if (total === undefined) return say(FOLLOWED[followed].rest, { role });
  const said = FOLLOWED[followed][roles[0]?.name === track ? 'now' : 'after'];
  return say(said, { day: dayOf(since), role, times: numeral(total) });
}

function defaultTrack(knowledge: KnowledgeBase): string {
  return fullest(knowledge)[0] ?? '';
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
  const role = writtenTitle(fallback ?? defaultTrack(knowledge), knowledge);
  const facts = { times: ENOUGH, days: DAYS, role };
  return fallback === undefined
    ? say(
        'While no role was asked about {times} times in {days} days, {role} is posted, the role with the most prompts; fallback: names another.',
        facts,
      )
    : say('While no role was asked about {times} times in {days} days, {role} is posted.', facts);
}

/** The track as it is now in a community. */
export async function trackHere(
  spec: PromptSpec,
  community: string,
  { knowledge, community: { proposals: book, counts }, now }: CommandContext,
): Promise<Track> {
  const proposals = await book.of(community);
  return trackOf(spec, { knowledge, proposals, now, report: (since) => counts.report(community, since) });
}
