import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encode } from '../../../adapters/discord/state.ts';
import { testBot } from './bot.ts';
import { command, press, typing } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';
import { GUILD } from './peer.ts';

let open: Open;
const lines: string[] = [];

beforeEach(async () => {
  lines.length = 0;
  const note = (level: string) => (details: object, message: string) =>
    void lines.push(`${level} ${message} ${JSON.stringify(details)}`);
  const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
  open = await openDiscord(testBot(), log);
});
afterEach(() => open.stop());

/** What becomes of a deed, and the text of it. */
async function outcome(deed: Deed): Promise<{ exchange: Exchange; text: string; labels: string[] }> {
  const exchange = open.peer.interact(deed);
  const message = await exchange.answered;
  const labels = controlsOf(message, true).map((control) => control.label);
  expect(exchange.faults).toEqual([]);
  return { exchange, text: textsOf(message).join('\n'), labels };
}

const types = (exchange: Exchange) => exchange.callbacks.map((callback) => callback.type);
const ask = (name: string, values: Record<string, string> = {}, page?: number) =>
  encode('ask', { command: name, values, ...(page === undefined ? {} : { page }) });
const share = (name: string, values: Record<string, string> = {}) =>
  encode('share', { command: name, values });

describe('a slash command', () => {
  test('is answered to the asker alone, with its options', async () => {
    const { exchange, text, labels } = await outcome(
      command('role', { role: 'ml', section: 'skills', hours: 5 }),
    );
    expect(types(exchange)).toEqual([4]);
    expect(exchange.isPrivate).toBe(true);
    expect(text).toContain('ml · skills');
    expect(text).toContain(`hours 5, manages false, en-GB, in ${GUILD}`);
    expect(labels).toEqual(['Skills', 'data', 'ml', 'Show to channel']);
  });

  test('of two words is a part of its group', async () => {
    const { text, labels } = await outcome(command('prompts add', { text: 'hello' }));
    expect(text).toContain('Added');
    expect(labels).toEqual([]);
  });

  test.each([
    ['32', true],
    ['8', true],
    ['16', false],
    ['x', false],
  ])('knows by permissions %s whether the asker manages the server: %s', async (permissions, manages) => {
    const member = { user: { id: '5' }, permissions };
    const { text } = await outcome({ ...command('role', { role: 'ml' }), member });
    expect(text).toContain(`manages ${manages}`);
  });

  test('works in a direct message, where there is nobody to show it to', async () => {
    const alone = { guild_id: undefined, member: undefined, user: { id: '5' } };
    const { text, labels } = await outcome({ ...command('role', { role: 'ml' }), ...alone });
    expect(text).toContain('in private');
    expect(labels).not.toContain('Show to channel');
  });

  test('that does not exist leads to the one that was meant', async () => {
    const { text, labels } = await outcome(command('rolle', { role: 'ml' }));
    expect(text).toContain("I don't know /rolle");
    expect(labels).toContain('/role');
  });

  test('with a wrong option says what it takes', async () => {
    const { text } = await outcome(command('role', { role: 'ml', hours: 900 }));
    expect(text).toContain('give a number from 1 to 100');
  });
});

describe('a packet with keys missing', () => {
  const without = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, undefined]));
  test.each([
    ['entitlements'],
    ['authorizing_integration_owners'],
    [
      'entitlements',
      'authorizing_integration_owners',
      'locale',
      'version',
      'channel',
      'channel_id',
      'guild_id',
    ],
    ['member'],
    ['application_id'],
  ])('%s: is answered all the same', async (...keys) => {
    const { text } = await outcome({ ...command('role', { role: 'ml' }), ...without(...keys) });
    expect(text).toContain('ml · overview');
  });

  test('a deferred answer finds its way without application_id', async () => {
    const { text } = await outcome({ ...command('wait'), ...without('application_id') });
    expect(text).toContain('Waited');
  });

  test.each([
    [{ type: 2 }],
    [{ type: 2, data: { name: 'role', options: 'x' } }],
    [{ type: 2, data: null }],
    [{ type: 3 }],
    [{ type: 4, data: { name: 'role' } }],
    [{ type: 5, data: {} }],
    [{ type: 99 }],
    [{ type: 2, data: {}, member: null, user: null }],
    [{ id: undefined, token: undefined, type: 2 }],
  ])('%j: the next question is answered', async (deed) => {
    open.peer.interact(deed);
    const { text } = await outcome(command('role', { role: 'ml' }));
    expect(text).toContain('ml · overview');
  });
});

