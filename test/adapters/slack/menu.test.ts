import { describe, expect, test } from 'vitest';
import { manifest } from '../../../adapters/slack/menu.ts';
import { settings } from '../../../adapters/slack/settings.ts';
import type { Command, Options } from '../../../src/command.ts';
import { defineCommand } from '../../../src/command.ts';

interface Made {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly bot_user: { readonly display_name: string };
    readonly slash_commands: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint?: string;
      readonly should_escape: boolean;
    }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: object;
}

function command(name: string, options: Options = {}, summary = `About ${name}`): Command {
  return defineCommand({
    name,
    summary,
    options,
    examples: [],
    shareable: true,
    answer: () => ({ title: name, lead: [] }),
  });
}

function made(...commands: Command[]): Made {
  // What is pasted at Slack is JSON.
  return JSON.parse(JSON.stringify(manifest(commands))) as Made;
}

function slashCommands(...commands: Command[]): Made['features']['slash_commands'] {
  return made(...commands).features.slash_commands;
}

const about = { kind: 'words', description: 'What about' } as const;

describe('the manifest for HTTP', () => {
  test('has every address filled in, and no Socket Mode', () => {
    const url = 'https://bot.example.org/rolecall';
    const all = JSON.parse(JSON.stringify(manifest([command('role'), command('pay')], url))) as Made;
    expect(all.settings).toMatchObject({
      event_subscriptions: { request_url: `${url}/slack/events` },
      interactivity: { is_enabled: true, request_url: `${url}/slack/events` },
      socket_mode_enabled: false,
    });
    expect(all.oauth_config).toMatchObject({ redirect_urls: [`${url}/slack/oauth_redirect`] });
    expect(all.features.slash_commands.map((each) => Object(each).url as string)).toEqual(
      all.features.slash_commands.map(() => `${url}/slack/events`),
    );
    expect(JSON.stringify(made(command('role')))).not.toContain('url');
  });
});

describe('the manifest', () => {
  test('asks for Socket Mode, buttons, and no more rights than are needed', () => {
    const all = made(command('role'));
    expect(all.settings).toEqual({
      event_subscriptions: {
        bot_events: [
          'app_mention',
          'app_home_opened',
          'message.im',
          'member_joined_channel',
          'app_uninstalled',
          'tokens_revoked',
        ],
      },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    });
    expect(all.oauth_config.scopes.bot).toEqual([
      'commands',
      'chat:write',
      'files:write',
      'users:read',
      'app_mentions:read',
      'im:history',
      'channels:read',
      'groups:read',
      'channels:history',
      'groups:history',
      'pins:write',
      'usergroups:read',
    ]);
    expect(all.features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    expect(all.display_information.name.length).toBeLessThanOrEqual(35);
    expect(all.display_information.description.length).toBeLessThanOrEqual(140);
  });

  test('has every command, and /rolecall for all of them', () => {
    const section = { kind: 'choice', description: 'Which', choices: ['a', 'b'] } as const;
    const options = { role: { ...about, required: true }, section } as const;
    expect(slashCommands(command('role', options), command('help'))).toEqual([
      {
        command: '/rolecall',
        description: 'Ask anything Rolecall knows.',
        usage_hint: 'role | help …',
        should_escape: false,
      },
      { command: '/role', description: 'About role', usage_hint: 'role [a|b]', should_escape: false },
      { command: '/help', description: 'About help', should_escape: false },
    ]);
  });

  test('has one entry for a group of commands', () => {
    const [, group, ...others] = slashCommands(command('prompts add', { about }), command('prompts list'));
    expect(group).toMatchObject({ command: '/prompts', usage_hint: 'add | list' });
    expect(others).toEqual([]);
  });

  test.each(['search', 'remind', 'topic', 'status', 'who', 'rolecall', 'Role', 'ro_le', 'x'.repeat(32)])(
    'leaves the name "%s", which Slack would refuse, to /rolecall, and says so',
    (name) => {
      const all = slashCommands(command(name), command('role'));
      expect(all.map((entry) => entry.command)).toEqual(['/rolecall', '/role']);
      expect(all[0]?.description).toContain(`Slack keeps these names to itself: ${name}.`);
    },
  );

  test.each([
    ['a name of 31 letters', command('x'.repeat(31)), 2],
    ['a summary far too long', command('role', {}, 'word '.repeat(900)), 2],
    [
      'a hint far too long',
      command(
        'role',
        Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`option${at}-with-a-long-name`, about])),
      ),
      2,
    ],
  ])('keeps the limits: %s', (_, one, count) => {
    const all = slashCommands(one);
    expect(all).toHaveLength(count);
    for (const entry of all) {
      expect(entry.command.length).toBeLessThanOrEqual(32);
      expect(entry.description.length).toBeLessThanOrEqual(2000);
      expect(entry.usage_hint?.length ?? 0).toBeLessThanOrEqual(1000);
    }
  });

  test.each([49, 50, 60])('has at most 50 commands, of %i; the others are left to /rolecall', (n) => {
    const all = slashCommands(...Array.from({ length: n }, (_, at) => command(`c${at}`)));
    expect(all).toHaveLength(50);
    const left = Array.from({ length: n - 49 }, (_, at) => `c${at + 49}`);
    for (const name of left) expect(all[0]?.description).toContain(name);
  });
});

function wrong(name: string, value: string): string | undefined {
  return settings.variables.find((variable) => variable.name === name)?.check?.(value);
}

describe('the variables', () => {
  test.each([
    ['SLACK_BOT_TOKEN', 'xoxb-1-2-abc', 'xapp-1-2'],
    ['SLACK_APP_TOKEN', 'xapp-1-2-abc', 'xoxb-1-2'],
    ['SLACK_API_URL', 'http://127.0.0.1:1/api/', 'slack'],
  ])('%s may be %s, but not %s', (name, good, bad) => {
    expect(wrong(name, good)).toBeUndefined();
    expect(wrong(name, bad)).toBeTypeOf('string');
  });

  test('a token that is none says which page to open', () => {
    expect(wrong('SLACK_BOT_TOKEN', 'x')).toContain('https://api.slack.com/apps');
    expect(wrong('SLACK_APP_TOKEN', 'x')).toContain('https://api.slack.com/apps');
  });

  test('every token is a secret', () => {
    const secret = settings.variables.filter((variable) => variable.secret).map(({ name }) => name);
    expect(secret).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_SECRET',
    ]);
  });
});
