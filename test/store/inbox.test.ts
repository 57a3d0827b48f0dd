import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { ADDRESSES } from './stores.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-11-29T19:00:00Z');

describe.each(ADDRESSES)('what was heard, on %s', (_, newAddress) => {
  test('is claimed by one of many that ask at once, in two processes', async () => {
    const address = await newAddress();
    const stores = [await openStore(address), await openStore(address)];
    const ten = Array.from({ length: 10 }, () => stores).flat();
    const asked = await Promise.all(ten.map((store) => store.inbox.claim('discord 1', NOW)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await stores[0]?.inbox.claim('discord 2', NOW)).toBe(true);
    for (const store of stores) await store.close();
  });

  test('is forgotten after three days, and until then tells neither its id nor its hour', async () => {
    const store = await openStore(await newAddress());
    await store.inbox.claim('slack T1.123.abc', NOW);
    const [row] = await store.database.rows('SELECT * FROM rolecall_inbox');
    expect(JSON.stringify(row)).not.toContain('T1');
    expect(row).toMatchObject({ expires_at: Date.parse('2026-12-03T00:00:00Z') });
    await store.inbox.prune(NOW + 3 * DAY);
    expect(await store.inbox.claim('slack T1.123.abc', NOW)).toBe(false);
    await store.inbox.prune(NOW + 5 * DAY);
    expect(await store.inbox.claim('slack T1.123.abc', NOW)).toBe(true);
    await store.close();
  });

  test('counts once, however many processes write it and however often', async () => {
    const address = await newAddress();
    const stores = [await openStore(address), await openStore(address)];
    const heard = Array.from({ length: 120 }, (__, at) => `discord ${at}`);
    const count = { community: 'discord:1', kind: 'asked', name: 'sre', day: '2026-11-29' } as const;
    await Promise.all(stores.map((store) => store.counts.add([{ ...count, total: 0, heard }])));
    await stores[0]?.counts.add([{ ...count, total: 2, heard: [...heard.slice(0, 7), 'discord 500'] }]);
    expect((await stores[1]?.counts.report('discord:1'))?.asked).toMatchObject([{ total: 123 }]);
    for (const store of stores) await store.close();
  });
});
