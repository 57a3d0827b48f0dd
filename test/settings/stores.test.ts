import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SettingBook } from '../../src/community/setting-book.ts';
import { StoredSettings } from '../../src/community/stored-settings.ts';
import type { Language } from '../../src/message/language.ts';
import { silentLog } from '../../src/log.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreAddress } from '../../src/store/store.ts';
import { openPrompts, speaker } from '../prompts/world.ts';
import { ADDRESSES } from '../store/stores.ts';

let now = Date.UTC(2026, 10, 30, 9);
const bookOver = (store: Store): SettingBook =>
  new StoredSettings({
    onStore: (work) => work(store),
    isThere: () => true,
    places: () => [],
    clock: { now: () => now },
    log: silentLog,
  });

describe.each(ADDRESSES)('%s: settings', (_, addressOf) => {
  let address: StoreAddress;
  let here: Store;
  let there: Store;
  beforeAll(async () => {
    address = await addressOf();
    [here, there] = [await openStore(address), await openStore(address)];
  });
  afterAll(async () => {
    await here.close();
    await there.close();
  });

  test('another process heeds a change within three seconds, and reads no more often', async () => {
    const [ours, theirs] = [bookOver(here), bookOver(there)];
    expect(await theirs.of('chat:seen')).toEqual({});
    await ours.change('chat:seen', 'ann', () => ({ zone: 'Europe/Madrid' }));
    expect(ours.of('chat:seen')).toEqual({ zone: 'Europe/Madrid' });
    expect(theirs.of('chat:seen')).toEqual({});
    now += 3_000;
    expect(await theirs.of('chat:seen')).toEqual({ zone: 'Europe/Madrid' });
  });

  test('of changes at the same time none is lost, and each is recorded with what stood before it', async () => {
    const books = [bookOver(here), bookOver(there)];
    const languages: Language[] = ['de', 'es', 'pt-BR', 'en'];
    const changes = Array.from({ length: 20 }, (__, at) => {
      const edit =
        at % 2 === 0 ? { zone: `Etc/GMT+${(at % 12) + 1}` } : { language: languages[at % 4] ?? 'en' };
      return (books[at % 2] ?? bookOver(here)).change('chat:busy', `m${at}`, (chosen) => ({
        ...chosen,
        ...edit,
      }));
    });
    await Promise.all(changes);
    const history = await bookOver(here).history('chat:busy');
    for (const setting of ['zone', 'language']) {
      const those = history.filter((change) => change.setting === setting).toReversed();
      those.forEach(({ before }, at) => expect(before).toEqual(at === 0 ? null : those[at - 1]?.after));
    }
    const left = await there.settings.get('chat:busy');
    expect(JSON.parse(left ?? '')).toMatchObject({
      version: 1,
      settings: { zone: history.find(({ setting }) => setting === 'zone')?.after },
    });
  });

  test('what a later version wrote is kept by this one, and what it cannot read it does not write over', async () => {
    const later = { version: 1, settings: { zone: 'UTC', mood: 'merry', channels: { c1: { tone: 'dry' } } } };
    await here.settings.change('chat:later', () => ({ body: JSON.stringify(later), changes: [CHANGE] }));
    const book = bookOver(here);
    await book.change('chat:later', 'ann', (chosen) => ({ ...chosen, language: 'de' }));
    expect(JSON.parse((await here.settings.get('chat:later')) ?? '')).toEqual({
      version: 1,
      settings: { ...later.settings, language: 'de' },
    });
    await here.settings.change('chat:odd', () => ({ body: '{"version":9}', changes: [CHANGE] }));
    expect(await book.of('chat:odd')).toEqual({});
    await expect(book.change('chat:odd', 'ann', (chosen) => chosen)).rejects.toThrow('I change nothing');
  });

  test('a member who is deleted made no change any more, and the change stays', async () => {
    const prompts = await openPrompts(undefined, { address });
    const ann = speaker(prompts.bot, { community: 'left' });
    await ann.ask('/settings zone:Madrid');
    expect(await ann.say('/settings history')).toContain('· ann');
    await ann.ask('/study forget sure:yes');
    const said = await ann.say('/settings history');
    expect(said).toContain('Time zone: not set → Europe/Madrid');
    expect(said).toContain('· somebody who was deleted');
    expect(said).not.toContain('ann');
    await prompts.close();
  });

  test('changes are known for a year', async () => {
    const old = { ...CHANGE, at: 1 };
    await here.settings.change('chat:old', () => ({ body: '{}', changes: [old, { ...CHANGE, at: now }] }));
    await here.prune(0, now);
    expect(await here.settings.history('chat:old', 10)).toEqual([{ ...CHANGE, at: now }]);
  });
});

const CHANGE = { member: 'ann', setting: 'zone', channel: '', before: null, after: '"UTC"', at: 1 };

test('while the database is away a member is answered by what was known, and a change is refused', async () => {
  let isAway = false;
  const file = await openStore({ file: ':memory:' });
  const book = new StoredSettings({
    onStore: async (work) => {
      if (isAway) throw new Error('connection lost');
      return work(file);
    },
    isThere: () => true,
    places: () => [],
    clock: { now: () => now },
    log: silentLog,
  });
  await book.change('chat:C', 'ann', () => ({ refuse: ['course'] }));
  isAway = true;
  now += 60_000;
  expect(await book.of('chat:C')).toEqual({ refuse: ['course'] });
  expect(await book.of('chat:D')).toEqual({});
  await expect(book.change('chat:C', 'ann', (chosen) => chosen)).rejects.toThrow('connection lost');
  await file.close();
});
