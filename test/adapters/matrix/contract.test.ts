import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract } from '../contract.ts';
import { openRoom } from './driver.ts';

contract('a place of words alone', openRoom);

const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;

test('the page on how a place is added tells of its files, and of their lines', () => {
  const page = readFileSync('docs/how-a-place-is-added.md', 'utf8');
  const rows = Array.from(page.matchAll(/^\| `(test\/adapters\/matrix\/\w+\.ts)` .*\| +(\d+) +\|$/gm));
  const told = rows.map(([, file = '', count]) => [file, Number(count)]);
  expect(told).toEqual(
    ['settings', 'receive', 'render', 'index'].map((name) => {
      const file = `test/adapters/matrix/${name}.ts`;
      return [file, lines(file)];
    }),
  );
  // What it may import is what every place may: the bot, itself and packages.
  for (const [file = ''] of told)
    expect(readFileSync(String(file), 'utf8')).not.toMatch(/from '(?:\.\.\/)+(?!src\/)\w/);
});
