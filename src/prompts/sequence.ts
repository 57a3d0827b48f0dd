import type { PostedPrompt } from './content.ts';
import type { Topic } from './topic.ts';

/** What a schedule posts next. */
export interface Turn {
  readonly topic: Topic;
  /** From 1: how many prompts of the topic's track will have been posted with it. */
  readonly week: number;
  /** The topic after it; undefined for the last. */
  readonly next: Topic | undefined;
}

/**
 * The next topic of a track, none twice; undefined once all were posted, or where the track is empty. `past` is what was
 * posted, latest first; tests do not count.
 */
export function nextTurn(topics: readonly Topic[], past: readonly PostedPrompt[]): Turn | undefined {
  const used = new Set(postedIn(past));
  const [topic, next] = topics.filter(({ key }) => !used.has(key));
  if (topic === undefined) return undefined;
  const before = past.find(({ test, track }) => !test && track === topic.track);
  return { topic, week: (before?.week ?? 0) + 1, next };
}

/** The keys of all that was posted. The latest post has those of the ones that are no longer kept. */
export function postedIn(past: readonly PostedPrompt[]): string[] {
  const counted = past.filter(({ test }) => !test);
  return [...new Set(counted.flatMap(({ topic, before = [] }) => [topic, ...before]))];
}
