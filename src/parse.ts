import type { ChoiceOption, Command, NumberOption, Option, Options, Values, WordsOption } from './command.ts';
import { typedOptions } from './command.ts';
import type { Invocation } from './invocation.ts';
import { inSentence } from './message/figures.ts';
import type { Message, Said } from './message/message.ts';
import { joined, phrase, say } from './message/say.ts';
import { nearestName } from './nearest.ts';
import { Problem } from './problem.ts';

/** The most characters of a typed value that are read: longer ones would only cost time. */
export const MAX_INPUT = 100;

export interface ReadValues {
  readonly values: Values<Options>;
  /** The same as strings, to ask again with. */
  readonly raw: Readonly<Record<string, string>>;
  readonly page?: number;
}

/** What of an invocation is read. */
type Asking = Pick<Invocation, 'command'> & Partial<Invocation>;

/** Raw words → checked option values: the one parser for every place. Throws `Problem`. */
export function readValues(command: Command, invocation: Asking): ReadValues {
  const named = { ...fromText(command, invocation.text ?? ''), ...invocation.values };
  const { page, ...given } = named;
  const raw = splitRoles(command, clean(given));
  const values: Record<string, string | number> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const typed = raw[name];
    if (typed !== undefined) values[name] = readOption(name, option, typed);
    else if (option.required === true) throw new Problem(missing(command, name, option));
  }
  for (const name of Object.keys(raw))
    if (!(name in command.options)) throw new Problem(unknownOption(command, name));
  return { values, raw, ...pageOf(page) };
}

