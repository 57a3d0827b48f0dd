import { SHORT_FORMS, STOPWORDS } from './words.ts';

/** The words of a normalised name that say something, each once; all of them where none does. */
export function splitWords(name: string): string[] {
  const words = [...new Set(name.split(' ').filter((word) => word !== ''))];
  const telling = words.filter((word) => !STOPWORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** A normalised name with its short forms written out: "ml eng" → "machine learning engineer". */
export function longForm(name: string): string {
  return name
    .split(' ')
    .map((word) => SHORT_FORMS.get(word) ?? word)
    .join(' ');
}

/** Splits a word written as one into words of the index: "mlengineer" → "ml engineer". Undefined where it cannot. */
export function parted(word: string, known: (part: string) => boolean): string | undefined {
  const best: (string | undefined)[] = [''];
  const count: number[] = [0];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 24); start < end; start++) {
      if (best[start] === undefined || (start === 0 && end === word.length)) continue;
      const part = word.slice(start, end);
      if (!known(part)) continue;
      const parts = (count[start] ?? 0) + 1;
      if (best[end] !== undefined && (count[end] ?? 0) <= parts) continue;
      best[end] = `${best[start] ?? ''} ${part}`.trim();
      count[end] = parts;
    }
  }
  return best[word.length];
}
