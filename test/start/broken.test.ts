import { describe, expect, test } from 'vitest';
import { role } from '../knowledge/pack.ts';
import { command } from '../adapters/discord/deeds.ts';
import { startPeer } from '../adapters/discord/peer.ts';
import type { Start } from './started.ts';
import { started } from './started.ts';

/** A setting that is wrong, what is said of it, and the exit code of a process that ends by itself. */
interface Broken extends Start {
  readonly says: readonly string[];
  readonly code: number;
}

const NOBODY = 'There is no place to answer in, and no terminal to ask from';
const SLACK_APP = { SLACK_APP_TOKEN: 'xapp-1-A-1-a' };
const BAD_PACK = { 'mine/roles/sre.yaml': role('sre', '7') };
const BAD_LINE = 'mine is left out until it is mended: mine/roles/sre.yaml:2:1 title — is 7';

/** Where nothing can be answered, the process ends, and says what to do. */
const ENDS: Readonly<Record<string, Broken>> = {
  'nothing is set, and nobody can type': { says: [NOBODY, 'DISCORD_TOKEN'], code: 2 },
  'nothing is set, and the pipe is empty': { typed: '', says: [NOBODY], code: 2 },
  'the name of the token has a slip': {
    env: { DISCORD_TOKN: 'x' },
    says: ['DISCORD_TOKN is set, but is no variable that I read: did you mean DISCORD_TOKEN?', NOBODY],
    code: 2,
  },
  'half of Slack only': {
    env: SLACK_APP,
    says: ['slack (Socket Mode) also needs SLACK_BOT_TOKEN'],
    code: 1,
  },
  'a token of Slack that is none': {
    env: { ...SLACK_APP, SLACK_BOT_TOKEN: 'abc' },
    says: ['SLACK_BOT_TOKEN: a bot token starts with "xoxb-"'],
    code: 1,
  },
  'a key of Discord without its token': {
    env: { DISCORD_PUBLIC_KEY: 'ab'.repeat(32) },
    says: ['discord (HTTP) also needs DISCORD_TOKEN'],
    code: 1,
  },
  'an id in the place of the token': {
    env: { DISCORD_TOKEN: '900000000000000001' },
    says: ['DISCORD_TOKEN: that is an application id, not the bot token'],
    code: 1,
  },
  'two places, both wrong': {
    env: { ...SLACK_APP, DISCORD_TOKEN: 'two words' },
    says: ['DISCORD_TOKEN: that is more than one word', 'slack (Socket Mode) also needs SLACK_BOT_TOKEN'],
    code: 1,
  },
  'a port that is none': {
    env: { DISCORD_TOKEN: 'abc', DISCORD_PUBLIC_KEY: 'ab'.repeat(32), PORT: 'http' },
    says: ['Some settings need a change:', 'PORT: a port is a number from 0 to 65535'],
    code: 1,
  },
  'a task that there is not': { args: ['serve'], says: [`I don't know "serve".`], code: 2 },
};

describe('the process ends and says why:', () => {
  test.concurrent.for(Object.entries(ENDS))(
    '%s',
    async ([, { says, code, ...start }], { onTestFinished }) => {
      const bot = started(start, onTestFinished);
      expect(await bot.ended).toBe(code);
      for (const words of says) expect(bot.told()).toContain(words);
      expect(bot.told()).not.toMatch(/^ +at /m);
    },
  );
});

/** Where something can be answered, it is, whatever else is wrong; a pipe of one question then ends well. */
const ANSWERS: Readonly<Record<string, Omit<Broken, 'code'>>> = {
  'a level of the log that there is not': {
    env: { LOG_LEVEL: 'loud' },
    says: ['LOG_LEVEL: use debug, info, warn, error or silent'],
  },
  'a data folder that is a file': {
    env: { ROLECALL_DATA_DIR: 'data' },
    files: { data: '' },
    says: ['Schedules are paused', 'I cannot remember anything in the folder', 'Check ROLECALL_DATA_DIR'],
  },
  'an address that is no database': {
    env: { DATABASE_URL: 'mysql://localhost/x' },
    says: ['DATABASE_URL: not the address of a PostgreSQL database', 'Schedules are paused'],
  },
  'a database that is away': {
    env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' },
    says: ['Schedules are paused', '127.0.0.1:1'],
  },
  'a pack with a mistake': { env: { ROLECALL_PACKS: 'mine' }, files: BAD_PACK, says: [BAD_LINE] },
  'a pack that is not there': {
    env: { ROLECALL_PACKS: 'gone' },
    says: ['gone is left out until it is mended: gone:1:1 — there is no such folder'],
  },
};