describe('typing', () => {
  const choices = async (deed: Deed) => {
    const exchange = open.peer.interact(deed);
    const first = await exchange.first;
    expect(exchange.faults).toEqual([]);
    return first.data?.choices ?? [];
  };

  test('is completed, 25 at most, with names that fit', async () => {
    const found = await choices(typing('role', 'role', 'ml'));
    expect(found).toHaveLength(25);
    expect(found[0]).toEqual({ name: 'ml 0…', value: 'r0' });
  });

  test.each(['c++', '[', '(', '\\', '*', '', '🙂'])('%s does not break it', async (typed) => {
    expect(await choices(typing('role', 'role', typed))).toHaveLength(25);
  });

  test.each([
    ['role', 'role', 'boom'],
    ['role', 'nothing', 'x'],
    ['nothing', 'role', 'x'],
    ['role', 'hours', '1'],
  ])('%s %s %s gives nothing, at once', async (...of) => {
    expect(await choices(typing(...of))).toEqual([]);
  });
});

describe('a button', () => {
  test('under the own answer changes it in place', async () => {
    const { exchange, text } = await outcome(press(ask('role', { role: 'ml', section: 'skills' })));
    expect(types(exchange)).toEqual([7]);
    expect(text).toContain('ml · skills');
  });

  test('under an answer that everybody sees is answered to the one who pressed it', async () => {
    const { exchange } = await outcome(press(ask('role', { role: 'ml' }), false));
    expect(types(exchange)).toEqual([4]);
    expect(exchange.isPrivate).toBe(true);
  });

  test('turns the pages, there and back', async () => {
    const first = await outcome(command('long'));
    expect(first.labels).toEqual(['2 of 2 ›', 'Show to channel']);
    expect(first.text).toContain('Page 1 of 2');
    const second = await outcome(press(ask('long', {}, 2)));
    expect(second.text).toContain('Item 399 of many');
    expect(second.labels).toEqual(['‹ 1 of 2', 'Show to channel']);
  });

  test('whose answer is slow is acknowledged quietly, then its message changes', async () => {
    const { exchange } = await outcome(press(ask('wait')));
    expect(types(exchange)).toEqual([6]);
    expect(exchange.edits).toHaveLength(1);
  });

  test.each([
    '',
    'x',
    '0a|role||role|ml|',
    '1x|role||',
    '1a|role||role|',
    '1a',
    '2a|role||',
    '1m|0',
    '%E0%A4%A',
  ])('of another version (%s) gets a friendly answer', async (id) => {
    const { exchange, text, labels } = await outcome(press(id));
    expect(exchange.isPrivate).toBe(true);
    expect(text).toContain('earlier version');
    expect(labels).toEqual(['Help']);
  });

  test('works after a restart', async () => {
    const { labels } = await outcome(command('role', { role: 'ml' }));
    expect(labels).toContain('Skills');
    await open.stop();
    open = await openDiscord(testBot());
    const { text } = await outcome(press(ask('role', { role: 'ml', section: 'skills' })));
    expect(text).toContain('ml · skills');
  });
});

test('a menu asks for what was chosen', async () => {
  const { exchange } = await outcome(command('role', { role: 'ml' }));
  const controls = controlsOf(await exchange.answered, true);
  const { text } = await outcome(controls.find((control) => control.label === 'data')?.deed ?? {});
  expect(text).toContain('data · overview');
});

