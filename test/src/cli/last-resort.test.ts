import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const MODULE = new URL('../../../src/cli/last-resort.ts', import.meta.url).href;

/** A process in which three things go wrong that nobody waits for, and that goes on all the same. */
const script = (write: string) => `
  import { surviveFaults } from '${MODULE}';
  surviveFaults({ error: (details, message) => { ${write} } });
  setTimeout(() => { throw new Error('thrown'); });
  setTimeout(() => { Promise.reject(new Error('rejected')); });
  setTimeout(() => { Promise.reject(null); });
  setTimeout(() => console.log('still here'), 100);
`;

const run = (write: string) =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', script(write)]);

test('what fails without anybody waiting for it is logged with a reference, and the process goes on', async () => {
  const { stdout } = await run('console.log(JSON.stringify({ ...details, message }))');
  const lines = stdout.trim().split('\n');
  expect(lines.pop()).toBe('still here');
  const told = lines.map((line) => JSON.parse(line) as { reference: string; reason: string });
  expect(told.map(({ reason }) => reason.split('\n')[0])).toEqual([
    'Error: thrown',
    'Error: rejected',
    'null',
  ]);
  expect(new Set(told.map(({ reference }) => reference)).size).toBe(3);
  for (const { reference } of told) expect(reference).toMatch(/^[0-9a-f]{8}$/);
});

test('a log that fails does not end the process either', async () => {
  expect((await run("throw new Error('no more paper')")).stdout).toBe('still here\n');
});
