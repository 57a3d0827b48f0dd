/** Longest part of an id that is made of a title, in characters: ids travel in buttons, which hold 100. */
const MAX_SLUG = 40;

/** `Data Scientists` → `data-scientists`, cut at a word. */
export function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= MAX_SLUG) return words;
  const cut = words.lastIndexOf('-', MAX_SLUG);
  return words.slice(0, cut > 0 ? cut : MAX_SLUG);
}

/**
 * The titles that a title with an expansion in brackets stands for: "AI Engineer (Artificial Intelligence Engineer)"
 * is both, "Recreational Vehicle (RV) Repairer" is a Recreational Vehicle Repairer and an RV Repairer. `short` is the
 * publisher's own short form, where it gives one. Empty for brackets that narrow a title down, as in "Singer (Burning)".
 */
export function expansions(title: string, short = ''): string[] {
  const [, before = '', inside = '', after = ''] = /^([^()]+?)\s*\(([^()]+)\)\s*(.*)$/.exec(title) ?? [];
  if (inside === '' || after.includes('(')) return [];
  const known = [before, inside].some((half) => half.toLowerCase() === short.toLowerCase());
  if (after === '') return known || abbreviates(inside, before) ? [before, inside] : [];
  if (!abbreviates(inside, before)) return [];
  // "Sheet Metal Computer Numerically Controlled (CNC) Programmer": only the last words are what is abbreviated.
  const words = before.split(' ');
  const kept = words.slice(0, Math.max(0, words.length - wordsOf(inside, words)));
  return [`${before} ${after}`, [...kept, inside, after].join(' ')];
}

/** Whether `short` is made of the beginnings of the last words of `long`, as in RV, GED, DevOps. */
function abbreviates(short: string, long: string): boolean {
  return /^[A-Z][A-Za-z0-9&-]+$/.test(short) && wordsOf(short, long.split(' ')) > 0;
}

const SMALL = new Set(['and', 'of', 'the', 'for', 'in', 'to', '&', 'a', 'an', 'over', 'by']);

/** How many of the last words begin with the letters of `short`, small words left out or not; 0 where they do not. */
function wordsOf(short: string, words: readonly string[]): number {
  const letters = short.replace(/[^A-Za-z]/g, '').toLowerCase();
  for (let count = 2; count <= words.length; count++) {
    const parts = words.slice(-count).flatMap((word) => word.toLowerCase().split(/[-/,]/));
    const large = parts.filter((part) => part !== '' && !SMALL.has(part));
    if (spells(letters, large) || spells(letters, parts)) return count;
  }
  return 0;
}

/** Whether `letters` are beginnings, of a letter or more, of each of `words` in turn. */
function spells(letters: string, words: readonly string[]): boolean {
  const [first, ...rest] = words;
  if (first === undefined) return letters === '';
  for (let size = 1; size <= first.length && letters.startsWith(first.slice(0, size)); size++)
    if (spells(letters.slice(size), rest)) return true;
  return false;
}

/** Titles without repetitions that differ only in capitals, in the order of their letters. */
export function distinctTitles(titles: Iterable<string>, without: string): string[] {
  const seen = new Set([without.toLowerCase()]);
  return [...titles]
    .toSorted((a, b) => (a < b ? -1 : Number(a > b)))
    .filter((title) => {
      const key = title.toLowerCase();
      return seen.has(key) ? false : Boolean(seen.add(key));
    });
}