describe('"Show to channel"', () => {
  test('shows the same answer to everybody, once, naming nobody', async () => {
    const own = await outcome(command('role', { role: 'ml' }));
    const { exchange, text, labels } = await outcome(press(share('role', { role: 'ml' })));
    expect(types(exchange)).toEqual([4]);
    expect(exchange.isPrivate).toBe(false);
    expect(text).toBe(own.text);
    expect(labels).not.toContain('Show to channel');
    const again = await outcome(press(share('role', { role: 'ml' })));
    expect(again.exchange.isPrivate).toBe(true);
    expect(again.text).toContain('already');
  });

  test('pressed twice at once shows it once', async () => {
    const both = await Promise.all([outcome(press(share('wait'))), outcome(press(share('wait')))]);
    expect(both.filter(({ exchange }) => !exchange.isPrivate)).toHaveLength(1);
  });

  test('that failed can be pressed again', async () => {
    open.peer.failures.push({ path: /callback/, status: 500, times: 4 });
    open.peer.interact(press(share('role', { role: 'ml' })));
    await until(() => lines.some((line) => line.includes('could not be sent')));
    expect((await outcome(press(share('role', { role: 'ml' })))).exchange.isPrivate).toBe(false);
  });

  test('shows nothing that is not to be shown', async () => {
    const { exchange } = await outcome(press(share('prompts add', { text: 'hidden' })));
    expect(exchange.isPrivate).toBe(true);
  });
});

describe('when Discord has trouble', () => {
  test('a 500 is tried again', async () => {
    open.peer.failures.push({ path: /callback/, status: 500, times: 1 });
    expect((await outcome(command('role', { role: 'ml' }))).text).toContain('ml');
  });

  test('a 429 is waited out', async () => {
    const headers = { 'retry-after': '0.1' };
    open.peer.failures.push({
      path: /callback/,
      status: 429,
      headers,
      body: { retry_after: 0.1, global: false },
      times: 1,
    });
    expect((await outcome(command('role', { role: 'ml' }))).exchange.took).toBeGreaterThan(90);
  });

  test.each([10_062, 40_060])('%i is nothing to worry about', async (code) => {
    open.peer.failures.push({ path: /callback/, status: 404, body: { code, message: 'too late' }, times: 1 });
    open.peer.interact(command('role', { role: 'ml' }));
    await until(() => lines.some((line) => line.startsWith('debug an answer that nobody waits for')));
    expect(lines.filter((line) => /^(warn|error)/.test(line))).toEqual([]);
    expect(open.adapter.health().live).toBe(true);
  });

  test('a body it refuses becomes a sentence with a number that the log has', async () => {
    open.peer.failures.push({
      path: /callback/,
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body' },
      times: 1,
    });
    const { text } = await outcome(command('role', { role: 'ml' }));
    const [reference] = /[0-9a-f]{8}/.exec(text) ?? [];
    expect(lines.join('\n')).toContain(`"reference":"${reference}"`);
  });

  test('an acknowledgement that got through in spite of a 500 is followed by the answer', async () => {
    open.peer.failures.push({
      path: /callback/,
      status: 400,
      body: { code: 40_060, message: 'Already acknowledged' },
      times: 1,
    });
    const exchange = open.peer.interact(command('wait'));
    exchange.callbacks.push({ type: 5 });
    expect(textsOf(await exchange.answered).join('\n')).toContain('Waited');
  });

  test('nothing it logs holds a token', async () => {
    open.peer.failures.push({ path: /callback/, status: 403, times: 1 });
    const exchange = open.peer.interact(command('role', { role: 'ml' }));
    await until(() => lines.some((line) => line.includes('could not be sent')));
    expect(lines.join('\n')).not.toContain(exchange.token);
    expect(lines.join('\n')).not.toContain(open.peer.variables.DISCORD_TOKEN);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
