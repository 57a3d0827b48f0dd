import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import { deadLinks } from '../../site/dead-links.ts';
import { scratch } from '../outbox/world.ts';

const room = scratch();
afterAll(() => room.remove());

describe('the pages as a site', () => {
  test('are all there, and no link leads nowhere', () => {
    const folder = join(room.folder, 'site');
    const told = execFileSync(process.execPath, ['site/build.ts', folder], { encoding: 'utf8' });
    const pages = globSync('docs/**/*.md').map((file) => file.replace(/md$/, 'html'));
    const built = globSync('**/*.html', { cwd: folder });
    expect(built).toEqual(expect.arrayContaining(['index.html', 'ARCHITECTURE.html', ...pages]));
    expect(told).toContain(`${built.length} pages in `);
    const first = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(first).toContain('<a href="docs/operator.html">Running Rolecall</a>');
    // It can be read from the disk, without a server or a network.
    expect(
      built.filter((page) => /<script|src="http/.test(readFileSync(join(folder, page), 'utf8'))),
    ).toEqual([]);
  });

  test('a link to a page, a picture or a heading that is not there is named', () => {
    const folder = join(room.folder, 'dead');
    mkdirSync(join(folder, 'docs'), { recursive: true });
    const links = [
      'b.html',
      '../a.html',
      'gone.html',
      '#here',
      '#gone',
      '../a.html#gone',
      'https://a.example/',
    ];
    writeFileSync(join(folder, 'a.html'), '<img src="gone.png">');
    writeFileSync(
      join(folder, 'docs/b.html'),
      `<h1 id="here">B</h1>${links.map((to) => `<a href="${to}">x</a>`).join('')}`,
    );
    expect(deadLinks(folder).toSorted()).toEqual([
      'a.html → gone.png',
      'docs/b.html → #gone',
      'docs/b.html → ../a.html#gone',
      'docs/b.html → gone.html',
    ]);
  });
});

/** Licences that ask for no more than their text, which every package brings along. */
const FREE = new Set([
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'PSF-2.0',
  '(MIT OR CC0-1.0)',
  'MIT AND OFL-1.1',
]);

test('every package that runs has a licence that lets anybody use it', () => {
  const packages = Object.entries(
    lock.packages as Readonly<Record<string, { dev?: boolean; license?: string }>>,
  );
  const run = packages.filter(([name, { dev }]) => name !== '' && dev !== true);
  expect(run.length).toBeGreaterThan(100);
  // The lock tells none of a library for other systems, which has that of the package that it belongs to.
  const licenceOf = ([name, { license }]: (typeof run)[number]) =>
    license ?? (name.startsWith('node_modules/@napi-rs/canvas-') ? 'MIT' : undefined);
  expect(run.filter((each) => !FREE.has(licenceOf(each) ?? '')).map(([name]) => name)).toEqual([]);
});
