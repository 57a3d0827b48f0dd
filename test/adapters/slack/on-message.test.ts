import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifest } from '../../../adapters/slack/menu.ts';
import { commands } from '../../../commands/index.ts';
import { HOSTILE } from '../contract-bot.ts';
import { talk } from '../../commands/talk.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome } from './driver.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse((await talk()).bot);
});
afterAll(() => house.stop());

let count = 0;

/** Somebody picks the entry in the menu of a message; `times` is how often Slack tells it. */
function pick(text: string, more: object = {}, times = 1) {
  const { url, exchange } = house.peer.exchange();
  count += 1;
  // https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
  const payload = {
    type: 'message_action',
    callback_id: 'named',
    trigger_id: `13345224609.${count}`,
    message_ts: '1583637157.000100',
    response_url: url,
    team: { id: 'T1', domain: 'team' },
    channel: { id: 'C1', name: 'general' },
    user: { id: 'U1', name: 'ada', team_id: 'T1' },
    message: { type: 'message', user: 'U2', ts: '1583637157.000100', text },
    ...more,
  };
  for (let time = 0; time < times; time += 1) house.peer.deliver('interactive', payload, exchange.envelope);
  return outcome(exchange);
}

describe('the menu of a message', () => {
  test('has one entry, within the limits of Slack, and no further right', () => {
    const { features, oauth_config: oauth } = manifest(commands) as {
      features: { shortcuts: readonly Record<string, string>[] };
      oauth_config: { scopes: { bot: readonly string[] } };
    };
    expect(features.shortcuts).toEqual([
      {
        name: 'What roles are in this?',
        type: 'message',
        callback_id: 'named',
        description: 'The roles, skills and courses that a message names',
      },
    ]);
    expect(oauth.scopes.bot).toContain('commands');
  });

  test('tells privately what the message names; a button shows its answer in its stead', async () => {
    const shown = await pick('We need a *data engineer* &amp; somebody who knows `SQL`.');
    expect(shown.faults).toEqual([]);
    expect(shown.acknowledgedFirst).toBe(true);
    expect(shown.body.response_type).toBe('ephemeral');
    expect(shown.texts.join('\n')).toContain('Named in this message');
    expect(shown.labels).toEqual(['Data Engineer', 'SQL']);
    const next = await outcome(
      house.peer.act(actionFor(shown.body, 'Data Engineer'), { container: { is_ephemeral: true } }),
    );
    expect(next.texts.join('\n')).toContain('First skills');
    expect(next.body.replace_original).toBe(true);
  });

  test('answers in the thread that the message stands in', async () => {
    const message = { type: 'message', user: 'U2', ts: '2.2', thread_ts: '2.1', text: 'sre' };
    expect((await pick('', { message })).body).toMatchObject({
      thread_ts: '2.1',
      response_type: 'ephemeral',
    });
  });

  test('says so where nothing is named, and where there are no words', async () => {
    expect((await pick('Lunch?')).texts.join('\n')).toContain('It names no role');
    expect((await pick('', { message: { ts: '3.3', blocks: [] } })).texts.join('\n')).toContain(
      'There are no words in it',
    );
  });

  test('leaves hostile text alone: none of it is repeated', async () => {
    const text = (
      await pick(`${HOSTILE.join('\n')}\n<https://example.com|ml engineer> <!channel>`)
    ).texts.join('\n');
    expect(text).toContain('ML Engineer');
    expect(text).not.toMatch(/channel|script|example\.com/);
  });

  test('is answered once, however often Slack tells it', async () => {
    expect((await pick('sre', {}, 3)).answers).toBe(1);
  });
});
