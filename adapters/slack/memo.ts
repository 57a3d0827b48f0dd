/**
 * The same function, which remembers what it made of an object for as long as the object lives. Making a reply fit draws
 * and measures its parts several times over; replies and their parts never change.
 */
export function memoised<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}
