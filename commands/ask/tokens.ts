/** The most words of a question that are read. */
const MOST_WORDS = 60;

/** The words of a question as typed, without the marks around them: `c++`, `c#` and `.net` stay whole. */
export function wordsOf(question: string): string[] {
  return question
    .normalize('NFKC')
    .replaceAll('’', "'")
    .replace(/->|=>|→|⇒/g, ' to ')
    .split(/[\s/\u2013\u2014]+|(?<=\p{L})-(?=\p{L})/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}.#]+|(?<![^\p{L}\p{N}+#])[^\p{L}\p{N}+#]+$/gu, ''))
    .filter((word) => word !== '' && word !== '.')
    .slice(0, MOST_WORDS);
}
