import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PLACES } from '../adapters/index.ts';
import { GENERAL } from '../src/config.ts';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const BUILT_IN = ['npm ci', 'npm start', 'npm test'];

describe('the README', () => {
  test('sets up with two commands', () => {
    const [, section = ''] = readme.split('## Two commands');
    const commands = section.split('\n## ')[0]?.match(/```sh\n[^`]*```/g);
    expect(commands).toEqual(['```sh\nnpm ci && npm start\n```', '```sh\nnpm test\n```']);
  });

  test('names only npm commands that exist', () => {
    const named = Array.from(readme.matchAll(/npm (?:run (?:--silent )?([a-z:]+)|ci|start|test)/g));
    expect(named.length).toBeGreaterThan(8);
    const missing = named.filter(([command, script]) =>
      script === undefined ? !BUILT_IN.includes(command) : !(script in scripts),
    );
    expect(missing).toEqual([]);
  });
});

describe('.env.example', () => {
  test('names exactly the variables that are read', () => {
    const named = Array.from(
      readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm),
      ([, name]) => name,
    );
    const declared = PLACES.flatMap(({ settings }) => settings.variables).concat(GENERAL);
    expect(new Set(named)).toEqual(new Set(declared.map(({ name }) => name)));
  });
});
