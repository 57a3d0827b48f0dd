import { describe, expect, test } from 'vitest';
import { encode } from '../../../adapters/discord/state.ts';
import { command, press } from './deeds.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf } from './exchange.ts';
import { useSession } from './session.ts';

const session = useSession();

const types = (exchange: Exchange) => exchange.callbacks.map((callback) => callback.type);
const ask = (name: string, values: Record<string, string> = {}, page?: number) =>
  encode('ask', { command: name, values, ...(page === undefined ? {} : { page }) });
const share = (name: string, values: Record<string, string> = {}) =>
  encode('share', { command: name, values });

describe('a button', () => {
  test('under the own answer changes it in place', async () => {
    const { exchange, text } = await session.outcome(press(ask('role', { role: 'ml', section: 'skills' })));
    expect(types(exchange)).toEqual([7]);
    expect(text).toContain('ml · skills');
  });

  test('under an answer that everybody sees is answered to the one who pressed it', async () => {
    const { exchange } = await session.outcome(press(ask('role', { role: 'ml' }), false));
    expect(types(exchange)).toEqual([4]);
    expect(exchange.isPrivate).toBe(true);
  });

  test('turns the pages, there and back', async () => {
    const first = await session.outcome(command('long'));
    expect(first.labels).toEqual(['2 of 2 ›', 'Show to channel']);
    expect(first.text).toContain('Page 1 of 2');
    const second = await session.outcome(press(ask('long', {}, 2)));
    expect(second.text).toContain('Item 399 of many');
    expect(second.labels).toEqual(['‹ 1 of 2', 'Show to channel']);
  });

  test('whose answer is slow is acknowledged quietly, then its message changes', async () => {
    const { exchange } = await session.outcome(press(ask('wait')));
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
    const { exchange, text, labels } = await session.outcome(press(id));
    expect(exchange.isPrivate).toBe(true);
    expect(text).toContain('earlier version');
    expect(labels).toEqual(['Help']);
  });

  test('works after a restart', async () => {
    const { labels } = await session.outcome(command('role', { role: 'ml' }));
    expect(labels).toContain('Skills');
    await session.stop();
    await session.start();
    const { text } = await session.outcome(press(ask('role', { role: 'ml', section: 'skills' })));
    expect(text).toContain('ml · skills');
  });
});

test('a menu asks for what was chosen', async () => {
  const { exchange } = await session.outcome(command('role', { role: 'ml' }));
  const controls = controlsOf(await exchange.answered, true);
  const { text } = await session.outcome(controls.find((control) => control.label === 'data')?.deed ?? {});
  expect(text).toContain('data · overview');
});

describe('"Show to channel"', () => {
  test('shows the same answer to everybody, once, naming nobody', async () => {
    const own = await session.outcome(command('role', { role: 'ml' }));
    const { exchange, text, labels } = await session.outcome(press(share('role', { role: 'ml' })));
    expect(types(exchange)).toEqual([4]);
    expect(exchange.isPrivate).toBe(false);
    expect(text).toBe(own.text);
    expect(labels).not.toContain('Show to channel');
    const again = await session.outcome(press(share('role', { role: 'ml' })));
    expect(again.exchange.isPrivate).toBe(true);
    expect(again.text).toContain('already');
  });

  test('pressed twice at once shows it once', async () => {
    const both = await Promise.all([
      session.outcome(press(share('wait'))),
      session.outcome(press(share('wait'))),
    ]);
    expect(both.filter(({ exchange }) => !exchange.isPrivate)).toHaveLength(1);
  });

  test('that failed can be pressed again', async () => {
    session.peer.failures.push({ path: /callback/, status: 500, times: 4 });
    session.peer.interact(press(share('role', { role: 'ml' })));
    await session.logged('could not be sent');
    expect((await session.outcome(press(share('role', { role: 'ml' })))).exchange.isPrivate).toBe(false);
  });

  test('shows nothing that is not to be shown', async () => {
    const { exchange } = await session.outcome(press(share('prompts add', { text: 'hidden' })));
    expect(exchange.isPrivate).toBe(true);
  });
});
