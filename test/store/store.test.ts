import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store, type StoreAddress } from '../../src/store/store.ts';
import { claimOf, scheduleOf } from './examples.ts';
import { ADDRESSES, newFile } from './stores.ts';

describe.each(ADDRESSES)('%s: what is remembered', (_, address) => {
  let store: Store;
  let at: StoreAddress;
  beforeAll(async () => {
    at = await address();
    store = await openStore(at);
  });
  afterAll(() => store.close());

  test('a schedule is kept as it was put, listed by community, and due at its time', async () => {
    const content = { track: 'ml-engineer', language: 'de', by: 'ada' };
    const monday = scheduleOf({ id: 'monday', community: 'c1', content });
    await store.schedules.put(monday, 1_000, 1);
    await store.schedules.put(
      scheduleOf({ id: 'other', community: 'c2', targets: ['chat:1', 'chat:2'] }),
      2_000,
      1,
    );
    await store.schedules.put(scheduleOf({ id: 'paused', community: 'c2', state: 'paused' }), null, 1);
    expect(await store.schedules.get('monday')).toEqual(monday);
    expect(await store.schedules.get('tuesday')).toBeNull();
    expect((await store.schedules.list('c2')).map((schedule) => schedule.id)).toEqual(['other', 'paused']);
    expect((await store.schedules.due(999, 10)).map((due) => due.id)).toEqual([]);
    expect((await store.schedules.due(2_000, 10)).map((due) => [due.id, due.dueAt])).toEqual([
      ['monday', 1_000],
      ['other', 2_000],
    ]);
    expect(await store.schedules.dueTargets(2_000)).toBe(3);
    expect(await store.schedules.outlook()).toEqual({ active: 2, nextDue: 1_000 });
  });

  test('fifty ask for the same slot at once: one gets it, and the schedule moves on', async () => {
    await store.schedules.put(scheduleOf({ id: 'race' }), 5_000, 1);
    const claims = Array.from({ length: 50 }, (__, n) =>
      store.ledger.claim(claimOf('race', { by: `w${n}`, next: { from: 5_000, to: 9_000 } })),
    );
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect((await store.schedules.due(9_000, 10)).find((due) => due.id === 'race')?.dueAt).toBe(9_000);
    expect(await store.ledger.occurrences('race', 10)).toHaveLength(1);
  });

  test('a slot taken outside the timetable is not taken twice either', async () => {
    expect(await store.ledger.claim(claimOf('loose'))).toBe(true);
    expect(await store.ledger.claim(claimOf('loose'))).toBe(false);
  });

  test('a claim is refused once somebody changed when the schedule is due', async () => {
    await store.schedules.put(scheduleOf({ id: 'edited' }), 6_000, 1);
    expect(await store.ledger.claim(claimOf('edited', { next: { from: 5_000, to: 9_000 } }))).toBe(false);
    expect(await store.ledger.occurrences('edited', 1)).toEqual([]);
  });

  test('twenty take from thirty deliveries at once: each delivery goes to one of them, until its hold ends', async () => {
    const targets = Array.from({ length: 30 }, (__, n) => `lots:${n}`);
    await store.ledger.claim(claimOf('lots', { targets }));
    const take = (now: number) =>
      store.deliveries
        .take({ place: 'lots', now, heldUntil: now + 100, limit: 2 })
        .then((taken) => taken.map((p) => p.target));
    const taken = (await Promise.all(Array.from({ length: 20 }, () => take(5_000)))).flat();
    expect(new Set(taken).size).toBe(taken.length);
    const all = [...taken, ...(await take(5_000)), ...(await take(5_000)), ...(await take(5_000))];
    for (let more = await take(5_000); more.length > 0; more = await take(5_000)) all.push(...more);
    expect(all.toSorted()).toEqual(targets.toSorted());
    expect(await take(5_099)).toEqual([]);
    expect(await take(5_100)).toHaveLength(2);
  });

  test('values come back as they were put, expire, and are apart from other namespaces', async () => {
    const one = store.values('one');
    const two = store.values('two');
    await one.set('a', { deep: [1, 'zwei', null] });
    await one.set('b', 'x', 1);
    await two.set('a', 'other');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await one.get('a')).toEqual({ deep: [1, 'zwei', null] });
    expect(await one.get('b')).toBeUndefined();
    expect(await two.get('a')).toBe('other');
    const entries = [];
    for await (const entry of one.iterator()) entries.push(entry);
    expect(entries).toEqual([['a', { deep: [1, 'zwei', null] }]]);
    expect(await one.delete('a')).toBe(true);
    expect(await one.delete('a')).toBe(false);
    await one.clear();
    expect(await two.get('a')).toBe('other');
  });

  test('a notice is told once, and again only when nobody said that it was told', async () => {
    await store.notices.add('monday', 'Look.', 1);
    await store.notices.add('unknown', 'Nobody to tell.', 1);
    const [notice] = await store.notices.take(10, 20);
    expect(notice).toMatchObject({ schedule: 'monday', community: 'c1', sentence: 'Look.' });
    expect(await store.notices.take(19, 29)).toEqual([]);
    expect(await store.notices.take(20, 30)).toHaveLength(1);
    await store.notices.told(notice?.id ?? '', 25);
    expect(await store.notices.take(99, 109)).toEqual([]);
  });

  test('old history is forgotten, unless something of it is open', async () => {
    await store.ledger.claim(claimOf('old', { targets: [] }));
    await store.ledger.claim(claimOf('open', { targets: ['x:1'] }));
    await store.prune(6_000, 6_000);
    expect(await store.why('old@2026-01-05T09:00')).toBeNull();
    expect(await store.why('open@2026-01-05T09:00')).not.toBeNull();
  });

  test('everything is still there after closing and opening again', async () => {
    const again = await openStore(at);
    expect((await again.schedules.list('c1')).map((schedule) => schedule.id)).toEqual(['monday']);
    await again.close();
  });

  test('a database written by a newer version is refused with a sentence', async () => {
    const newer = await address();
    const first = await openStore(newer);
    await first.database.rows("UPDATE rolecall_meta SET content = '99' WHERE name = 'schema'");
    await first.close();
    await expect(openStore(newer)).rejects.toThrow('newer Rolecall (schema 99');
  });

  test('a failed read of a value is an error, not a missing key', async () => {
    const closed = await openStore(await address());
    const values = closed.values('v');
    await closed.close();
    await expect(values.get('a')).rejects.toThrow(/closed|not open|after calling end/);
  });
});

