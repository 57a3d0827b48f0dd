/** A choice that a release does not have any more, so that somebody has to choose again. */
export class ChoiceProblem extends Error {
  override readonly name = 'ChoiceProblem';
}

/** The value under a key. @throws ChoiceProblem where there is none. */
export function chosen<T>(from: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = from.get(key);
  if (value === undefined) throw new ChoiceProblem(`${what} "${key}" is not in the download: choose another`);
  return value;
}
