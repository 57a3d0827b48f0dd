import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const places = readdirSync('adapters', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('there are places', () => {
  expect(places).toEqual(expect.arrayContaining(['discord', 'slack', 'terminal']));
});

test.each(places)('%s is held to the contract of every place, through its own door', (place) => {
  const read = (file: string) => {
    const path = `test/adapters/${place}/${file}`;
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  expect(read('contract.test.ts')).toMatch(/^contract\('[^']+', /m);
  expect(read('contract.test.ts')).toContain("from './driver.ts'");
  expect(read('driver.ts')).toMatch(
    new RegExp(`import \\{ connect \\} from '.*/adapters/${place}/index.ts'`),
  );
});
