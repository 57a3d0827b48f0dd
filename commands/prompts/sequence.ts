import type { PostContent } from '../../src/prompts/content.ts';
import type { Topic } from './topic.ts';

/** What a schedule posts next. */
export interface Turn {
  readonly topic: Topic;
  /** From 1: how many prompts will have been posted with it. */
  readonly week: number;
  /** From 1: how often the track began anew. */
  readonly round: number;
  /** The topic after it. */
  readonly next: Topic | undefined;
}

/**
 * The next topic of a track, none twice until all were posted; undefined where the track is empty. `past` is what was
 * posted, latest first; tests do not count.
 */
export function nextTurn(topics: readonly Topic[], past: readonly PostContent[]): Turn | undefined {
  const counted = past.filter(({ test }) => !test);
  const week = (counted[0]?.week ?? 0) + 1;
  const round = counted[0]?.round ?? 1;
  const used = new Set(counted.filter((post) => post.round === round).map(({ topic }) => topic));
  const left = topics.filter(({ key }) => !used.has(key));
  const [topic, next] = left.length > 0 ? [...left.slice(0, 2), ...topics.slice(0, 1)] : topics;
  if (topic === undefined) return undefined;
  return { topic, week, round: left.length > 0 ? round : round + 1, next };
}
