import { describe, expect, test } from 'vitest';
import type { Settings } from '../../src/adapter.ts';
import { packFolders, readConfig, unknownVariables } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

const chat: Settings = {
  place: 'chat',
  ways: [
    { name: 'socket', needs: ['CHAT_TOKEN', 'CHAT_APP'] },
    { name: 'http', needs: ['CHAT_TOKEN', 'CHAT_SECRET'] },
  ],
  variables: [
    {
      name: 'CHAT_TOKEN',
      about: 'from chat.example/apps',
      check: (v) => (v.startsWith('t-') ? undefined : 'starts with t-'),
    },
    { name: 'CHAT_APP', about: 'from chat.example/app-tokens' },
    { name: 'CHAT_SECRET', about: 'from chat.example/secrets' },
    { name: 'CHAT_URL', about: 'where chat lives', fallback: 'https://chat.example' },
  ],
};

const mail: Settings = {
  place: 'mail',
  ways: [{ name: 'post', needs: ['MAIL_KEY'] }],
  variables: [{ name: 'MAIL_KEY', about: 'from mail.example' }],
};

describe('which places are on', () => {
  test.each([
    [{}, []],
    [{ CHAT_TOKEN: ' ' }, []],
    [{ CHAT_TOKEN: 't-1', CHAT_APP: 'a' }, ['chat']],
    [{ CHAT_TOKEN: 't-1', CHAT_SECRET: 's' }, ['chat']],
    [{ CHAT_URL: 'https://other.example' }, []],
  ])('%j → %j', (env: Record<string, string>, places: string[]) => {
    expect(readConfig(env, [chat]).places).toEqual(places);
  });

  test('values are trimmed, and fallbacks filled in', () => {
    const { variables } = readConfig({ CHAT_TOKEN: ' t-1\n', CHAT_APP: 'a' }, [chat]);
    expect(variables).toMatchObject({
      CHAT_TOKEN: 't-1',
      CHAT_URL: 'https://chat.example',
      LOG_LEVEL: 'info',
    });
  });
});

describe('what is wrong with one place is that place’s alone', () => {
  test('a place with only some of what it needs', () => {
    expect(readConfig({ CHAT_SECRET: 's', MAIL_KEY: 'k' }, [chat, mail])).toMatchObject({
      places: ['mail'],
      problems: [
        { place: 'chat', sentences: ['chat (http) also needs CHAT_TOKEN (from chat.example/apps)'] },
      ],
    });
  });

  test('every wrong value, by the place that it belongs to', () => {
    const env = { CHAT_TOKEN: 'x', CHAT_APP: 'a', LOG_LEVEL: 'loud', MAIL_KEY: 'k' };
    expect(readConfig(env, [chat, mail])).toMatchObject({
      places: ['mail'],
      problems: [{ place: 'chat', sentences: ['CHAT_TOKEN: starts with t-'] }],
      warnings: ['LOG_LEVEL: use debug, info, warn, error or silent'],
    });
  });
});

const told = (env: Record<string, string>) => unknownVariables(env, [chat, mail]);

describe('a variable that nobody reads', () => {
  test('is told of, with the nearest there is', () => {
    expect(told({ CHAT_TOKN: 'x', ROLECALL_PACK: 'p', mail_key: 'k' })).toEqual([
      'CHAT_TOKN is set, but is no variable that I read: did you mean CHAT_TOKEN?',
      'ROLECALL_PACK is set, but is no variable that I read: did you mean ROLECALL_PACKS?',
      'mail_key is set, but is no variable that I read: did you mean MAIL_KEY?',
    ]);
  });

  test('near to none, leads to the list', () => {
    expect(told({ CHAT_QZX: '1' })).toEqual([
      'CHAT_QZX is set, but is no variable that I read: .env.example lists what is',
    ]);
  });

  test('of somebody else, empty or right, is none', () => {
    expect(told({ HOME: '/', CHATTY: 'x', CHAT_TOKN: '', CHAT_TOKEN: 't-1', ROLECALL_PACKS: 'a' })).toEqual(
      [],
    );
  });
});

test.each([
  ['a:b', ':', ['a', 'b']],
  ['C:\\packs;D:\\more', ';', ['C:\\packs', 'D:\\more']],
  [' ./mine : ', ':', ['./mine']],
  [undefined, ':', []],
])('the pack folders in %j, separated by %j', (value, separator, folders) => {
  expect(packFolders(value, separator)).toEqual(folders);
});

describe('the log', () => {
  test('never shows a secret, wherever it stands', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'debug', secrets: ['t-secret-123'], write: (line) => lines.push(line) });
    log.error(
      { reason: 'Error: bad token t-secret-123', deep: { header: 'Bot t-secret-123' } },
      'said t-secret-123',
    );
    expect(lines.join('')).not.toContain('t-secret-123');
    expect(lines.join('')).toContain('Bot [secret]');
  });

  test.each([
    ['loud', ['info', 'error']],
    ['error', ['error']],
    ['silent', []],
  ])('at the level %s', (level: string, kept: string[]) => {
    const lines: string[] = [];
    const log = createLog({ level, secrets: [], write: (line) => lines.push(line) });
    log.debug({}, 'debug');
    log.info({}, 'info');
    log.error({}, 'error');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(kept);
  });
});
