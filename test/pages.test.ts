import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('{ARCHITECTURE.md,docs/**/*.md}')].sort();

/** The files that a page names: paths from the root in code, and what its links lead to. */
function named(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const code = text.matchAll(/`((?:adapters|commands|docs|knowledge|src|test)\/[\w./*-]*)`/g);
  const links = text.matchAll(/\]\((?!https?:|#)([^)#]+)/g);
  return [
    ...Array.from(code, ([, path = '']) => path).filter((path) => !path.startsWith('adapters/x')),
    ...Array.from(links, ([, path = '']) => join(dirname(page), path)),
  ];
}

describe('the pages', () => {
  test.each(PAGES)('%s names only what is there', (page) => {
    const missing = named(page).filter((path) => !existsSync(path) && globSync(path).length === 0);
    expect(missing).toEqual([]);
  });

  test('ARCHITECTURE.md is one screen, and so is each page under docs', () => {
    expect(named('ARCHITECTURE.md').length).toBeGreaterThan(15);
    const long = PAGES.filter((page) => /^(ARCHITECTURE|docs\/)/.test(page)).filter(
      (page) => readFileSync(page, 'utf8').split('\n').length > 75,
    );
    expect(long).toEqual([]);
  });

  test('how a prompt is posted once tells of every file of the outbox', () => {
    const told = new Set(named('docs/how-a-prompt-is-posted.md'));
    expect(globSync('src/outbox/*.ts').filter((file) => !told.has(file))).toEqual([]);
  });

  test('every page under docs is named by another', () => {
    const all = new Set(PAGES.flatMap(named));
    expect(PAGES.filter((page) => page.startsWith('docs/') && !all.has(page))).toEqual([]);
  });
});
