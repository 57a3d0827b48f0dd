import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = globSync('{src,commands,knowledge,adapters}/**/*.ts').sort();
const imports = files.flatMap(importsOf);

/** Every import of a file of ours, as paths from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statics = text.matchAll(/^(import|export)\s+(type\s)?[^;]*?from\s+'(\.[^']+)'/gms);
  const dynamics = text.matchAll(/\bimport\('(\.[^']+)'\)/g);
  return [
    ...Array.from(statics, ([, , type, to = '']) => ({
      from: file,
      to: resolve(file, to),
      typeOnly: type !== undefined,
    })),
    ...Array.from(dynamics, ([, to = '']) => ({ from: file, to: resolve(file, to), typeOnly: false })),
  ];
}

function resolve(file: string, to: string): string {
  return normalize(join(dirname(file), to));
}

function room(path: string): string {
  return path.startsWith('adapters/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');
}

/** What builds the parts: it knows everything. */
function isCommandLine(file: string): boolean {
  return file === 'src/main.ts' || file.startsWith('src/cli/');
}

/** Who may import whom, the file's own room apart. */
function allowed({ from, to, typeOnly }: Import): boolean {
  if (isCommandLine(from) || room(from) === room(to)) return true;
  // The list of places names each; nobody but the command line has the list.
  if (from === 'adapters/index.ts') return ['src', 'adapters'].includes(to.split('/')[0] ?? '');
  switch (room(from)) {
    case 'knowledge':
      return false;
    case 'src':
      return room(to) === 'knowledge' && typeOnly;
    case 'commands':
      return ['src', 'knowledge'].includes(room(to));
    default:
      return room(to) === 'src';
  }
}

describe('the rooms of the house', () => {
  test('there is something to look at', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  test('a room imports only what it may', () => {
    expect(imports.filter((found) => !allowed(found)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('only main.ts is imported by nobody and knows the commands and adapters', () => {
    expect(imports.filter(({ to }) => to === 'src/main.ts')).toEqual([]);
    expect(imports.filter(({ from, to }) => isCommandLine(to) && !isCommandLine(from))).toEqual([]);
  });

  test.each(files.filter((file) => /^(src|commands|knowledge)\//.test(file) && !isCommandLine(file)))(
    '%s names no platform',
    (file) => {
      expect(readFileSync(file, 'utf8')).not.toMatch(/discord|slack/i);
    },
  );
});
