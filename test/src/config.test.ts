import { describe, expect, test } from 'vitest';
import type { Settings } from '../../src/adapter.ts';
import { ConfigProblem, readConfig } from '../../src/config.ts';
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

function complaint(env: Record<string, string>): string {
  try {
    readConfig(env, [chat]);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message;
  }
  return 'no complaint';
}

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

describe('what is wrong is said all at once', () => {
  test('a place with only some of what it needs', () => {
    expect(complaint({ CHAT_SECRET: 's' })).toBe(
      'Some settings need a change:\n  - chat (http) also needs CHAT_TOKEN (from chat.example/apps)',
    );
  });

  test('every wrong value', () => {
    const message = complaint({ CHAT_TOKEN: 'x', CHAT_APP: 'a', LOG_LEVEL: 'loud' });
    expect(message).toContain('CHAT_TOKEN: starts with t-');
    expect(message).toContain('LOG_LEVEL: use debug, info, warn, error or silent');
  });
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
});
