import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keepSchedule } from '../../src/community/manage.ts';
import { openStore } from '../../src/store/store.ts';
import { DUE } from '../outbox/world.ts';
import { claimOf, scheduleOf } from '../store/examples.ts';
import { newFile } from '../store/stores.ts';
import { drained } from './drained.ts';

test('a schedule that is due and not yet claimed is waited for, and so is its post', async () => {
  const store = await openStore({ file: newFile() });
  const due = Date.parse(DUE);
  await keepSchedule(store, scheduleOf({ id: 's' }), due - 1);
  let isOver = false;
  const waiting = drained(store, () => due).then(() => (isOver = true));
  await setTimeout(250);
  expect(isOver).toBe(false);
  await store.ledger.claim(claimOf('s', { next: { from: due, to: null } }));
  await setTimeout(250);
  expect(isOver).toBe(false);
  await store.deliveries.abandon({ occurrence: 's@2026-01-05T09:00', target: 'chat:1' }, due, 'Enough.');
  await waiting;
  await store.close();
});