/** Whether what was asked opens a form at once, where the place has forms. */
export function opensForm(commands: readonly Command[], invocation: Asking): boolean {
  const command = commands.find(({ name }) => name === invocation.command);
  if (command?.opensForm === undefined) return false;
  try {
    return command.opensForm(readValues(command, invocation).raw);
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

function pageOf(typed: string | undefined): { page?: number } {
  const page = Number(typed);
  return Number.isInteger(page) && page > 0 ? { page } : {};
}

function clean(given: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(given).map(([name, typed]) => [name, typed.trim()] as const);
  return Object.fromEntries(entries.filter(([, typed]) => typed !== ''));
}

function missing(command: Command, name: string, option: Option): Said {
  const description = inSentence(say(option.description));
  return say('/{command} needs "{name}": {description}.', { command: command.name, name, description });
}

function unknownOption(command: Command, name: string): Said {
  const names = typedOptions(command.options).map(([known]) => known);
  const near = nearestName(name, names);
  const has = say('/{command} has no "{name}".', { command: command.name, name });
  return phrase`${has} ${near === undefined ? taken(names) : guess(near)}`;
}

function taken(names: readonly string[]): Message {
  return names.length === 0
    ? say('It takes no options.')
    : say('It takes {names}.', { names: names.join(', ') });
}

function guess(near: string): Message {
  return say('Did you mean "{near}"?', { near });
}

function readOption(name: string, option: Option, typed: string): string | number {
  switch (option.kind) {
    case 'words':
    case 'role':
      return typed;
    case 'choice':
      return readChoice(name, option, typed);
    case 'number':
      return readNumber(name, option, typed);
  }
}

function readChoice(name: string, option: ChoiceOption, typed: string): string {
  const wanted = foldChoice(typed);
  const exact = option.choices.find((choice) => foldChoice(choice) === wanted);
  if (exact !== undefined) return exact;
  const near = nearestName(wanted, option.choices);
  const hint = near === undefined ? [] : [guess(near)];
  const words = { typed: typed.slice(0, MAX_INPUT), name, choices: option.choices.join(', ') };
  throw new Problem(joined([say('"{typed}" is no {name}: choose one of {choices}.', words), ...hint], ' '));
}

/** Case and accents do not matter in a choice: "Résumé" is "resume". */
function foldChoice(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

function readNumber(name: string, option: NumberOption, typed: string): number {
  const plain = typed.replace(/^\$/, '').replaceAll(',', '');
  const value = plain === '' ? Number.NaN : Number(plain);
  if (Number.isFinite(value) && value >= option.min && value <= option.max) return value;
  const words = { typed: typed.slice(0, MAX_INPUT), name, min: option.min, max: option.max };
  throw new Problem(say('"{typed}" is no {name}: give a number from {min} to {max}.', words));
}

/** A line's words by option: `name:value` where named, a trailing choice where it is one, the rest to the first option. */
function fromText(command: Command, line: string): Record<string, string> {
  const whole = Object.entries(command.options).find(([, option]) => isWords(option) && option.line === true);
  if (whole !== undefined) return { [whole[0]]: withoutName(line.trim(), whole[0]) };
  const given: Record<string, string> = {};
  const free: string[] = [];
  let open: string | undefined;
  for (const word of wordsIn(line)) {
    const named = namedWord(command, word);
    if (named !== undefined) {
      given[named.name] = named.value;
      open = isOpen(command, named, word) ? named.name : undefined;
    } else if (open === undefined) free.push(word.text);
    else given[open] = `${given[open] ?? ''} ${word.text}`.trim();
  }
  takeTrailingChoices(command, free, given);
  return placeFreeWords(command, free, given);
}

/** A word of a line. A quoted run is one word without its quotes, with the name written before it, if any. */
interface Word {
  readonly text: string;
  readonly quoted: boolean;
  readonly name?: string;
}

function wordsIn(line: string): Word[] {
  const found = line.matchAll(/(?:([\p{L}-]+):)?["“”]([^"“”]*)["“”]|\S+/gu);
  return Array.from(found, ([whole, name, quoted]) =>
    quoted === undefined
      ? { text: whole, quoted: false }
      : { text: quoted, quoted: true, ...(name === undefined ? {} : { name: name.toLowerCase() }) },
  );
}

interface NamedWord {
  readonly name: string;
  readonly value: string;
}

/** `name:value`. A name that is no option counts as one only when a value follows it: "deep learning: a course" is words. */
function namedWord(command: Command, word: Word): NamedWord | undefined {
  if (word.quoted)
    return word.name === undefined ? undefined : { name: wholeName(command, word.name), value: word.text };
  const at = word.text.indexOf(':');
  const name = wholeName(command, word.text.slice(0, at).toLowerCase());
  const value = word.text.slice(at + 1);
  if (at <= 0) return undefined;
  const known = Object.hasOwn(command.options, name) || name === 'page';
  const meant = /^[a-z-]{2,}$/.test(name) && /^[^/:]/.test(value);
  return known || meant ? { name, value } : undefined;
}

/** The option whose name begins so, if it is the only one: `hours` of `hours-per-week`. */
function wholeName({ options }: Command, typed: string): string {
  const names = typed === 'page' || Object.hasOwn(options, typed) ? [] : Object.keys(options);
  const [only, ...others] = names.filter((name) => typed.length > 1 && name.startsWith(typed));
  return only === undefined || others.length > 0 ? typed : only;
}

/** Whether the words after a named one still belong to it: `role:ml engineer`, but not `role:"ml engineer" all`. */
function isOpen(command: Command, { name, value }: NamedWord, word: Word): boolean {
  return !word.quoted && (value === '' || isWords(command.options[name]));
}

/** `of:plan ml-engineer` is `plan ml-engineer`. */
function withoutName(line: string, name: string): string {
  return line.toLowerCase().startsWith(`${name}:`) ? line.slice(name.length + 1).trim() : line;
}

function isWords(option: Option | undefined): option is WordsOption {
  return option?.kind === 'words' || option?.kind === 'role';
}

/** "ml engineer skills": the last word names a section, as long as words are left for the role. */
function takeTrailingChoices(command: Command, free: string[], given: Record<string, string>): void {
  for (const [name, option] of Object.entries(command.options)) {
    const last = free.at(-1);
    if (option.kind !== 'choice' || name in given || last === undefined || free.length < 2) continue;
    if (option.choices.some((choice) => foldChoice(choice) === foldChoice(last)))
      given[name] = free.pop() ?? '';
  }
}

function placeFreeWords(
  command: Command,
  free: string[],
  given: Record<string, string>,
): Record<string, string> {
  if (free.length === 0) return given;
  const open = Object.entries(command.options).filter(([name]) => !(name in given));
  const target = open.find(([, option]) => option.required) ?? open[0];
  const words = free.join(' ');
  if (target === undefined) {
    const unplaced = { words: words.slice(0, MAX_INPUT), command: command.name };
    throw new Problem(say('I can\'t place "{words}" in /{command}.', unplaced));
  }
  return { ...given, [target[0]]: words };
}

/** Between two roles people write "to", "->", "→", "," or "vs"; the words after it are the second role. */
const BETWEEN = /\s*(?:->|→|⇒|=>|,|;)\s*|\s+(?:to|into|vs\.?|versus|and|>)\s+/i;
/** "to b from a", "b from a". */
const BACKWARDS = /^(?:to\s+)?(?<to>\S.*?)\s+from\s+(?<from>\S.*)$/i;

/**
 * The roles that were typed as one: "a to b" for a command that takes several. Where they are a way, the first one is
 * where it begins, in whatever order the command declares them; "b from a" is the same way.
 * @throws Problem when there are more than the command takes.
 */
function splitRoles(command: Command, given: Record<string, string>): Record<string, string> {
  const names = Object.entries(command.options).flatMap(([name, option]) =>
    option.kind === 'role' ? [name] : [],
  );
  const [first, ...others] = names;
  // With single spaces: the patterns would try each of many.
  const typed = first === undefined ? undefined : given[first]?.replace(/\s+/gu, ' ');
  if (first === undefined || typed === undefined || others.length === 0) return given;
  const open = [first, ...others.filter((name) => !(name in given))];
  if (open.length === 1) return given;
  const isWay = open.includes('from') && open.includes('to');
  const back = isWay ? BACKWARDS.exec(typed)?.groups : undefined;
  if (back !== undefined) return { ...given, ...back };
  const parts = typed
    .replace(/^from\s+/i, '')
    .split(BETWEEN)
    .filter((part) => part !== '');
  if (parts.length < 2) return given;
  if (parts.length > open.length) throw new Problem(tooMany(command, names.length));
  const order = isWay ? ['from', 'to', ...open.filter((name) => name !== 'from' && name !== 'to')] : open;
  return { ...given, ...Object.fromEntries(parts.map((part, at) => [order[at], part])) };
}

function tooMany({ name: command }: Command, most: number): Said {
  return say('/{command} takes {most} roles at most.', { command, most });
}
