/** The most words of a question that are read. */
const MOST_WORDS = 60;

/** A word of a question. */
export interface Word {
  /** As typed, without the marks around it: `c++`, `c#` and `.net` stay whole. */
  readonly text: string;
  /** In lower case, without accents and apostrophes. */
  readonly plain: string;
  /** Whether a comma, a full stop and the like part it from the word before. */
  readonly parted: boolean;
}

/** The words of a question. */
export function wordsOf(question: string): Word[] {
  const pieces = question
    .normalize('NFKC')
    .replace(/->|=>|→|⇒/g, ' to ')
    .replace(/([rR]?\$|£) +(?=\d)/g, '$1')
    .split(/([\s/\u2013\u2014]+|(?<=\p{L})-(?=\p{L})|[,;!?()]+(?!\d))/u);
  const words: Word[] = [];
  let parted = false;
  for (const [at, piece] of pieces.entries()) {
    const text = piece.replace(/^[^\p{L}\p{N}.#$€£]+|(?<![^\p{L}\p{N}+#$€£%])[^\p{L}\p{N}+#$€£%]+$/gu, '');
    if (/\p{L}|\p{N}/u.test(text)) {
      words.push({ text, plain: plainOf(text), parted });
      parted = /[.:]$/.test(piece);
    } else parted ||= /[,;:.!?()\n\u2013\u2014]/.test(piece) || isSlashBetween(pieces, at);
  }
  return words.slice(0, MOST_WORDS);
}

/** Abbreviations have slashes within them: CI/CD, UI/UX. */
const LONGER_THAN_ABBREVIATIONS = 3;

/** "sre/devops/platform": a slash between words of some length parts them. */
function isSlashBetween(pieces: readonly string[], at: number): boolean {
  const beside = [pieces[at - 1] ?? '', pieces[at + 1] ?? ''];
  return (
    pieces[at]?.includes('/') === true && beside.every((word) => word.length >= LONGER_THAN_ABBREVIATIONS)
  );
}

/** A word in lower case, without accents and apostrophes. */
export function plainOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’`´]/gu, '')
    .replaceAll('ß', 'ss');
}
