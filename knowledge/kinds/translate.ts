import type { FieldPath } from '../load/source-position.ts';

/** A text of a translation that has no place in its entry, or a list that is longer or shorter than the entry's. */
export interface Untranslatable {
  readonly path: FieldPath;
  readonly message: string;
}

/** Where a translation is not of the shape of its entry. */
export function* mismatches(entry: unknown, texts: unknown, path: FieldPath = []): Generator<Untranslatable> {
  if (texts === null || texts === undefined) return;
  if (typeof texts !== 'object') {
    if (typeof entry !== typeof texts)
      yield { path, message: 'translates what the entry does not say: take it out' };
    return;
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry) !== Array.isArray(texts)) {
    yield { path, message: 'is not what stands at this place of the entry: write it as the entry does' };
    return;
  }
  if (Array.isArray(texts) && Array.isArray(entry) && texts.length !== entry.length) {
    const message = `has ${texts.length} items, and the entry has ${entry.length}: write as many, with {} for one to leave as it is`;
    yield { path, message };
    return;
  }
  for (const [key, part] of Object.entries(texts))
    yield* mismatches(Reflect.get(entry, key), part, [...path, Array.isArray(texts) ? Number(key) : key]);
}