describe('what cannot be opened is refused with a sentence that says what to do', () => {
  test('a file that is not a database', async () => {
    const file = newFile();
    writeFileSync(file, 'not a database, and long enough to be looked at '.repeat(40));
    await expect(openStore({ file })).rejects.toThrow(`I cannot open ${file}`);
  });
  test('a file in a folder that is a file', async () => {
    const file = newFile();
    writeFileSync(file, 'in the way');
    await expect(openStore({ file: join(file, 'x.db') })).rejects.toThrow('Check that the folder');
  });
  test('an address that is none', async () => {
    await expect(openStore({ url: 'localhost' })).rejects.toThrow('DATABASE_URL is not an address');
  });
  test('a server that is not there; the password is not repeated', async () => {
    const refused = openStore({ url: 'postgres://me:secret@127.0.0.1:1/none' });
    await expect(refused).rejects.toThrow(
      /I cannot use 127\.0\.0\.1:1\/none to remember anything \(.*ECONNREFUSED/,
    );
    await expect(refused).rejects.not.toThrow('secret');
  });
});

test('an embedded file that is removed under our feet is noticed, although it still answers', async () => {
  const file = join(newFile(), 'rolecall.db');
  const store = await openStore({ file });
  await store.probe();
  renameSync(file, `${file}.away`);
  await expect(store.probe()).rejects.toThrow('was removed or replaced');
  renameSync(`${file}.away`, file);
  await store.probe();
  await store.close();
});
