import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../../src/store/make-folder.ts';

test('a folder is made with those above it, and one that is there is left alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const deep = join(folder, 'a', 'b', 'c');
  makeFolder(deep);
  makeFolder(deep);
  expect(existsSync(deep)).toBe(true);
});

test.runIf(existsSync('/proc/self'))('a folder that cannot be made says so at once', () => {
  expect(() => makeFolder('/proc/nope/deep')).toThrow(/ENOENT/);
});

test('what is no folder says so', () => {
  expect(() => makeFolder('/dev/null/deep')).toThrow(/ENOTDIR|EEXIST|ENOENT/);
});
