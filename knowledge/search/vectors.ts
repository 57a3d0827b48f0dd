/** How many numbers a vector has; many vectors stand one after another in one array, the i-th from `i * SIZE`. */
export const SIZE = 64;

/** Adds `weight` times vector `from` of `source` to vector `to` of `target`. */
export function addVector(
  target: Float32Array,
  to: number,
  source: Float32Array,
  from: number,
  weight: number,
): void {
  const [a, b] = [to * SIZE, from * SIZE];
  for (let i = 0; i < SIZE; i++) target[a + i] = (target[a + i] ?? 0) + weight * (source[b + i] ?? 0);
}

/** The product of vector `at` of `a` and vector `other` of `b`; of two of length 1 it is their cosine. */
export function product(a: Float32Array, at: number, b: Float32Array, other: number): number {
  const [x, y] = [at * SIZE, other * SIZE];
  let sum = 0;
  for (let i = 0; i < SIZE; i++) sum += (a[x + i] ?? 0) * (b[y + i] ?? 0);
  return sum;
}

/** Divides vector `at` by its length to the power of `power`: 1 makes all as long as each other. */
export function shorten(vectors: Float32Array, at: number, power = 1): void {
  const length = Math.sqrt(product(vectors, at, vectors, at));
  if (length === 0) return;
  const scale = length ** -power;
  for (let i = at * SIZE; i < (at + 1) * SIZE; i++) vectors[i] = (vectors[i] ?? 0) * scale;
}

/** Makes the columns, the i-th numbers of all vectors, of length 1 and at right angles to each other (Gram-Schmidt). */
export function squareUp(vectors: Float32Array): void {
  for (let column = 0; column < SIZE; column++) {
    for (let before = 0; before < column; before++) {
      addColumn(vectors, column, before, -columnProduct(vectors, column, before));
    }
    const length = Math.sqrt(columnProduct(vectors, column, column));
    if (length > 0) addColumn(vectors, column, column, 1 / length - 1);
  }
}

function columnProduct(vectors: Float32Array, a: number, b: number): number {
  let sum = 0;
  for (let row = 0; row < vectors.length; row += SIZE)
    sum += (vectors[row + a] ?? 0) * (vectors[row + b] ?? 0);
  return sum;
}

function addColumn(vectors: Float32Array, to: number, from: number, weight: number): void {
  for (let row = 0; row < vectors.length; row += SIZE)
    vectors[row + to] = (vectors[row + to] ?? 0) + weight * (vectors[row + from] ?? 0);
}
