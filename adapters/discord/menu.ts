import { clipWords } from '../../src/fit/clip.ts';
import type { Command, Option, Options, WordsOption } from '../../src/command.ts';
import { isForManagers, messageCommands, typedCommands, typedOptions } from '../../src/command.ts';
import type { Language } from '../../src/message/language.ts';
import { joined, say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { menuChoice } from './choices.ts';
import type { Installs } from './installs.ts';
import { ANYWHERE, installsOf } from './installs.ts';
import { inLocales } from './locales.ts';

/** A command as Discord registers it. https://discord.com/developers/docs/interactions/application-commands */
export type MenuEntry = SlashEntry | MessageEntry;

interface SlashEntry extends Described, Installs {
  readonly type: typeof SLASH;
  readonly name: string;
  readonly options: readonly MenuOption[];
  readonly default_member_permissions?: string;
}

/** An entry in the menu of a message; its name is read and not typed, so that it stands in the languages of readers. */
interface MessageEntry extends Installs {
  readonly type: typeof MESSAGE;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
}

/** What stands beside a name, also in the languages of those who read it; the name is typed, so it has one only. */
interface Described {
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
}

interface MenuOption extends Described {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly channel_types?: readonly number[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly options?: readonly MenuOption[];
}

const SLASH = 1;
export const MESSAGE = 3;
/** Option types. */
const SUBCOMMAND = 1;
const STRING = 3;
const CHANNEL = 7;
const ROLE = 8;
const NUMBER = 10;
/** Channels that take messages: text and announcements. */
const TEXT_CHANNELS = [0, 5];
/** "Manage Server": who has it not does not see the command, unless the server's own settings show it to them. */
const MANAGE_SERVER = '32';

/** More choices than this are completed while typing instead. */
const MOST_CHOICES = 25;
const MOST_DESCRIPTION = 100;

/** What Discord shows after a slash, and in the menu of a message. */
export function menu(commands: readonly Command[]): readonly MenuEntry[] {
  return [...slashMenu(commands), ...messageCommands(commands).map(messageEntry)];
}

/** A command of two words (`prompts add`) is a part of its group. */
function slashMenu(commands: readonly Command[]): readonly SlashEntry[] {
  const groups = Map.groupBy(typedCommands(commands), (command) => command.name.split(' ')[0] ?? '');
  return Array.from(groups, ([name, members]) => entry(name, members));
}

function messageEntry({ label }: { readonly label: string }): MessageEntry {
  const inLocale = (language: Language) => speak(say(label), language);
  const others = inLocales(inLocale);
  return {
    type: MESSAGE,
    name: inLocale('en'),
    ...(others === undefined ? {} : { name_localizations: others }),
    ...ANYWHERE,
  };
}

function entry(name: string, members: readonly Command[]): SlashEntry {
  const [first] = members;
  const single = members.length === 1 && first?.name === name ? first : undefined;
  return {
    type: SLASH,
    name,
    ...described(members.map((member) => member.summary)),
    options: single === undefined ? members.map(subcommand) : options(single.options),
    ...installsOf(members),
    ...(isForManagers(name, members) ? { default_member_permissions: MANAGE_SERVER } : {}),
  };
}

function subcommand(command: Command): MenuOption {
  const [group = '', ...rest] = command.name.split(' ');
  const name = rest.join('-') || group;
  return { type: SUBCOMMAND, name, ...described([command.summary]), options: options(command.options) };
}

/** Discord wants the required options first. */
function options(declared: Options): MenuOption[] {
  const entries = typedOptions(declared);
  const [last = [], first = []] = [false, true].map((required) =>
    entries.filter(([, option]) => (option.required === true) === required),
  );
  const ordered = [...first, ...last];
  return ordered.map(([name, option]) => optionEntry(name, option));
}

function optionEntry(name: string, option: Option): MenuOption {
  const about = { name, ...described([option.description]), required: option.required === true };
  switch (option.kind) {
    case 'words':
    case 'role':
      return { ...about, ...wordsEntry(option) };
    case 'choice':
      return option.choices.length > MOST_CHOICES
        ? { type: STRING, ...about, autocomplete: true }
        : {
            type: STRING,
            ...about,
            choices: option.choices.map(menuChoice),
          };
    case 'number':
      return { type: NUMBER, ...about, min_value: option.min, max_value: option.max };
  }
}

/** Words are typed, but for channels and roles, which Discord lets pick. */
function wordsEntry({
  names,
  orWords,
  suggest,
}: WordsOption): Pick<MenuOption, 'type' | 'channel_types' | 'autocomplete'> {
  if (names !== undefined && orWords !== true)
    return names === 'channel' ? { type: CHANNEL, channel_types: TEXT_CHANNELS } : { type: ROLE };
  return suggest === undefined ? { type: STRING } : { type: STRING, autocomplete: true };
}

/** Sentences in English and, where the catalogue has them, in the other languages. */
function described(english: readonly string[]): Described {
  const all = joined(
    english.map((each) => say(each)),
    ' · ',
  );
  const inLocale = (language: Language) => clipWords(speak(all, language), MOST_DESCRIPTION);
  const others = inLocales(inLocale);
  return {
    description: inLocale('en'),
    ...(others === undefined ? {} : { description_localizations: others }),
  };
}
