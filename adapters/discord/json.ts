/** A key of something that came from Discord; undefined where it has none. */
export function keyOf(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined;
}

/** A list that came from Discord; empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A key that holds words; undefined where it holds anything else. */
export function wordsAt(thing: unknown, key: string): string | undefined {
  const value = keyOf(thing, key);
  return typeof value === 'string' ? value : undefined;
}
