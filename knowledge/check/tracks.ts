import type { Finding } from '../finding.ts';
import { DURATIONS, type Prompt, prompt } from '../kinds/prompt.ts';
import { guide } from '../kinds/guide.ts';
import { type Entry, findingAt } from '../load/entry.ts';
import { latestOf, type Merged } from '../load/merge.ts';
import type { PackContents } from '../load/read-packs.ts';
import { normalise } from '../search/normalise.ts';

/** The fewest weeks of a whole track. */
const FEWEST = 8;

/**
 * What tracks lack: enough prompts where the role has a guide, one of each duration where any names its own, and prompts
 * that ask something else.
 */
export function checkTracks(contents: PackContents, { entries }: Merged): Finding[] {
  const origins = latestOf(prompt, contents);
  const written = entries.prompt.flatMap((value): Entry<Prompt>[] => {
    const origin = origins.get(`${value.track}/${value.id}`)?.origin;
    return origin === undefined ? [] : [{ value, origin }];
  });
  const tracks = Map.groupBy(written, ({ value }) => value.track);
  const guides = latestOf(guide, contents);
  const isGuided = (track: string) => guides.has(track);
  return [
    ...[...tracks].flatMap(([track, prompts]) => incomplete(prompts, isGuided(track))),
    ...[...tracks.values()].flatMap(alike),
    ...[...guides].flatMap(([role, { origin }]) =>
      tracks.has(role)
        ? []
        : [findingAt(origin, [], `nobody wrote prompts for ${role}: add prompts/${role}/`, 'warning')],
    ),
  ];
}

function incomplete(prompts: readonly Entry<Prompt>[], isGuided: boolean): Finding[] {
  const [first] = prompts;
  if (first === undefined) return [];
  const has = new Set(prompts.map(({ value }) => value.duration));
  const lacks = DURATIONS.filter((each) => !has.has(each));
  const told = [
    ...(lacks.length === 0 || lacks.length === DURATIONS.length
      ? []
      : [`its track has no prompt of duration ${lacks.join(' and none of ')}: add one`]),
    ...(isGuided && prompts.length < FEWEST
      ? [`its track has ${prompts.length} prompts, and its role has a guide: write ${FEWEST} or more`]
      : []),
  ];
  return told.map((message) => findingAt(first.origin, ['track'], message, 'warning'));
}

/** From here on two prompts ask the same in other words: among those that are built in, the nearest two have 0.33. */
const SAME = 0.4;

/** Prompts that ask nearly the same as an earlier one of their track. */
function alike(prompts: readonly Entry<Prompt>[]): Finding[] {
  const words = prompts.map(({ value }) => wordsOf(value));
  const weight = weightsIn(words);
  return prompts.flatMap(({ origin }, at) => {
    const before = words.findIndex(
      (each, i) => i < at && cosine(each, words[at] ?? new Set(), weight) >= SAME,
    );
    const same = prompts[before]?.value;
    if (same === undefined) return [];
    const message = `asks nearly the same as "${same.title}" (${same.id}): ask something else, or keep one of the two`;
    return [findingAt(origin, ['build', 'text'], message, 'warning')];
  });
}

function wordsOf({ title, build, discuss }: Prompt): ReadonlySet<string> {
  return new Set(normalise(`${title} ${build.text} ${discuss}`).split(' '));
}

/** Words that few prompts of a track have tell more. */
function weightsIn(all: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + all.length / (counts.get(word) ?? 1)) ** 2;
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (word: string) => number): number {
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0);
  const both = sum(a.intersection(b));
  return both === 0 ? 0 : both / Math.sqrt(sum(a) * sum(b));
}
