/**
 * The same function, which remembers what it made of an object for as long as the object lives. Making a reply fit draws
 * and measures its parts several times over; replies and their parts never change. What else it is told must be the same
 * for the same object.
 */
export function memoised<K extends object, V, More extends readonly unknown[]>(
  make: (key: K, ...more: More) => V,
): (key: K, ...more: More) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key, ...more) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = make(key, ...more);
    made.set(key, { value });
    return value;
  };
}
