import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Option, Options } from '../../src/command.ts';

/** A slash command as Discord registers it. */
export type MenuEntry = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** More choices than this are completed while typing instead. */
const MOST_CHOICES = 25;
const MOST_DESCRIPTION = 100;

/** What Discord shows after a slash: a command of two words (`prompts add`) is a part of its group. */
export function menu(commands: readonly Command[]): readonly MenuEntry[] {
  const groups = Map.groupBy(commands, (command) => command.name.split(' ')[0] ?? '');
  return Array.from(groups, ([name, members]) => entry(name, members));
}

function entry(name: string, members: readonly Command[]): MenuEntry {
  const [first] = members;
  const single = members.length === 1 && first?.name === name ? first : undefined;
  return {
    type: 1,
    name,
    description: clip(single?.summary ?? members.map((member) => member.summary).join(' · ')),
    options: single === undefined ? members.map(subcommand) : options(single.options),
    // In servers and in the bot's own direct messages; installed to servers.
    contexts: [0, 1],
    integration_types: [0],
  };
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  const [group = '', ...rest] = command.name.split(' ');
  const name = rest.join('-') || group;
  return { type: 1, name, description: clip(command.summary), options: options(command.options) };
}

/** Discord wants the required options first. */
function options(declared: Options): APIApplicationCommandBasicOption[] {
  const entries = Object.entries(declared);
  const isRequired = ([, option]: [string, Option]) => option.required === true;
  const ordered = [...entries.filter(isRequired), ...entries.filter((each) => !isRequired(each))];
  return ordered.map(([name, option]) => optionEntry(name, option));
}

function optionEntry(name: string, option: Option): APIApplicationCommandBasicOption {
  const described = { name, description: clip(option.description), required: option.required === true };
  switch (option.kind) {
    case 'words':
    case 'role':
      return { type: 3, ...described, ...(option.suggest === undefined ? {} : { autocomplete: true }) };
    case 'choice':
      return option.choices.length > MOST_CHOICES
        ? { type: 3, ...described, autocomplete: true }
        : {
            type: 3,
            ...described,
            choices: option.choices.map((choice) => ({ name: choice, value: choice })),
          };
    case 'number':
      return { type: 10, ...described, min_value: option.min, max_value: option.max };
  }
}

function clip(text: string): string {
  return text.length <= MOST_DESCRIPTION ? text : `${text.slice(0, MOST_DESCRIPTION - 1)}…`;
}
