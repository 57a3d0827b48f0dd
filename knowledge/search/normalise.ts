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
    .replace(/[ßæœøđðłıþ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** Marks, while other signs become spaces, the `#` and `++` that are part of a name. Control characters are gone by then. */
const SHARP = '\u{f0000}';
const PLUSES = '\u{f0001}';

/** Writes out the signs that carry meaning in a technical name, before all others become spaces. */
function spelledSigns(text: string): string {
  return text
    .replace(/(^|[^\p{L}\p{N}]|asp|ado|vb)\.net(?![\p{L}\p{N}])/gu, '$1 dotnet ')
    .replace(/(?<![\p{L}\p{N}])(?:[a-z]\.)+[a-z](?![\p{L}\p{N}])/gu, (letters) => letters.replaceAll('.', ''))
    .replace(/['’ʼ`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/([\p{L}\p{N}])\+(?![+\p{L}\p{N}])/gu, '$1 plus ')
    .replace(/(?<![\p{L}\p{N}])([a-z])#(?![\p{L}\p{N}])/gu, `$1${SHARP}`)
    .replace(/(?<![\p{L}\p{N}])([a-z])\+\+/gu, `$1${PLUSES}`)
    .replace(/[^\p{L}\p{M}\p{N}\u{f0000}\u{f0001}]+/gu, ' ')
    .replaceAll(SHARP, '# ')
    .replaceAll(PLUSES, '++ ');
}

/** Most names are letters, digits, spaces and hyphens; what takes care of all the rest costs ten times as much. */
const ORDINARY = /^[A-Za-z0-9 ,()/-]*$/;

/**
 * The canonical form of a name: two names with the same form are the same name. Lower case, no accents, emoji,
 * markup or punctuation, plural and British spelling folded, words parted by one space; `c++`, `c#`, `.net` and
 * `r` stay apart. Never throws; linear in the length of `text`. It is for comparing, not for showing.
 */
export function normalise(text: string): string {
  const plain = ORDINARY.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')
    : spelledSigns(plainLetters(withoutMarkup(text)).replace(/[\u{f0000}\u{f0001}]/gu, ' '));
  let out = '';
  for (const word of plain.split(' ')) {
    if (word !== '') out += `${out === '' ? '' : ' '}${americanWord(singularWord(word))}`;
  }
  return out;
}

/** Longest input that is searched, in characters: longer names are sentences, and time grows with length. */
const MAX_TYPED = 80;

/** Cuts what was typed at a word, before any work is done on it. A single word longer than the limit is cut inside. */
export function capped(typed: string): string {
  const text = cut(typed.trimStart());
  // One letter may stand for eighteen.
  const wide = text.normalize('NFKC');
  return wide.length > MAX_TYPED ? cut(wide) : text;
}

function cut(text: string): string {
  if (text.length <= MAX_TYPED) return text;
  const head = text.slice(0, MAX_TYPED);
  const space = head.lastIndexOf(' ');
  return (space > 0 && text[MAX_TYPED] !== ' ' ? head.slice(0, space) : head).toWellFormed();
}
