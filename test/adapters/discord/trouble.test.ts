import { describe, expect, test, vi } from 'vitest';
import { command, press } from './deeds.ts';
import { textsOf } from './exchange.ts';
import { useSession } from './session.ts';

const session = useSession();

describe('when Discord has trouble', () => {
  test('a 500 is tried again', async () => {
    session.peer.failures.push({ path: /callback/, status: 500, times: 1 });
    expect((await session.outcome(command('role', { role: 'ml' }))).text).toContain('ml');
  });

  test('a 429 is waited out', async () => {
    const headers = { 'retry-after': '0.1' };
    session.peer.failures.push({
      path: /callback/,
      status: 429,
      headers,
      body: { retry_after: 0.1, global: false },
      times: 1,
    });
    expect((await session.outcome(command('role', { role: 'ml' }))).exchange.took).toBeGreaterThan(90);
  });

  test.each([10_062, 40_060])('%i is nothing to worry about', async (code) => {
    session.peer.failures.push({
      path: /callback/,
      status: 404,
      body: { code, message: 'too late' },
      times: 1,
    });
    session.peer.interact(command('role', { role: 'ml' }));
    await session.logged('debug an answer that nobody waits for');
    expect(session.lines.filter((line) => /^(warn|error)/.test(line))).toEqual([]);
    expect(session.isLive).toBe(true);
  });

  test('a body it refuses becomes a sentence with a number that the log has', async () => {
    session.peer.failures.push({
      path: /callback/,
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body' },
      times: 1,
    });
    const { text } = await session.outcome(command('role', { role: 'ml' }));
    const [reference] = /[0-9a-f]{8}/.exec(text) ?? [];
    expect(session.lines.join('\n')).toContain(`"reference":"${reference}"`);
  });

  test('an acknowledgement that got through in spite of a 500 is followed by the answer', async () => {
    session.peer.failures.push({
      path: /callback/,
      status: 400,
      body: { code: 40_060, message: 'Already acknowledged' },
      times: 1,
    });
    const exchange = session.peer.interact(command('wait'));
    exchange.callbacks.push({ type: 5 });
    expect(textsOf(await exchange.answered).join('\n')).toContain('Waited');
  });

  test.each(['before', 'after'] as const)(
    'a connection that ends %s the answer was taken costs no answer',
    async (cut) => {
      session.peer.failures.push({ path: /callback/, status: 0, cut, times: 1 });
      const exchange = session.peer.interact(command('role', { role: 'ml' }));
      expect(textsOf(await exchange.answered).join('\n')).toContain('ml');
      await vi.waitFor(() => expect(session.counted).toContain('1 answered, 0 too late, 0 not sent'));
      expect(session.asked(/callback/)).toBe(2);
    },
  );

  test('a connection that ends twice is over', async () => {
    session.peer.failures.push({ path: /callback/, status: 0, cut: 'before', times: 2 });
    session.peer.interact(command('role', { role: 'ml' }));
    await session.logged('could not be sent');
    expect(session.asked(/callback/)).toBe(2);
  });

  test('an edit is sent once more', async () => {
    session.peer.failures.push({ path: /@original/, status: 0, cut: 'after', times: 1 });
    const { text } = await session.outcome(command('wait'));
    expect(text).toContain('Waited');
    await vi.waitFor(() => expect(session.asked(/@original/)).toBe(2));
  });

  test('a further message, which everybody would see twice, is not', async () => {
    session.peer.failures.push({ path: /^\/webhooks\/\d+\/[^/]+$/, status: 0, cut: 'after', times: 1 });
    const { labels, exchange } = await session.outcome(command('wait'));
    expect(labels).toContain('Show to channel');
    const [share = ''] = JSON.stringify(exchange.edits).match(/1s\|wait[^"]*/) ?? [];
    session.peer.interact(press(share));
    await session.logged('could not be sent');
    expect(session.asked(/^\/webhooks\/\d+\/[^/]+$/)).toBe(1);
  });

  test('nothing it logs holds a token', async () => {
    session.peer.failures.push({ path: /callback/, status: 403, times: 1 });
    const exchange = session.peer.interact(command('role', { role: 'ml' }));
    await session.logged('could not be sent');
    expect(session.lines.join('\n')).not.toContain(exchange.token);
    expect(session.lines.join('\n')).not.toContain(session.peer.variables.DISCORD_TOKEN);
  });
});
