import type { KnowledgeBase } from '../knowledge/index.ts';
import type { Community } from './community/community.ts';
import type { Said } from './message/message.ts';
import type { Draft } from './reply.ts';
import type { Form } from './form.ts';
import type { Asker, Place } from './invocation.ts';

/** One completion offered while somebody types. */
export interface Suggestion {
  readonly label: Said;
  readonly value: string;
}

/** What a command may use while answering: the facts, who asks, where, and what time it is. No `send`. */
export interface CommandContext {
  readonly knowledge: KnowledgeBase;
  readonly asker: Asker;
  readonly place: Place;
  /** The words of the message that is asked about, without markup; nothing of them is kept. */
  readonly message?: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Every command there is, in the order of the help. */
  readonly commands: readonly Command[];
  /** What is remembered of communities: schedules, studies, proposals, reports, counts. */
  readonly community: Community;
}

interface Described {
  /** At most 100 characters: the strictest menu allows no more. */
  readonly description: string;
  readonly required?: boolean;
  /** True: a button knows it and nobody types it, so that no menu and no help shows it. */
  readonly hidden?: true;
}

/** Free words, such as a role's name. `role` words are separated by "to", "->" or "," when a command takes two. */
export interface WordsOption extends Described {
  readonly kind: 'words' | 'role';
  /** Takes the whole line as it stands, `name:value` and all: a sentence, or another command's line. */
  readonly line?: true;
  /** What a value is the name or the id of, where places have such a thing of their own: they may let it be picked. */
  readonly names?: 'channel' | 'group';
  /** True: other words are understood as well, so that a place that has a choice of its own for it must not show that. */
  readonly orWords?: true;
  readonly suggest?: (typed: string, context: CommandContext) => readonly Suggestion[];
}
export interface ChoiceOption extends Described {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}
export interface NumberOption extends Described {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
}

/** What a command can be told. The kinds are closed: menus, manifest, parser and checks all switch on them. */
export type Option = WordsOption | ChoiceOption | NumberOption;
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends NumberOption
  ? number
  : O extends ChoiceOption
    ? O['choices'][number]
    : string;

/** The checked values of a command's options; an option that is not required may be absent. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true }
    ? ValueOf<O[K]>
    : ValueOf<O[K]> | undefined;
};

/** A question the bot can be asked. This one declaration makes every menu, the parser, the checks and the help. */
export interface Command<O extends Options = Options> {
  /** Lower-case; two words (`prompts add`) make it one of a group. */
  readonly name: string;
  /** At most 100 characters. */
  readonly summary: string;
  readonly options: O;
  /** Whole lines a person could type, without the slash. */
  readonly examples: readonly string[];
  /** False: nobody but the asker ever sees the answer. */
  readonly shareable: boolean;
  /** True: only its buttons, or the menu of a message, ask it, so that no other menu and no help shows it. */
  readonly buttonOnly?: true;
  /**
   * A sentence of the catalogue, at most 24 letters: what the menu of a message calls it. It is then asked about the words
   * of that message, which `CommandContext.message` has, and which nobody may keep.
   */
  readonly onMessage?: string;
  /** True: only those who may manage the community get an answer; everybody else is told so. */
  readonly managersOnly?: boolean;
  /**
   * True: the answer depends on whether the asker may manage the community. Places find that out only for commands that
   * say so, or that are for managers only; to all others nobody is a manager.
   */
  readonly needsRank?: boolean;
  /**
   * True: the answer depends on the values, the knowledge and the day only, neither on who asks nor where,
   * so that it may be given again to whoever asks the same.
   */
  readonly cacheable?: boolean;
  /** True: it may change what is kept, so that what asked for it is claimed first, and a repeat of that changes nothing. */
  readonly changes?: true;
  /** True: its answers rest on facts and change nothing, so that `/why` may have them given again. */
  readonly restsOnFacts?: boolean;
  answer(values: Values<O>, context: CommandContext): Draft | Promise<Draft>;
  /**
   * The same question as a form, where there is one; `values` as they stand so far, not checked. Its fields are named as
   * the options. Filled in, it becomes the question. It must not wait for a store: places give it three seconds.
   */
  form?(values: Readonly<Record<string, string>>, context: CommandContext): Form | Promise<Form>;
  /** Whether its form is opened at once where it is asked with these values: what it needs was left out. */
  opensForm?(values: Readonly<Record<string, string>>): boolean;
}

/** Declares a command; exists so that its values are typed from its options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  // Sound because the parser builds the values from these very options before `answer` sees them.
  return command;
}

/** Whether it answers the same to anybody, in a community that has never heard of the bot, too. */
export function answersAnywhere({ name, cacheable }: Command): boolean {
  return cacheable === true || name === 'help';
}

/** The commands that the menu of a message offers, each with what it is called there. */
export function messageCommands(
  commands: readonly Command[],
): readonly { readonly name: string; readonly label: string }[] {
  return commands.flatMap(({ name, onMessage }) =>
    onMessage === undefined ? [] : [{ name, label: onMessage }],
  );
}

/** Whether a place has to find out if the asker may manage the community. */
export function needsRank(command: Command): boolean {
  return command.managersOnly === true || command.needsRank === true;
}

/** The commands that people can type. */
export function typedCommands(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ buttonOnly }) => buttonOnly !== true);
}

/** Whether all that begins with this word is for managers only, so that a place may hide it from everybody else. */
export function isForManagers(first: string, commands: readonly Command[]): boolean {
  const group = typedCommands(commands).filter(({ name }) => name.split(' ')[0] === first);
  return group.length > 0 && group.every(({ managersOnly }) => managersOnly === true);
}

/** The options that people can type, in their order. */
export function typedOptions(options: Options): readonly (readonly [string, Option])[] {
  return Object.entries(options).filter(([, { hidden }]) => hidden !== true);
}
