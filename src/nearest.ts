import Fuse from 'fuse.js';

/** The one of `names` that `typed` was probably meant to be; undefined when none is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const fuse = new Fuse(names, { threshold: 0.45, includeScore: true });
  return fuse.search(typed.slice(0, 32))[0]?.item;
}
