import type { Ask } from '../../src/reply.ts';
import type { Model } from './classifier.ts';
import type { Entity } from './entities.ts';
import { isWithin } from './entities.ts';
import { featuresOf } from './features.ts';
import { COURSE_LEVELS, FREE, JOINING, KINDS, STOP_WORDS, UNITS } from './lexicon.ts';
import type { Tagged } from './tagger.ts';
import { ANYWHERE } from './unsupported.ts';

/** As many as are told. */
const MOST = 5;

/**
 * What a question says that its answer does not rest on, as typed: names that no option of the commands took, and words that
 * neither people ask with nor move the score of the intent that was chosen.
 */
export function unusedIn(tagged: Tagged, asks: readonly Ask[], intent: string, model: Model): string[] {
  const isElsewhere = asks.some(({ command }) => !ANYWHERE.has(command));
  const isToldOf = ({ kind, skill, course }: Entity) =>
    kind === 'place' ? isElsewhere : intent === 'skills' && (skill ?? course) !== undefined;
  const values = new Set(
    asks.flatMap((ask) => Object.values(ask.values).flatMap((value) => [value, ...value.split(',')])),
  );
  const names = tagged.entities.filter((entity) => !isUsed(entity, values) && !isToldOf(entity));
  const moving = movedBy(tagged, intent, model);
  const words = tagged.words.flatMap(({ plain, text }, at) =>
    isWithin(tagged.entities, at) || isSmall(plain) || moving.has(at) ? [] : [{ at, text }],
  );
  const found = [...names.map(({ from, text }) => ({ at: from, text })), ...words];
  return found
    .toSorted((a, b) => a.at - b.at)
    .map(({ text }) => text)
    .slice(0, MOST);
}

/** Numbers alone say nothing; of places without figures a sentence of its own speaks, see `unsupported`. */
function isUsed(
  { kind, text, role, background, skill, course, family, code, amount, per }: Entity,
  values: ReadonlySet<string>,
): boolean {
  if (kind === 'number') return true;
  const ids = [
    text,
    role,
    background,
    skill,
    course,
    family,
    code,
    amount === undefined ? undefined : String(amount),
  ];
  return per !== undefined || ids.some((id) => id !== undefined && values.has(id));
}

function isSmall(plain: string): boolean {
  return (
    [STOP_WORDS, JOINING, FREE, UNITS.time, UNITS.week, UNITS.day, UNITS.hour].some((set) =>
      set.has(plain),
    ) ||
    KINDS.has(plain) ||
    COURSE_LEVELS.has(plain)
  );
}

/** Words that people ask with and that speak for an intent more than for others. */
function movedBy(tagged: Tagged, intent: string, { labels, weights, words }: Model): ReadonlySet<number> {
  const label = labels.indexOf(intent);
  const places = placesOf(tagged);
  const sums = new Map<number, number>();
  for (const { row, value, at } of featuresOf(tagged, words)) {
    const place = at === undefined ? undefined : places[at];
    if (place === undefined) continue;
    const own = weights.subarray(row * labels.length, (row + 1) * labels.length);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / labels.length;
    sums.set(place, (sums.get(place) ?? 0) + value * ((own[label] ?? 0) - mean));
  }
  return new Set(
    [...sums].filter(([at, sum]) => sum > 0 && words.has(tagged.words[at]?.plain ?? '')).map(([at]) => at),
  );
}

/** Where the words of the masked sentence stand in the question. */
function placesOf({ words, entities }: Tagged): number[] {
  return words.flatMap((_, at) =>
    isWithin(entities, at) && !entities.some(({ from }) => from === at) ? [] : [at],
  );
}
