import { creditDates } from '../../src/credits.ts';
import { clipWords, longestFit } from '../../src/fit/clip.ts';
import type { Language } from '../../src/message/language.ts';
import { identityOf, joined, say } from '../../src/message/say.ts';
import type { SpokenText } from '../../src/message/speak.ts';
import { speak } from '../../src/message/speak.ts';
import { isSafeUrl } from '../../src/reply.ts';
import type { SpokenCredit } from '../../src/spoken.ts';

/** The foot of an answer: every source with its link and dates, then the disclaimers; as many as `fits` lets in, the rest counted. */
export function foot(
  sources: readonly SpokenCredit[],
  language: Language,
  fits: (text: SpokenText) => boolean,
): SpokenText {
  if (sources.length === 0) return [];
  const entries: SpokenText[] = [
    ...sources.map((source, at) => credit(source, language, sources[at + 1])),
    ...disclaimers(sources),
  ];
  const whole = line(entries, entries.length, language);
  if (fits(whole)) return whole;
  const count = longestFit(entries.length, (n) => fits(line(entries, n, language)));
  return line(entries, count, language);
}

function line(entries: readonly SpokenText[], count: number, language: Language): SpokenText {
  const left = entries.length - count;
  const shown = [
    ...entries.slice(0, count),
    ...(left === 0 ? [] : [[speak(say('{left} more', { left }), language)]]),
  ];
  const list = '';
  const label = entries.length === 1 ? say('Source: {list}', { list }) : say('Sources: {list}', { list });
  return shown.flatMap((entry, at) => [at === 0 ? speak(label, language) : ' · ', ...entry]);
}

/** A source with its date, which is left to the next one where both have the same. */
function credit(source: SpokenCredit, language: Language, next: SpokenCredit | undefined): SpokenText {
  const name = clipWords(source.name, 150);
  const isSame =
    next !== undefined &&
    identityOf(joined(creditDates(next), ', ')) === identityOf(joined(creditDates(source), ', '));
  const dates = isSame ? [] : creditDates(source);
  const { url } = source;
  if (url === undefined || url.length > 1000 || !isSafeUrl(url))
    return [speak(joined([name, ...dates], ', '), language)];
  const after = dates.map((date) => `, ${speak(date, language)}`).join('');
  return [{ kind: 'link', text: name, url }, ...(after === '' ? [] : [after])];
}

function disclaimers(sources: readonly SpokenCredit[]): SpokenText[] {
  return [...new Set(sources.flatMap((source) => source.disclaimer ?? []))].map((words) => [words]);
}
