import type { Settings, Variable } from '../../src/adapter.ts';

/** Where a person makes the application and finds its token. */
export const PORTAL = 'https://discord.com/developers/applications';

const TOKEN_PAGE = `${PORTAL} → your application → "Bot" → "Reset Token"`;

const variables: readonly Variable[] = [
  {
    name: 'DISCORD_TOKEN',
    about: `The bot token of your Discord application: ${TOKEN_PAGE}. No privileged intent is needed.`,
    secret: true,
    check: checkToken,
  },
  {
    name: 'DISCORD_PUBLIC_KEY',
    about: `Only to be told of questions over HTTP, not over the gateway: ${PORTAL} → your application → "General Information". Discord then posts to https://YOUR-ADDRESS/discord/interactions.`,
    check: (value) =>
      /^[0-9a-f]{64}$/i.test(value)
        ? undefined
        : `a public key has 64 digits from 0 to f; copy it from ${PORTAL} → your application → "General Information"`,
  },
  {
    name: 'DISCORD_API_URL',
    about: 'Where the Discord API is; only tests change it.',
    fallback: 'https://discord.com/api',
    check: (value) =>
      URL.canParse(value) && /^https?:/.test(value)
        ? undefined
        : 'not an address, such as https://discord.com/api',
  },
];

/** What turns Discord on. Loaded without the SDK. */
export const settings: Settings = {
  place: 'discord',
  ways: [
    { name: 'HTTP', needs: ['DISCORD_TOKEN', 'DISCORD_PUBLIC_KEY'], overHttp: true },
    { name: 'gateway', needs: ['DISCORD_TOKEN'] },
  ],
  variables,
};

/** Discord does not promise a token's form, so only what is surely something else is refused. */
function checkToken(value: string): string | undefined {
  const taken = mistakenFor(value);
  return taken === undefined ? undefined : `that is ${taken}, not the bot token; copy it from ${TOKEN_PAGE}`;
}

function mistakenFor(value: string): string | undefined {
  if (/^Bot\s/i.test(value)) return 'the token with "Bot " before it';
  if (/\s/.test(value)) return 'more than one word';
  if (/^["'].*["']$/.test(value)) return 'a value in quotes';
  if (/^\d{15,22}$/.test(value)) return 'an application id';
  if (/^[0-9a-f]{64}$/i.test(value)) return 'the public key';
  if (URL.canParse(value)) return 'an address';
  return undefined;
}
