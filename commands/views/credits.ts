import type { KnowledgeBase, Source } from '../../knowledge/index.ts';
import { say } from '../../src/message/say.ts';
import type { Credit } from '../../src/reply.ts';

/**
 * The foot of an answer: the sources with these ids, in that order. `now` is in epoch milliseconds, `disclaimer` a
 * sentence of the catalogue.
 */
export function credits(
  ids: readonly string[],
  { knowledge, now }: { readonly knowledge: KnowledgeBase; readonly now: number },
  disclaimer?: string,
): Credit[] {
  const known = [...new Set(ids)].flatMap((id) => knowledge.sources.get(id) ?? []);
  return known.map((source) => ({
    name: source.name,
    ...(source.url === undefined ? {} : { url: source.url }),
    ...(source.reviewed === undefined ? {} : { reviewed: source.reviewed }),
    ...(source.published === undefined ? {} : { published: source.published }),
    retrieved: source.retrieved,
    ...(isStale(source, now) ? { stale: true } : {}),
    ...(disclaimer === undefined ? {} : { disclaimer: say(disclaimer) }),
  }));
}

/** Whether a source's review-by date has passed. */
export function isStale(source: Source, now: number): boolean {
  return source.reviewBy < new Date(now).toISOString().slice(0, 10);
}
