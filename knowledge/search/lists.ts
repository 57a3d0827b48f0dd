/** Many short lists of whole numbers in two typed arrays: list i is `values[starts[i] .. starts[i + 1]]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Packs lists. Memory: four bytes a number and four a list. */
export function packed(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  const values = new Int32Array(starts[lists.length] ?? 0);
  lists.forEach((list, i) => values.set(list, starts[i]));
  return { starts, values };
}

/** Lists of the values of each of `size` keys, in the order in which they come: `values[i]` is of `keys[i]`. */
export function grouped(keys: readonly number[], values: readonly number[], size: number): Lists {
  const starts = new Int32Array(size + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < size; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const out = new Int32Array(values.length);
  keys.forEach((key, i) => {
    const at = next[key] ?? 0;
    out[at] = values[i] ?? 0;
    next[key] = at + 1;
  });
  return { starts, values: out };
}

/** Turns lists round: list v of the answer holds every i whose list has v, in rising order. */
export function inverted(lists: Lists, size: number): Lists {
  const starts = new Int32Array(size + 1);
  for (const value of lists.values) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
  for (let v = 0; v < size; v++) starts[v + 1] = (starts[v + 1] ?? 0) + (starts[v] ?? 0);
  const next = starts.slice();
  const values = new Int32Array(lists.values.length);
  for (let i = 0; i + 1 < lists.starts.length; i++) {
    for (const value of valuesOf(lists, i)) {
      const at = next[value] ?? 0;
      values[at] = i;
      next[value] = at + 1;
    }
  }
  return { starts, values };
}

/** List `i`, without copying it. */
export function valuesOf(lists: Lists, i: number): Int32Array {
  return lists.values.subarray(lists.starts[i] ?? 0, lists.starts[i + 1] ?? 0);
}
