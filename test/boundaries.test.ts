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

/** A folder inside `src`; a file at its top is a folder of its own. */
function folder(path: string): string {
  return path.split('/').slice(1, 2).join('/');
}

/** What may be known everywhere inside `src`: words, documents and what a process is made of. */
const GROUND = new Set(
  'clock.ts health.ts log.ts log-line.ts message nearest.ts problem.ts reason.ts reply.ts stored-reply.ts'.split(
    ' ',
  ),
);

/** What each layer may import besides the ground; types count. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  store: [],
  outbox: ['store'],
  schedules: [],
  prompts: ['outbox'],
  lease: ['store'],
  installations: ['store'],
  community: ['schedules', 'prompts', 'outbox', 'lease', 'installations', 'store'],
  conversation:
    'bot.ts chart.ts command.ts errors.ts form.ts in-flight.ts invocation.ts metrics parse.ts picture'.split(
      ' ',
    ),
};

function isDownward({ from, to }: Import): boolean {
  if (room(from) !== 'src' || room(to) !== 'src' || folder(from) === folder(to)) return true;
  if (GROUND.has(folder(to))) return true;
  return LAYERS[folder(from)]?.includes(folder(to)) ?? true;
}

/** Imports between files that reach each other in a circle, types included. */
function inCircles(all: readonly Import[]): readonly Import[] {
  const from = new Set(all.map((one) => one.from));
  const to = new Set(all.map((one) => one.to));
  const left = all.filter((one) => to.has(one.from) && from.has(one.to));
  return left.length === all.length ? left : inCircles(left);
}

function isConversation(file: string): boolean {
  return file.startsWith('src/conversation/');
}

const arrows = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

describe('the rooms of the house', () => {
  test('there is something to look at', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  test('a room imports only what it may', () => {
    expect(arrows(imports.filter((found) => !allowed(found)))).toEqual([]);
  });

  test('inside src, a layer imports only those below it', () => {
    expect(
      Object.keys(LAYERS).filter((name) => !files.some((file) => file.startsWith(`src/${name}/`))),
    ).toEqual([]);
    expect(arrows(imports.filter((found) => !isDownward(found)))).toEqual([]);
  });

  test('only places have conversations: nothing else in src imports one', () => {
    const found = imports.filter(({ from, to }) => isConversation(to) && !isConversation(from));
    expect(arrows(found.filter(({ from }) => room(from) === 'src'))).toEqual([]);
  });

  test('no files import each other in a circle, not even types', () => {
    expect(arrows(inCircles(imports))).toEqual([]);
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
