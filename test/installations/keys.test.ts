import { beforeEach, describe, expect, test } from 'vitest';
import { createSeal, keysProblem } from '../../src/installations/seal.ts';
import { StoredInstallations } from '../../src/installations/stored-installations.ts';
import type { Log } from '../../src/log.ts';
import { silentLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import { KEYS, openDistributed, teamOf } from '../adapters/slack/tenants.ts';
import { ADDRESSES, newFile } from '../store/stores.ts';

let lines: string[];
const write = (...line: unknown[]) => void lines.push(JSON.stringify(line));
const log: Log = { ...silentLog, warn: write };
beforeEach(() => (lines = []));

describe.each(ADDRESSES)('%s: a key is changed', (_, newAddress) => {
  test('and the old one is needed until the bot has started once with both', async () => {
    const address = await newAddress();
    const [older, newer] = KEYS;
    const talk = async (keys: string) => {
      const other = await openDistributed({ address, keys, log });
      try {
        if ((await other.prompts.service.installations.of('slack')).length === 0) await other.install('T1');
        await expect.poll(() => other.says('T1', '/role ml-engineer')).toContain('ML Engineer');
        return other.peer.calls
          .filter(({ method }) => method === 'users.info')
          .map(teamOf)
          .at(-1);
      } finally {
        await other.stop();
      }
    };
    expect(await talk(older)).toBe('T1');
    // A question is answered without a token, too, and the log says which key is missing.
    expect(await talk(newer)).toBeUndefined();
    expect(lines.join('\n')).toMatch(
      /encrypted with the key [0-9a-f]{8}, which ROLECALL_ENCRYPTION_KEYS does not have/,
    );
    expect(await talk(`${newer},${older}`)).toBe('T1');
    expect(await talk(newer)).toBe('T1');
  });
});

/** Node's own words for what was changed, or ours for what is no longer whole. */
const UNREADABLE = /unable to authenticate|cut off|does not have|Invalid/;

describe('what is closed', () => {
  const [older, newer] = KEYS;

  test('is opened by its key alone, for its owner alone, and never looks the same twice', () => {
    const seal = createSeal(older);
    const [once, twice] = [seal.close('secret', 'chat:A'), seal.close('secret', 'chat:A')];
    expect(once).not.toBe(twice);
    expect([seal.open(once, 'chat:A'), seal.open(twice, 'chat:A')]).toEqual(['secret', 'secret']);
    expect(() => seal.open(once, 'chat:B')).toThrow(UNREADABLE);
    expect(() => createSeal(newer).open(once, 'chat:A')).toThrow('ROLECALL_ENCRYPTION_KEYS does not have');
    expect(createSeal(`${newer}, ${older}`).open(once, 'chat:A')).toBe('secret');
  });

  test('is refused wherever a letter of it was changed', () => {
    const seal = createSeal(older);
    const closed = seal.close('secret', 'chat:A');
    const parts = closed.split('.');
    for (const [at, part] of parts.slice(1).entries()) {
      const changed = parts.with(at + 1, (part.startsWith('A') ? 'B' : 'A') + part.slice(1)).join('.');
      expect(() => seal.open(changed, 'chat:A')).toThrow(UNREADABLE);
    }
    expect(() => seal.open(closed.slice(0, -5), 'chat:A')).toThrow(UNREADABLE);
    expect(() => seal.open('v1.x', 'chat:A')).toThrow(UNREADABLE);
  });

  test.each(['', 'short', `${'A'.repeat(44)},`, Buffer.alloc(31).toString('base64'), 'ä'.repeat(44)])(
    'takes no key such as %j',
    (key) => {
      expect(keysProblem(key)).toContain('32 bytes in base64');
      expect(() => createSeal(key)).toThrow('32 bytes');
    },
  );
});

describe('while the store is away', () => {
  test('a secret that is known is used on, and one that is not cannot be told', async () => {
    const store = await openStore({ file: newFile() });
    let now = 0;
    let isAway = false;
    const installations = new StoredInstallations({
      store: async () => (isAway ? null : store),
      isThere: () => true,
      keys: KEYS[0],
      clock: { now: () => now },
      log,
    });
    await installations.keep('chat:A', 'secret');
    isAway = true;
    now = 60_000;
    expect(await installations.secretOf('chat:A')).toBe('secret');
    await expect(installations.secretOf('chat:B')).rejects.toThrow('the store does not answer');
    await expect(installations.isRemoved('chat:A')).rejects.toThrow('the store does not answer');
    isAway = false;
    await installations.remove('chat:A', 60_000);
    expect(await installations.secretOf('chat:A')).toBeNull();
    await store.close();
  });

  test('what another process changed holds after three seconds', async () => {
    const store = await openStore({ file: newFile() });
    let now = 10_000;
    const open = () =>
      new StoredInstallations({
        store: async () => store,
        isThere: () => true,
        keys: KEYS[0],
        clock: { now: () => now },
        log,
      });
    const [here, there] = [open(), open()];
    await here.keep('chat:A', 'first');
    expect(await there.secretOf('chat:A')).toBe('first');
    await here.keep('chat:A', 'second');
    expect(await there.secretOf('chat:A')).toBe('first');
    now += 3_001;
    await there.secretOf('chat:A');
    await expect.poll(() => there.secretOf('chat:A')).toBe('second');
    await store.close();
  });
});
