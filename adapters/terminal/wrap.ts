import wrapAnsi from 'wrap-ansi';

/** What a line is set in by: spaces and the mark of a list, under which its further lines stand. */
const SET_IN = /^ *(?:(?:•|☐|☑|\d+\.) )?/u;

/** Narrower than this, being set in would leave no room. */
const NARROW = 20;

/**
 * Text in lines that fit a screen, words whole: a terminal by itself would break them wherever its edge is. A word that is
 * wider than the screen, such as an address, is left to the terminal. Without a screen, as in a pipe, lines stay as they are.
 */
export function wrap(text: string, columns: number | undefined): string {
  if (columns === undefined || columns <= 0) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  if (!wrapAnsi(line, columns, { trim: false }).includes('\n')) return line;
  const [head] = SET_IN.exec(line) ?? [''];
  const lead = columns - head.length < NARROW ? '' : head;
  const rest = wrapAnsi(line.slice(lead.length), columns - lead.length);
  return lead + rest.replaceAll('\n', `\n${' '.repeat(lead.length)}`);
}
