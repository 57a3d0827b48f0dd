import type { Ask } from './reply.ts';

/** Who asks. `id` is stable within a community and never shown. */
export interface Asker {
  readonly id: string;
  /** BCP 47, such as `en` or `pt-BR`. */
  readonly locale: string;
  /** True when the platform says that this person may manage the community. */
  readonly manages: boolean;
  /** The place's own ids of the roles or groups they are in, as far as it tells them; some communities are managed by one. */
  readonly groups?: readonly string[];
  /** True where they manage the community only because it chose a group that they are in. */
  readonly appointed?: true;
  /** True where `id` is the same person's in every community of the place. */
  readonly isSameEverywhere?: true;
}

/** Where a question is asked; null outside a community (a direct message, a terminal). */
export interface Place {
  /** The name of the adapter that heard it; absent where nothing can be posted, such as the command line. */
  readonly on?: string;
  readonly community: string | null;
  readonly channel: string | null;
  /** The language of the community (BCP 47), where the place tells it. */
  readonly locale?: string;
  /** The time zone of the community (IANA), where it chose one. */
  readonly zone?: string;
  /** The channel that `channel` is a thread of, where it is one. */
  readonly within?: string;
  /** True for a conversation that is nobody else's, although the place counts it to the community. */
  readonly direct?: boolean;
}

/** A question as it arrived: command and raw words, not yet checked. */
export interface Invocation {
  /**
   * The platform's own id of what was heard, the same however often and by whichever process it is heard: whoever changes
   * something claims it first. Absent where nothing is heard twice: a terminal, the command line.
   */
  readonly id?: string;
  /** Without the slash; empty when the person typed words only. */
  readonly command: string;
  /** The rest of the line as typed, where the platform passes one line. */
  readonly text?: string;
  /** Raw values by option name, where the platform separates them; these win over `text`. */
  readonly values?: Readonly<Record<string, string>>;
  /** The words of the message that is asked about, without the platform's markup: somebody else's, and never kept. */
  readonly message?: string;
  readonly page?: number;
  /** True for the same question once more, to show its answer to others. */
  readonly again?: boolean;
  readonly asker: Asker;
  readonly place: Place;
}

/** A half-typed value: which option of which command, and what stands there so far. */
export interface Typing {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly asker: Asker;
  readonly place: Place;
}

/** A typed line in two: the command it starts with, and the rest. */
export interface Line {
  readonly command: string;
  readonly text: string;
}

/**
 * Reads a line such as `/role ml-engineer`, `role ml-engineer`, `/rolecall role ml-engineer` or `how do I …`.
 * With a slash the first word is a command, known or not; without one only a known command is. `names` may hold
 * two words (`prompts add`): the longest name that fits wins, and the first of the two alone stands for `prompts list`.
 */
export function readLine(line: string, names: readonly string[]): Line {
  const typed = line.normalize('NFKC').trim();
  const slashed = typed.startsWith('/');
  const words = typed.slice(slashed ? 1 : 0).trim();
  const own = /^rolecall(\s+|$)/i.exec(words);
  if (own !== null) return readOwn(words.slice(own[0].length), names);
  const list = listOf(words.toLowerCase(), names);
  if (list !== undefined) return { command: list, text: '' };
  const known = longestName(words, names);
  if (!slashed && known !== undefined && isSentence(words.slice(known.length)))
    return { command: '', text: words };
  if (known !== undefined) return { command: known, text: words.slice(known.length).trim() };
  if (!slashed) return { command: '', text: words };
  const [command = '', ...rest] = words.split(/\s+/);
  return { command: command.toLowerCase(), text: rest.join(' ') };
}

/** A question as a person could type it, without the slash: the first value bare where it is one word. */
export function writeLine({ command, values }: Pick<Ask, 'command' | 'values'>): string {
  const words = Object.entries(values).map(([name, value], at) => {
    if (at === 0 && /^[\p{L}\p{N}-]+$/u.test(value)) return value;
    return /[:"“”]/.test(value) ? `${name}:"${value.replaceAll(/["“”]/g, '')}"` : `${name}:${value}`;
  });
  return [command, ...words].join(' ');
}

/** Words that go on in a sentence instead of naming something: "help me become …", "why do …", "plan to become …". */
const GOING_ON =
  /^\s+(?:me|us|to|for|of|on|about|is|are|do|does|did|should|would|can|could|a|an|the|my|i|in|that|what|how)\s/i;

/** Whether the words after a command's name make it the first word of a sentence. A value by its name never does. */
function isSentence(rest: string): boolean {
  return GOING_ON.test(rest) && !/\s[a-z-]+:\S/i.test(rest);
}

/** After the bot's own name comes a command; nothing at all asks for help. */
function readOwn(words: string, names: readonly string[]): Line {
  return words === '' ? { command: 'help', text: '' } : readLine(`/${words.replace(/^\//, '')}`, names);
}

function longestName(words: string, names: readonly string[]): string | undefined {
  const lower = words.toLowerCase();
  const fitting = names.filter((name) => lower === name || lower.startsWith(`${name} `));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

/** `prompts` alone, which is no command but the first word of several, asks for what they show: a list, or all there is. */
function listOf(words: string, names: readonly string[]): string | undefined {
  if (names.includes(words)) return undefined;
  return names.find((name) => name === `${words} list` || name === `${words} show`);
}
