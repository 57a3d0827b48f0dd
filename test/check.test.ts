import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CHECK = fileURLToPath(new URL('check.ts', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-check-'));
  const scripts = { good: 'echo this is good', bad: 'exit 2', worse: 'exit 3' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What `npm run check` does with these scripts. */
function check(...scripts: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, [CHECK, ...scripts], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, last: stdout.trim().split('\n').at(-1) };
}

test('the check runs all its parts, and names in its last line all that fail', () => {
  const { status, last, stdout } = check('bad', 'good', 'worse');
  expect(stdout).toContain('this is good');
  expect({ status, last }).toEqual({ status: 1, last: 'Failed: bad, worse' });
});

test('a check of which nothing fails says so', () => {
  expect(check('good')).toMatchObject({ status: 0, last: 'Nothing failed: good' });
});
