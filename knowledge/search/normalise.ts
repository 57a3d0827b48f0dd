import { americanWord, singularWord } from './spelling.ts';

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** Letters that no Unicode decomposition takes apart. */
const PLAIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** Mentions (`<@1>`, `<#1|x>`, `<:emoji:1>`) and HTML tags go; what stands between two tags stays. */
function withoutMarkup(text: string): string {
  const decoded = text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? ' ');
  const stripped = decoded.replace(/<[@#!:/a-z][^<>]*>/gi, ' ');
  return /[\p{L}\p{N}]/u.test(stripped) ? stripped : decoded;
}

/** Lower case, full-width letters made ordinary, accents and invisible characters (zero width, bidi) removed. */
function plainLetters(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .replace(/['’ʼ`´]/g, '')
    .replace(/[ßæœøđðłıþ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** Writes out the signs that carry meaning in a technical name, before all others become spaces. */
function spelledSigns(text: string): string {
  return text
    .replace(/(^|[^\p{L}\p{N}]|asp|ado|vb)\.net(?![\p{L}\p{N}])/gu, '$1 dotnet ')
    .replace(/&/g, ' and ')
    .replace(/([\p{L}\p{N}])\+(?![+\p{L}\p{N}])/gu, '$1 plus ')
    .replace(/(?<![\p{L}\p{N}])([a-z])#(?![\p{L}\p{N}])/gu, '$1\u0001')
    .replace(/(?<![\p{L}\p{N}])([a-z])\+\+/gu, '$1\u0002')
    .replace(/[^\p{L}\p{M}\p{N}\u0001\u0002]+/gu, ' ')
    .replaceAll('\u0001', '# ')
    .replaceAll('\u0002', '++ ');
}

/**
 * The canonical form of a name: two names with the same form are the same name. Lower case, no accents, emoji,
 * markup or punctuation, plural and British spelling folded, words parted by one space; `c++`, `c#`, `.net` and
 * `r` stay apart. Never throws; linear in the length of `text`. It is for comparing, not for showing.
 */
export function normalise(text: string): string {
  const words = spelledSigns(plainLetters(withoutMarkup(text))).split(' ');
  return words
    .filter((word) => word !== '')
    .map((word) => americanWord(singularWord(word)))
    .join(' ');
}

/** Longest input that is searched, in characters: longer names are sentences, and time grows with length. */
export const MAX_TYPED = 80;

/** Cuts what was typed at a word, before any work is done on it. A single word longer than the limit is cut inside. */
export function capped(typed: string): string {
  if (typed.length <= MAX_TYPED) return typed;
  const head = typed.slice(0, MAX_TYPED);
  const space = head.lastIndexOf(' ');
  return (space > 0 ? head.slice(0, space) : head).toWellFormed();
}
