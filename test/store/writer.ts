// A process that writes to a store as fast as it can, a schedule at a time, until it is ended: `{file}` or `{url}` as JSON.
import { setImmediate } from 'node:timers/promises';
import { openStore, type StoreAddress } from '../../src/store/store.ts';
import { scheduleOf } from './examples.ts';

const store = await openStore(JSON.parse(process.argv[2] ?? '') as StoreAddress);
for (let n = 0; ; n += 1) {
  await store.schedules.put(scheduleOf({ id: `written-${n}`, community: 'busy' }), null, 1);
  if (n === 20) console.log('writing');
  await setImmediate();
}
