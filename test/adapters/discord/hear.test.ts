import { describe, expect, test } from 'vitest';
import { command, typing } from './deeds.ts';
import { GUILD } from './peer.ts';
import { useSession } from './session.ts';
import type { Exchange } from './exchange.ts';

const session = useSession();

const types = (exchange: Exchange) => exchange.callbacks.map((callback) => callback.type);
const without = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, undefined]));

describe('a slash command', () => {
  test('is answered to the asker alone, with its options', async () => {
    const { exchange, text, labels } = await session.outcome(
      command('role', { role: 'ml', section: 'skills', hours: 5 }),
    );
    expect(types(exchange)).toEqual([4]);
    expect(exchange.isPrivate).toBe(true);
    expect(text).toContain('ml · skills');
    expect(text).toContain(`hours 5, manages false, en-GB, in ${GUILD}`);
    expect(labels).toEqual(['Skills', 'Show to channel', 'data', 'ml']);
  });

  test.each([
    ['who brought the app along', { 1: '5' }],
    ['in a server that the app left', {}],
    ['of another server', { 0: '77' }],
  ])('by a member %s knows no server and no manager, and is shown to nobody else', async (_, owners) => {
    const member = { user: { id: '5' }, permissions: '8' };
    const brought = { ...command('role', { role: 'ml' }), member, authorizing_integration_owners: owners };
    const { exchange, text, labels } = await session.outcome(brought);
    expect(exchange.isPrivate).toBe(true);
    expect(text).toContain('manages false');
    expect(text).toContain('in private');
    expect(labels).not.toContain('Show to channel');
  });

  test('of two words is a part of its group', async () => {
    const { text, labels } = await session.outcome(command('prompts add', { text: 'hello' }));
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
    const { text } = await session.outcome({ ...command('role', { role: 'ml' }), member });
    expect(text).toContain(`manages ${manages}`);
  });

  test('rights that come without the server that they are of count nothing', async () => {
    const member = { user: { id: '5' }, permissions: '8' };
    const { text } = await session.outcome({
      ...command('role', { role: 'ml' }),
      member,
      guild_id: undefined,
    });
    expect(text).toContain('manages false');
  });

  test('works in a direct message, where there is nobody to show it to', async () => {
    const alone = { guild_id: undefined, member: undefined, user: { id: '5' } };
    const { text, labels } = await session.outcome({ ...command('role', { role: 'ml' }), ...alone });
    expect(text).toContain('in private');
    expect(labels).not.toContain('Show to channel');
  });

  test('that does not exist leads to the one that was meant', async () => {
    const { text, labels } = await session.outcome(command('rolle', { role: 'ml' }));
    expect(text).toContain("I don't know /rolle");
    expect(labels).toContain('/role');
  });

  test('with a wrong option says what it takes', async () => {
    const { text } = await session.outcome(command('role', { role: 'ml', hours: 900 }));
    expect(text).toContain('give a number from 1 to 100');
  });
});

describe('a packet with keys missing', () => {
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
    const { text } = await session.outcome({ ...command('role', { role: 'ml' }), ...without(...keys) });
    expect(text).toContain('ml · overview');
  });

  test('a deferred answer finds its way without application_id', async () => {
    const { text } = await session.outcome({ ...command('wait'), ...without('application_id') });
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
    session.peer.interact(deed);
    const { text } = await session.outcome(command('role', { role: 'ml' }));
    expect(text).toContain('ml · overview');
  });
});

describe('typing', () => {
  test('is completed, 25 at most, with names that fit', async () => {
    const found = await session.completions(typing('role', 'role', 'ml'));
    expect(found).toHaveLength(25);
    expect(found[0]).toEqual({ name: 'ml 0…', value: 'r0' });
  });

  test.each(['c++', '[', '(', '\\', '*', '', '🙂'])('%s does not break it', async (typed) => {
    expect(await session.completions(typing('role', 'role', typed))).toHaveLength(25);
  });

  test.each([
    ['role', 'role', 'boom'],
    ['role', 'nothing', 'x'],
    ['nothing', 'role', 'x'],
    ['role', 'hours', '1'],
  ])('%s %s %s gives nothing, at once', async (...of) => {
    expect(await session.completions(typing(...of))).toEqual([]);
  });
});
