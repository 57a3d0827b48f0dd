import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GUARDS } from './mutants/guards.ts';

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

  test('the figures of the mutants are of every guard, add up, and each survivor has its reason', () => {
    const text = readFileSync('docs/mutants.md', 'utf8');
    const rows = Array.from(text.matchAll(/^\| `(\S+)` +\|(.*)\|$/gm), ([, file = '', figures = '']) => ({
      file,
      cells: figures.split('|').map((cell) => cell.trim()),
    }));
    expect(rows.map(({ file }) => file)).toEqual(GUARDS.map(({ file }) => file));
    // Nothing but dashes: it has not been run to its end.
    for (const { file, cells } of rows.filter((row) => row.cells.some((cell) => cell !== '–'))) {
      const [mutants = 0, killed = 0, left = 0] = cells.map(Number);
      const reasons = Array.from(text.matchAll(/^- `(\S+?):.*?` \((\d+)\)/gm), ([, of, count]) =>
        file === of ? Number(count) : 0,
      );
      expect([file, killed + left]).toEqual([file, mutants]);
      expect([file, reasons.reduce((sum, count) => sum + count, 0)]).toEqual([file, left]);
    }
  });

  test('every page under docs is named by another', () => {
    const all = new Set(PAGES.flatMap(named));
    expect(PAGES.filter((page) => page.startsWith('docs/') && !all.has(page))).toEqual([]);
  });
});
