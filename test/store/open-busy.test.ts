import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { newFile } from './stores.ts';

/** Makes the file, as a process does that starts at the same time, and has it to itself for a moment. */
const MAKER = `
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(process.argv[1]);
  database.exec('CREATE TABLE made (one TEXT); BEGIN EXCLUSIVE');
  console.log('has it');
  setTimeout(() => database.exec('COMMIT'), 400);
`;

test('a file that another process is making is waited for', async ({ onTestFinished }) => {
  const file = newFile();
  const maker = spawn(process.execPath, ['-e', MAKER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void maker.kill());
  await once(maker.stdout, 'data');
  const store = await openStore({ file });
  onTestFinished(() => store.close());
  expect(await store.schedules.list('c')).toEqual([]);
});
