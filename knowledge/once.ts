/** Makes a value when it is first asked for: an index of 9,000 skills costs 0.2 s, and many processes ask for none. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
