import type { Command, Option } from '../command.ts';
import { answersAnywhere, typedCommands, typedOptions } from '../command.ts';
import type { Invocation } from '../invocation.ts';
import { writeLine } from '../invocation.ts';
import { knownLanguage, type Language, LANGUAGES } from '../message/language.ts';
import { nearestName } from '../nearest.ts';
import { MOST_LETTERS } from '../typed.ts';

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a question takes, each argument by its name. */
interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** A question that programs can ask, as its command declares it. */
export interface Operation {
  readonly command: Command;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: InputSchema;
}

/** What every question takes besides its options. */
const LANG = 'lang';

/** The questions for programs: those that anybody may ask anywhere, and that keep nothing. */
export function operationsOf(commands: readonly Command[]): readonly Operation[] {
  return typedCommands(commands).filter(answersAnywhere).map(operationOf);
}

function operationOf(command: Command): Operation {
  const { name, summary, examples } = command;
  const hint = examples.map((example) => `/${example}`).join(', ');
  const description = `${summary}. As people type it: ${hint}. Each fact names its source and date.`;
  return { command, name, title: titleOf(name), description, input: inputOf(command) };
}

function titleOf(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function inputOf({ options }: Command): InputSchema {
  const typed = typedOptions(options);
  const lang = {
    type: 'string',
    enum: [...LANGUAGES],
    description: 'The language of the answer; en unless told',
  };
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(typed.map(([name, option]) => [name, optionSchema(option)])),
      [LANG]: lang,
    },
    required: typed.filter(([, { required }]) => required === true).map(([name]) => name),
    additionalProperties: false,
  };
}

function optionSchema(option: Option): JsonSchema {
  const { description } = option;
  switch (option.kind) {
    case 'words':
    case 'role':
      return { type: 'string', description, maxLength: MOST_LETTERS };
    case 'choice':
      return { type: 'string', description, enum: [...option.choices] };
    case 'number':
      return { type: 'number', description, minimum: option.min, maximum: option.max };
  }
}

/** A question of a program, read. */
export interface Asked {
  readonly invocation: Invocation;
  /** As it could be typed. */
  readonly line: string;
  readonly language: Language;
}

/** Arguments that cannot be read; the message says what to do. For programs, and so in English. */
export class ArgumentProblem extends Error {
  override readonly name = 'ArgumentProblem';
}

/** Reads the arguments of a question; what its values mean is for the parser. @throws ArgumentProblem */
export function readArguments(
  { command, input }: Operation,
  { lang, ...given }: Readonly<Record<string, unknown>>,
): Asked {
  const names = Object.keys(input.properties);
  const language = languageIn(lang);
  const entries = Object.entries(given).flatMap(([name, value]) => {
    if (!names.includes(name)) throw new ArgumentProblem(unknownName(command.name, name, names));
    return value === undefined || value === null ? [] : [[name, wordsIn(name, value)] as const];
  });
  const values = Object.fromEntries(entries);
  return {
    invocation: { command: command.name, values, asker: programOf(language), place: NOWHERE },
    line: `/${writeLine({ command: command.name, values })}`,
    language,
  };
}

const NOWHERE = { community: null, channel: null };

function programOf(locale: Language): Invocation['asker'] {
  return { id: 'program', locale, manages: false };
}

/** Letters of a name that is no argument, as it is told. */
const LONGEST_NAME = 100;

function unknownName(command: string, name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  const hint = near === undefined ? `it takes ${names.join(', ')}` : `did you mean "${near}"`;
  return `${command} has no "${name.slice(0, LONGEST_NAME)}": ${hint}${near === undefined ? '.' : '?'}`;
}

function languageIn(lang: unknown): Language {
  if (lang === undefined || lang === null) return 'en';
  const language = typeof lang === 'string' ? knownLanguage(lang) : undefined;
  if (language === undefined) throw new ArgumentProblem(`"${LANG}" takes one of ${LANGUAGES.join(', ')}.`);
  return language;
}

function wordsIn(name: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new ArgumentProblem(`"${name}" takes words or a number, not a list, an object or true and false.`);
  const words = String(value);
  if (words.length <= MOST_LETTERS) return words;
  throw new ArgumentProblem(
    `"${name}" is too long: it has ${words.length} letters, and I read ${MOST_LETTERS} at most. Say it shorter.`,
  );
}
