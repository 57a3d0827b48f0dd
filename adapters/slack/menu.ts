import { clipWords } from '../../src/fit/clip.ts';
import type { Command, Option } from '../../src/command.ts';
import { typedCommands, typedOptions } from '../../src/command.ts';
import { EVENTS, REDIRECT } from './addresses.ts';
import { namingOptions } from './typed.ts';

/** https://docs.slack.dev/reference/app-manifest */
const LIMITS = { commands: 50, name: 32, description: 2000, hint: 1000, shortcut: 24, about: 150 };

/**
 * Commands that Slack has itself. One of them in a manifest makes Slack refuse all of it.
 * https://slack.com/help/articles/201259356-Use-built-in-slash-commands
 */
const RESERVED: ReadonlySet<string> = new Set(
  `active apps archive away call close collapse dm dnd expand feed feedback huddle invite invite_people join keys kick leave
  me msg mute open part prefs pro remind remove rename search shortcuts shrug star status topic unarchive who`.split(
    /\s+/,
  ),
);

/** For mentions of the bot, and messages to it alone. */
const HEARING = ['app_mentions:read', 'im:history'];

/** For communities that a user group manages beside the administrators. */
const MANAGING = ['usergroups:read'];

/** For weekly prompts: to see where they can be posted, to find one whose fate is unknown, and to pin. */
const POSTING = ['channels:read', 'groups:read', 'channels:history', 'groups:history', 'pins:write'];

/** The scopes that the bot token needs. */
export const SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'files:write',
  'users:read',
  ...HEARING,
  ...POSTING,
  ...MANAGING,
];

/** What the app hears: questions, who opens it, where it is invited, and that it was removed. */
const BOT_EVENTS = [
  'app_mention',
  'app_home_opened',
  'message.im',
  'member_joined_channel',
  'app_uninstalled',
  'tokens_revoked',
];

interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  /** Whether Slack sends channels and groups with their ids. */
  readonly should_escape: boolean;
}

/**
 * The app manifest, to be pasted at https://api.slack.com/apps → "Create New App" → "From a manifest" → JSON: for Socket Mode, or
 * with every address where Slack posts to us, and sends those who install the app, below `url`.
 */
export function manifest(commands: readonly Command[], url?: string): object {
  const events = url === undefined ? {} : { request_url: `${url}${EVENTS}` };
  return {
    display_information: {
      name: 'Rolecall',
      description: "The career guide that lives in your community's own chat.",
      background_color: '#1f3a5f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'rolecall', always_online: true },
      ...shortcuts(commands),
      slash_commands: slashCommands(commands).map((one) => ({
        ...one,
        ...(url === undefined ? {} : { url: `${url}${EVENTS}` }),
      })),
    },
    oauth_config: {
      ...(url === undefined ? {} : { redirect_urls: [`${url}${REDIRECT}`] }),
      scopes: { bot: SCOPES },
    },
    settings: {
      event_subscriptions: {
        ...events,
        bot_events: BOT_EVENTS,
      },
      interactivity: { is_enabled: true, ...events },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** What the menu of a message offers. Slack has no translations of it. */
function shortcuts(commands: readonly Command[]): { readonly shortcuts?: readonly object[] } {
  const all = commands.flatMap(({ name, summary, onMessage }) =>
    onMessage === undefined
      ? []
      : [
          {
            name: clipWords(onMessage, LIMITS.shortcut),
            type: 'message',
            callback_id: name,
            description: clipWords(summary, LIMITS.about),
          },
        ],
  );
  return all.length === 0 ? {} : { shortcuts: all };
}

/** One slash command for every command, or group of two-word commands, that Slack lets us have; `/rolecall` for all. */
function slashCommands(commands: readonly Command[]): SlashCommand[] {
  const groups = [...Map.groupBy(typedCommands(commands), (command) => command.name.split(' ')[0] ?? '')];
  const own = groups.filter(([name]) => isFree(name)).slice(0, LIMITS.commands - 1);
  const left = groups.filter((group) => !own.includes(group)).map(([name]) => name);
  return [general(groups, left), ...own.map(([name, members]) => slashCommand(name, members))];
}

/** Slack takes lower-case letters, digits and hyphens, and no name that it uses itself. */
function isFree(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9-]*$/.test(name) &&
    name.length < LIMITS.name &&
    !RESERVED.has(name) &&
    name !== 'rolecall'
  );
}

/** `/rolecall` understands everything; its description says which commands only it can be used for. */
function general(
  groups: readonly (readonly [string, readonly Command[]])[],
  left: readonly string[],
): SlashCommand {
  const only = left.length === 0 ? '' : ` Slack keeps these names to itself: ${left.join(', ')}.`;
  const names = groups.map(([name]) => name);
  const all = groups.flatMap(([, members]) => members);
  return entry('rolecall', `Ask anything Rolecall knows.${only}`, `${names.join(' | ')} …`, all);
}

function slashCommand(name: string, members: readonly Command[]): SlashCommand {
  const [first] = members;
  if (first === undefined || members.length > 1 || first.name !== name) {
    const hint = members
      .map((command) => command.name.slice(name.length).trim())
      .filter((word) => word !== '');
    const summaries = members.map((command) => command.summary).join(' · ');
    return entry(name, summaries, hint.join(' | '), members);
  }
  const hint = typedOptions(first.options).map(([option, about]) => usage(option, about));
  return entry(name, first.summary, hint.join(' '), members);
}

function usage(name: string, option: Option): string {
  const shown = option.kind === 'choice' && option.choices.length <= 4 ? option.choices.join('|') : name;
  return option.required === true ? shown : `[${shown}]`;
}

function entry(name: string, description: string, hint: string, members: readonly Command[]): SlashCommand {
  return {
    command: `/${name}`,
    description: clipWords(description, LIMITS.description),
    ...(hint === '' ? {} : { usage_hint: clipWords(hint, LIMITS.hint) }),
    should_escape: members.some((command) => namingOptions(command).length > 0),
  };
}
