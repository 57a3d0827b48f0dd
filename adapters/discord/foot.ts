import { creditLines, sourcesLine } from '../../src/credits.ts';
import { clipWords, longestFit } from '../../src/fit/clip.ts';
import type { Language } from '../../src/message/language.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import type { SpokenCredit } from '../../src/spoken.ts';
import { oneLine } from './markdown.ts';

/** Discord allows a footer of 2048; more than this is a page of its own on a phone. */
const MOST = 1000;

const feet = new WeakMap<readonly SpokenCredit[], string>();

/** The foot of an embed, which Discord shows as plain words: sources with dates, as many as fit, then the disclaimers. */
export function foot(sources: readonly SpokenCredit[], language: Language): string {
  const known = feet.get(sources) ?? makeFoot(sources, language);
  feet.set(sources, known);
  return known;
}

function makeFoot(sources: readonly SpokenCredit[], language: Language): string {
  const whole = oneLine(speak(sourcesLine(sources), language));
  if (whole.length <= MOST) return whole;
  const words = (n: number) => oneLine(speak(line(sources, n), language));
  const count = longestFit(sources.length, (n) => words(n).length <= MOST);
  return clipWords(words(count), MOST);
}

function line(sources: readonly SpokenCredit[], count: number): Said {
  const left = sources.length - count;
  const disclaimers = new Set(sources.flatMap((source) => source.disclaimer ?? []));
  const more = left === 0 ? [] : [say('… {left} more: /sources', { left })];
  const named = creditLines(sources.slice(0, count));
  return say('Sources: {list}', { list: joined([...named, ...more, ...disclaimers], ' · ') });
}
