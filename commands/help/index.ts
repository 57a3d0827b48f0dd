import {
  type Command,
  type CommandContext,
  defineCommand,
  type Option,
  typedCommands,
  typedOptions,
} from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import { message, phrase, type Said, say } from '../../src/message/say.ts';
import { nearestName } from '../../src/nearest.ts';
import {
  type Action,
  askButton,
  bold,
  type Choice,
  code,
  type Draft,
  quiet,
  ranked,
  type ReplyNode,
  type Text,
} from '../../src/reply.ts';
import { quote } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { askOfLine, TO_SET_UP, TO_TRY, tries, tryButton, tryLine } from './to-try.ts';

/** What the bot can be asked. Private: it answers one person's question about the bot, not the channel's. */
export const help = defineCommand({
  name: 'help',
  summary: 'What you can ask me, with an example each',
  options: {
    command: {
      kind: 'words',
      description: 'One command, such as role; all of them if you leave it out',
      suggest: (typed, { commands }) =>
        typedCommands(commands)
          .filter(({ name }) => name.startsWith(bare(typed)))
          .map(({ name }) => ({ label: name, value: name })),
    },
    view: {
      kind: 'choice',
      description: 'What members see, or every command',
      choices: ['members', 'all'],
    },
  },
  examples: ['help', 'help role'],
  shareable: false,
  needsRank: true,
  answer: ({ command, view }, context) => {
    if (command !== undefined) return one(command, context);
    if (view === 'all') return all(context);
    return view === 'members' ? forMembers(context) : first(context);
  },
});

function bare(typed: string): string {
  return typed.trim().replace(/^\//, '').toLowerCase();
}

/** What somebody sees first: members what to try, those who may manage the community what there is to set up. */
function first(context: CommandContext): Draft {
  const isManager = context.asker.manages && context.place.community !== null;
  return isManager ? forManagers(context) : forMembers(context);
}

function forMembers({ asker, commands, knowledge }: CommandContext): Draft {
  const shown = tries(TO_TRY, commands);
  return {
    title: say('What you can ask me'),
    lead: [say('Type a role as you would say it; typos are fine. Six things to try:')],
    body: [
      ...(asker.manages ? leftOut(knowledge.leftOut ?? []) : []),
      { kind: 'list', items: shown.map(tryLine) },
      ...nextActions([...ranked('equal', ...shown.map(tryButton)), ALL_COMMANDS]),
    ],
  };
}

function forManagers({ commands, knowledge }: CommandContext): Draft {
  const shown = tries(TO_SET_UP, commands);
  return {
    title: say('What you can set up here'),
    lead: [say('Members can ask me already. You manage this community, so this is yours:')],
    body: [
      ...leftOut(knowledge.leftOut ?? []),
      { kind: 'list', items: shown.map(tryLine) },
      ...nextActions([
        ...ranked('equal', ...shown.map(tryButton)),
        askButton(say('What members see'), 'help', { view: 'members' }),
        ALL_COMMANDS,
      ]),
    ],
  };
}

const ALL_COMMANDS = askButton(say('All commands'), 'help', { view: 'all' });

/** Every command with an example, under the heading of its group. */
function all(context: CommandContext): Draft {
  const commands = typedCommands(context.commands).filter(
    ({ managersOnly }) => managersOnly !== true || context.asker.manages,
  );
  const groups = Map.groupBy(commands, ({ name }) => groupOf(name));
  return {
    title: say('All commands'),
    lead: [say('Type a role as you would say it; typos are fine. Every answer names its sources.')],
    body: [
      ...Array.from(groups, ([title, group]): ReplyNode => ({ kind: 'list', title, items: group.map(line) })),
      ...nextActions([
        { kind: 'choose', label: say('More on one command'), choices: commands.map(detailChoice) },
      ]),
    ],
  };
}

/** What those who may manage the community are told of knowledge that has mistakes: that it is missing, not where it is. */
function leftOut(names: readonly string[]): ReplyNode[] {
  if (names.length === 0) return [];
  const told = say(
    'Knowledge that is left out because it has mistakes: {names}. The log names each file and line.',
    {
      names: enumerate(names),
    },
  );
  return [{ kind: 'note', text: [told] }];
}

/** The groups of commands of two words, by their first. */
const GROUPS: Readonly<Record<string, string>> = {
  prompts: message('Prompts'),
  study: message('Study'),
  reports: message('Reports'),
  privacy: message('Privacy'),
};

/** `prompts add` belongs to the group "Prompts"; a command of one word is a question. */
function groupOf(name: string): Said {
  const [group = '', ...rest] = name.split(' ');
  if (rest.length === 0) return say('Ask');
  return say(GROUPS[group] ?? group);
}

function line({ examples, name, summary }: Command): Text {
  return [code(`/${examples[0] ?? name}`), phrase`: ${say(summary)}`];
}

function one(typed: string, context: CommandContext): Draft {
  const commands = typedCommands(context.commands);
  const command = commands.find(({ name }) => name === bare(typed));
  if (command === undefined) return miss(typed, commands);
  const options = typedOptions(command.options);
  return {
    title: `/${command.name}`,
    lead: [phrase`${say(command.summary)}.`],
    body: [
      ...(options.length > 0
        ? [{ kind: 'list', title: say('Options'), items: options.map(optionText) } as const]
        : []),
      ...nextActions(command.examples.flatMap((_, at) => exampleButton(command, at))),
    ],
  };
}

function optionText([name, option]: readonly [string, Option]): Text {
  const optional = option.required === true ? [] : [quiet(phrase` ${say('(optional)')}`)];
  return [bold(name), ...optional, phrase`: ${say(option.description)}${detail(option)}`];
}

function detail(option: Option): Said {
  switch (option.kind) {
    case 'choice':
      return phrase`. ${say('One of {choices}', { choices: option.choices.join(', ') })}`;
    case 'number':
      return phrase`, ${say('from {min} to {max}', { min: `${option.min}`, max: `${option.max}` })}`;
    case 'words':
    case 'role':
      return '';
  }
}

function detailChoice({ name }: Command): Choice {
  return { label: name, ask: { command: 'help', values: { command: name } } };
}

function miss(typed: string, commands: readonly Command[]): Draft {
  const near = nearestName(
    bare(typed),
    commands.map(({ name }) => name),
  );
  const nearest: Action[] = near === undefined ? [] : [askButton(`/${near}`, 'help', { command: near })];
  return {
    tone: 'miss',
    title: say('There is no /{name}', { name: quote(bare(typed)) }),
    lead: [near === undefined ? say('This is the whole list:') : say('Did you mean /{near}?', { near })],
    body: nextActions([...nearest, ALL_COMMANDS]),
  };
}

/** A button that asks an example. */
function exampleButton(command: Command, at: number): Action[] {
  const example = command.examples[at];
  return example === undefined
    ? []
    : [{ kind: 'ask', label: `/${example}`, ask: askOfLine(command, example) }];
}
