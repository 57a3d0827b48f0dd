import { creditLine, sourcesLine } from '../../src/credits.ts';
import { clipWords, longestFit } from '../../src/fit/clip.ts';
import { say } from '../../src/language/say.ts';
import type { Credit } from '../../src/reply.ts';
import { oneLine } from './markdown.ts';

/** Discord allows a footer of 2048; more than this is a page of its own on a phone. */
const MOST = 1000;

const feet = new WeakMap<readonly Credit[], string>();

/** The foot of an embed, which Discord shows as plain words: sources with dates, as many as fit, then the disclaimers. */
export function foot(sources: readonly Credit[]): string {
  const known = feet.get(sources) ?? makeFoot(sources);
  feet.set(sources, known);
  return known;
}

function makeFoot(sources: readonly Credit[]): string {
  const whole = oneLine(sourcesLine(sources));
  if (whole.length <= MOST) return whole;
  const count = longestFit(sources.length, (n) => line(sources, n).length <= MOST);
  return clipWords(line(sources, count), MOST);
}

function line(sources: readonly Credit[], count: number): string {
  const left = sources.length - count;
  const disclaimers = new Set(sources.flatMap((source) => source.disclaimer ?? []));
  const more = left === 0 ? [] : [say('… {left} more: /sources', { left })];
  const named = sources.slice(0, count).map(creditLine);
  return oneLine(say('Sources: {list}', { list: [...named, ...more, ...disclaimers].join(' · ') }));
}