describe('the question is answered, and what is wrong is said:', () => {
  test.concurrent.for(Object.entries(ANSWERS))('%s', async ([, { says, ...start }], { onTestFinished }) => {
    const bot = started({ ...start, typed: '/role ml-engineer\n' }, onTestFinished);
    expect(await bot.ended).toBe(0);
    expect(bot.answered()).toContain('ML Engineer');
    for (const words of says) expect(bot.told()).toContain(words);
  });

  test.concurrent('a question without the word "ask" before it', async ({ onTestFinished }) => {
    const bot = started({ args: ['/role', 'ml-engineer'] }, onTestFinished);
    expect(await bot.ended).toBe(0);
    expect(bot.answered()).toContain('ML Engineer');
    expect(bot.told()).toBe('');
  });

  test.concurrent('a pack with a mistake, from the command line', async ({ onTestFinished }) => {
    const env = { ROLECALL_PACKS: 'mine' };
    const bot = started({ env, files: BAD_PACK, args: ['ask', '/role ml-engineer'] }, onTestFinished);
    expect(await bot.ended).toBe(0);
    expect(bot.answered()).toContain('ML Engineer');
    expect(bot.told()).toContain(BAD_LINE);
  });
});

/** What goes wrong beside a Discord that is right: it is said, and Discord goes on. */
const BESIDE: Readonly<Record<string, Omit<Broken, 'code'>>> = {
  'half of Slack': {
    env: SLACK_APP,
    says: ['slack could not start: slack (Socket Mode) also needs SLACK_BOT_TOKEN'],
  },
  'a token of Slack that is none': {
    env: { ...SLACK_APP, SLACK_BOT_TOKEN: 'abc' },
    says: ['slack could not start: SLACK_BOT_TOKEN: a bot token starts with "xoxb-"'],
  },
  'a pack with a mistake': { env: { ROLECALL_PACKS: 'mine' }, files: BAD_PACK, says: [BAD_LINE] },
  'a data folder that is a file': {
    env: { ROLECALL_DATA_DIR: 'data' },
    files: { data: '' },
    says: ['I cannot remember anything in the folder'],
  },
  'a variable that nobody reads': {
    env: { ROLECALL_PACK: 'mine' },
    says: ['ROLECALL_PACK is set, but is no variable that I read: did you mean ROLECALL_PACKS?'],
  },
};

describe('Discord answers, although there is wrong:', () => {
  test.concurrent.for(Object.entries(BESIDE))(
    '%s',
    async ([, { says, env, ...start }], { onTestFinished }) => {
      const peer = await startPeer({});
      onTestFinished(() => peer.stop());
      const bot = started({ ...start, env: { ...env, ...peer.variables } }, onTestFinished);
      await bot.tells('\nready');
      const [before = ''] = bot.told().split('\nready');
      for (const words of says) expect(before).toContain(words);
      const answer = await peer.interact(command('role', { role: 'ml-engineer' })).answered;
      expect(JSON.stringify(answer)).toContain('ML Engineer');
    },
  );
});

describe('where nobody reads the answers any more, the process ends without a word:', () => {
  const UNREAD: Readonly<Record<string, Start>> = {
    'one question': { args: ['ask', '/role ml-engineer'] },
    'many questions': { args: ['ask', '--batch'], typed: '/help\n'.repeat(50) },
    'a chat': { typed: '/help\n/role sre\n' },
  };
  test.concurrent.for(Object.entries(UNREAD))('%s', async ([, start], { onTestFinished }) => {
    const bot = started({ ...start, unread: true }, onTestFinished);
    expect(await bot.ended).toBe(0);
    expect(bot.told()).toBe('');
  });
});
