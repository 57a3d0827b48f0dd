import type { Settings, Variable } from '../../src/adapter.ts';

const APPS = 'https://api.slack.com/apps';

const variables: readonly Variable[] = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: `The bot token of your Slack app: ${APPS} → your app → "OAuth & Permissions".`,
    example: 'xoxb-…',
    secret: true,
    check: (value) =>
      value.startsWith('xoxb-')
        ? undefined
        : `a bot token starts with "xoxb-"; copy it from ${APPS} → your app → "OAuth & Permissions" → "Bot User OAuth Token"`,
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: `For Socket Mode, which needs no public address: ${APPS} → your app → "Basic Information" → "App-Level Tokens", with the scope connections:write.`,
    example: 'xapp-…',
    secret: true,
    check: (value) =>
      value.startsWith('xapp-')
        ? undefined
        : `an app-level token starts with "xapp-"; make one at ${APPS} → your app → "Basic Information" → "App-Level Tokens"`,
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    about: `Instead of SLACK_APP_TOKEN, for HTTP: ${APPS} → your app → "Basic Information" → "App Credentials". Slack then posts to https://YOUR-ADDRESS/slack/events.`,
    secret: true,
  },
  {
    name: 'SLACK_CLIENT_ID',
    about: `Instead of SLACK_BOT_TOKEN, so that any workspace can install the app at https://YOUR-ADDRESS/slack/install: ${APPS} → your app → "Basic Information" → "App Credentials".`,
    example: '1234567890.1234567890123',
    check: (value) =>
      /^\d+\.\d+$/.test(value)
        ? undefined
        : `a client id is two numbers with a full stop between; copy it from ${APPS} → your app → "Basic Information" → "App Credentials"`,
  },
  {
    name: 'SLACK_CLIENT_SECRET',
    about: 'The "Client Secret" beside it.',
    secret: true,
  },
  {
    name: 'SLACK_API_URL',
    about: 'Where the Slack API is; only tests change it.',
    fallback: 'https://slack.com/api/',
    check: (value) => (URL.canParse(value) ? undefined : 'not an address, such as https://slack.com/api/'),
  },
];

/** What it takes to let any workspace install the app. */
const FOR_MANY = [
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_SIGNING_SECRET',
  'ROLECALL_ENCRYPTION_KEYS',
] as const;

/** Whether any workspace can install the app, each with a token of its own. */
export function isForMany(values: Readonly<Record<string, string>>): boolean {
  return FOR_MANY.every((name) => values[name] !== undefined);
}

/** What turns Slack on: OAuth for any number of workspaces; or the bot token of one, by Socket Mode's app token or HTTP's signing secret. */
export const settings: Settings = {
  place: 'slack',
  ways: [
    { name: 'many workspaces', needs: FOR_MANY, overHttp: true },
    { name: 'Socket Mode', needs: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] },
    { name: 'HTTP', needs: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'], overHttp: true },
  ],
  variables,
};
