/** What a translated object says in English. */
const originals = new WeakMap<object, object>();

/** The object that a translated one is made of; itself where it is not translated. */
export function originalOf(object: object): object {
  return originals.get(object) ?? object;
}

/**
 * An entry with texts of a translation in the place of its own. Whatever is not translated stays as it is; without a
 * translation it is the entry itself.
 */
export function translatedBy<T>(entry: T, texts: unknown): T {
  if (texts === undefined || texts === null) return entry;
  if (typeof texts !== 'object' || typeof entry !== 'object' || entry === null) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the loader has compared it with its entry
    return texts as T;
  }
  const parts = Object.entries(entry).map(([name, part]: [string, unknown]) => [
    name,
    translatedBy(part, Reflect.get(texts, name)),
  ]);
  const copy: object = Array.isArray(entry) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
  originals.set(copy, entry);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the same shape, with other texts
  return copy as T;
}
