/** What a phone shows: so many letters in a line, and so many lines. */
const COLUMNS = 40;
export const SCREEN = 20;

/** Words as a phone breaks them: at spaces, and a word longer than a line wherever it ends. `indent` is before each line. */
export function wrap(words: string, indent = 0): string[] {
  const room = COLUMNS - indent;
  return words
    .trimEnd()
    .split('\n')
    .flatMap((line) => wrapLine(line, room))
    .map((line) => ' '.repeat(indent) + line);
}

function wrapLine(line: string, room: number): string[] {
  const lines = [''];
  for (const word of line.trim().split(/[^\S\u00a0\u202f]+/u)) {
    const last = lines.at(-1) ?? '';
    const next = last === '' ? word : `${last} ${word}`;
    if (next.length <= room) lines[lines.length - 1] = next;
    else if (last === '') lines[0] = word;
    else lines.push(word);
  }
  return lines.flatMap((each) => hard(each, room));
}

/** A word that is longer than a line. */
function hard(word: string, room: number): string[] {
  if (word.length <= room) return [word];
  return [word.slice(0, room), ...hard(word.slice(room), room)];
}
