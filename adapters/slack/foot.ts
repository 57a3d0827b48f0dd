import { creditGroups } from '../../src/credits.ts';
import { clipWords, longestFit } from '../../src/fit/clip.ts';
import type { Language } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import type { SpokenInline, SpokenText } from '../../src/message/speak.ts';
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
  const whole = line(sources, sources.length, language);
  if (fits(whole)) return whole;
  const count = longestFit(sources.length, (n) => fits(line(sources, n, language)));
  return line(sources, count, language);
}

function line(sources: readonly SpokenCredit[], count: number, language: Language): SpokenText {
  const left = sources.length - count;
  const entries: SpokenText[] = [
    ...creditGroups(sources.slice(0, count)).map((group) => groupText(group, language)),
    ...(left === 0 ? [] : [[speak(say('{left} more', { left }), language)]]),
    ...disclaimers(sources),
  ];
  const list = '';
  const label = sources.length === 1 ? say('Source: {list}', { list }) : say('Sources: {list}', { list });
  return entries.flatMap((entry, at) => [at === 0 ? speak(label, language) : ' · ', ...entry]);
}

/** Sources of one date, each with its link, and the date once. */
function groupText({ dates, credits }: Group, language: Language): SpokenText {
  const names = credits.flatMap((source, at): SpokenText => [...(at === 0 ? [] : [', ']), linked(source)]);
  const after = dates.map((date) => `, ${speak(date, language)}`).join('');
  return after === '' ? names : [...names, after];
}

type Group = ReturnType<typeof creditGroups<SpokenCredit>>[number];

function linked({ name, url }: SpokenCredit): SpokenInline {
  const text = clipWords(name, 150);
  return url === undefined || url.length > 1000 || !isSafeUrl(url) ? text : { kind: 'link', text, url };
}

function disclaimers(sources: readonly SpokenCredit[]): SpokenText[] {
  return [...new Set(sources.flatMap((source) => source.disclaimer ?? []))].map((words) => [words]);
}
