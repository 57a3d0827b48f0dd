import type { Invocation } from './invocation.ts';
import { say } from './message/say.ts';
import type { Reply } from './reply.ts';

/**
 * The most letters that are read: of one value, of a line that may hold several, of a message, and of a command's name. Any text that
 * a command takes is shorter. What is longer would be repeated, escaped and measured for nothing, while everybody waits.
 */
export const MOST_LETTERS = 1_000;
const MOST = { value: MOST_LETTERS, line: 2_000, message: 4_000, name: 100 } as const;

/** What somebody typed, no longer than is read, and whether something was cut off. */
export interface Read {
  readonly invocation: Invocation;
  readonly isCut: boolean;
}

/** Bounds what somebody typed: for every place and command, where it comes in. */
export function readTyped(given: Invocation): Read {
  const { text, values = {}, command, message } = given;
  const isCut =
    isLong(command, MOST.name) ||
    isLong(text ?? '', MOST.line) ||
    isLong(message ?? '', MOST.message) ||
    Object.entries(values).some(([name, value]) => isLong(name, MOST.name) || isLong(value, MOST.value));
  return isCut ? { invocation: cut(given), isCut } : { invocation: given, isCut };
}

function cut({ command, text, values, message, ...rest }: Invocation): Invocation {
  return {
    ...rest,
    command: head(command, MOST.name),
    ...(text === undefined ? {} : { text: head(text, MOST.line) }),
    ...(values === undefined ? {} : { values: shortened(values) }),
    ...(message === undefined ? {} : { message: head(message, MOST.message) }),
  };
}

function shortened(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [head(name, MOST.name), head(value, MOST.value)]),
  );
}

/** One letter may stand for eighteen once it is compared. */
const AS_COMPARED = 2;

function isLong(words: string, most: number): boolean {
  return words.length > most || words.normalize('NFKC').length > most * AS_COMPARED;
}

/** The beginning of what is too long. Letters of two units stay whole. */
function head(words: string, most: number): string {
  if (!isLong(words, most)) return words;
  const wide = words.slice(0, most).normalize('NFKC');
  const read = wide.length > most * AS_COMPARED ? wide : words;
  const isHalf = (read.codePointAt(most - 1) ?? 0) > 0xffff;
  return read.slice(0, isHalf ? most - 1 : most);
}

/** The answer, with a line that says that not all was read. */
export function tellCut(reply: Reply): Reply {
  const told = say('That was too long: I read its beginning only.');
  return { ...reply, body: [{ kind: 'note', text: [told] }, ...reply.body] };
}
