import { creditLine } from '../../src/credits.ts';
import { clipWords, longestFit } from '../../src/fit/clip.ts';
import type { Credit, Inline, Text } from '../../src/reply.ts';
import { isSafeUrl, link } from '../../src/reply.ts';
import { say } from '../../src/language/say.ts';

/** The foot of an answer: every source with its link and dates, then the disclaimers; as many as `fits` lets in, the rest counted. */
export function foot(sources: readonly Credit[], fits: (text: Text) => boolean): Text {
  if (sources.length === 0) return [];
  const entries: Text[] = [...sources.map(credit), ...disclaimers(sources)];
  const whole = line(entries, entries.length);
  if (fits(whole)) return whole;
  const count = longestFit(entries.length, (n) => fits(line(entries, n)));
  return line(entries, count);
}

function line(entries: readonly Text[], count: number): Text {
  const left = entries.length - count;
  const shown = [...entries.slice(0, count), ...(left === 0 ? [] : [[say('{left} more', { left })]])];
  const list = '';
  const label = entries.length === 1 ? say('Source: {list}', { list }) : say('Sources: {list}', { list });
  return shown.flatMap((entry, at) => [at === 0 ? label : ' · ', ...entry]);
}

function credit(source: Credit): Text {
  const name = clipWords(source.name, 150);
  const words = creditLine({ ...source, name });
  if (source.url === undefined || source.url.length > 1000 || !isSafeUrl(source.url)) return [words];
  const dates: Inline[] = words.length > name.length ? [words.slice(name.length)] : [];
  return [link(name, source.url), ...dates];
}

function disclaimers(sources: readonly Credit[]): Text[] {
  return [...new Set(sources.flatMap((source) => source.disclaimer ?? []))].map((words) => [words]);
}
