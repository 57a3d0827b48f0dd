import { describe, expect, test } from 'vitest';
import { readCommand, readPress } from '../../../adapters/slack/receive.ts';
import { buttonId, encodeAsk } from '../../../adapters/slack/state.ts';

const command = (channel: string) => ({
  command: '/role',
  text: 'ml-engineer',
  user_id: 'U1',
  team_id: 'T1',
  channel_id: channel,
  trigger_id: '1',
  response_url: 'http://127.0.0.1/1',
});

const press = (kind: 'ask' | 'share', channel: string) => ({
  actions: [
    { action_id: buttonId(kind, 0), value: encodeAsk({ command: 'role', values: { role: 'ml-engineer' } }) },
  ],
  user: { id: 'U1' },
  team: { id: 'T1' },
  channel: { id: channel },
  container: { is_ephemeral: true },
});

function invocationIn(heard: ReturnType<typeof readPress>) {
  if (!('invocation' in heard)) throw new Error(`Nothing was asked: ${heard.kind}.`);
  return heard.invocation;
}

describe('a direct message is told from a channel, although both name the workspace', () => {
  test.each([
    ['C012AB3CD', undefined],
    ['G012AB3CD', undefined],
    ['D012AB3CD', true],
  ])('%s', (channel, direct) => {
    expect(invocationIn(readCommand(command(channel), ['role'])).place.direct).toBe(direct);
    expect(invocationIn(readPress(press('ask', channel))).place.direct).toBe(direct);
  });

  test('showing an answer asks again, a press of a button does not', () => {
    expect(invocationIn(readPress(press('share', 'C1'))).again).toBe(true);
    expect(invocationIn(readPress(press('ask', 'C1'))).again).toBeUndefined();
  });
});
