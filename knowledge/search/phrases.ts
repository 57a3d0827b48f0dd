import { normalise } from './normalise.ts';
import { FILLERS, NAME_FORMS, SHORT_FORMS, STOPWORDS } from './words.ts';

/** The words of a normalised name without those that say nothing; all of them where fewer than two would be left. */
export function tellingWords(name: string): string[] {
  const words = name.split(' ').filter((word) => word !== '');
  const telling = words.filter((word) => !STOPWORDS.has(word));
  return telling.length > 1 ? telling : words;
}

/** How many words of what was typed may say what is meant: neither small words nor words around a name. */
export function meaningfulWords(typed: string): number {
  return tellingWords(normalise(typed)).filter((word) => !FILLERS.has(word) && !STOPWORDS.has(word)).length;
}

/** A normalised name with its short forms written out: "ml eng" → "machine learning engineer". */
export function longForm(name: string): string {
  return writtenOut(name, SHORT_FORMS);
}

/** The same with short forms of one's own. */
export function writtenOut(name: string, forms: ReadonlyMap<string, string>): string {
  const whole = NAME_FORMS.get(name);
  if (whole !== undefined) return whole;
  const words = name.split(' ');
  if (!words.some((word) => forms.has(word))) return name;
  return words.map((word) => forms.get(word) ?? word).join(' ');
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

/** Joins letters that stand alone, "m l engineer" → "ml engineer", and neighbours that are one word of the index. */
export function joined(name: string, known: (word: string) => boolean): string {
  const out: string[] = [];
  for (const word of name.split(' ')) {
    const last = out.at(-1) ?? '';
    const letters = /^[a-z]$/.test(word) && /^[a-z]{1,3}$/.test(last) && !known(last);
    if (last !== '' && (letters || known(last + word))) out[out.length - 1] = last + word;
    else out.push(word);
  }
  return out.join(' ');
}
