import { execFile, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { GOOD, role, write } from '../knowledge/pack.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ENV = { PATH: process.env['PATH'] };
const ML_ENGINEER = 'knowledge/data/roles/ml-engineer.yaml';
/** A busy machine takes its time. */
const PATIENCE = { timeout: 30_000, interval: 100 };
/** What the built form is made to say of itself here. */
const BUILT = 'the built form runs';
const COPIED = ['adapters', 'commands', 'src', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A checkout of our own, with a few facts only, built; and what an image holds of it. */
const checkout = mkdtempSync(join(tmpdir(), 'rolecall-built-'));
const image = mkdtempSync(join(tmpdir(), 'rolecall-image-'));

interface Run {
  readonly cwd?: string;
  readonly script?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The arguments of Node.js in a script. */
const wordsOf = (script: string) => script.split(' ').slice(1);

async function run({ cwd = checkout, script = manifest.scripts.start, args = [], env = {} }: Run) {
  return promisify(execFile)(process.execPath, [...wordsOf(script), ...args], {
    cwd,
    env: { ...ENV, ...env },
  });
}

const ask = () => run({ args: ['ask', '/role ml-engineer'] });

/** Copies that leave the facts out, which tests of the knowledge read. */
function copyTo(folder: string, names: readonly string[], from = ROOT): void {
  for (const name of names)
    cpSync(join(from, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/knowledge\/(data|made|schema|selection)$/.test(path),
    });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

beforeAll(async () => {
  copyTo(checkout, [...COPIED, 'knowledge']);
  write(join(checkout, 'knowledge/data'), GOOD);
  write(join(checkout, 'knowledge/made'), { 'README.md': '' });
  await run({ script: manifest.scripts.build });
  const main = join(checkout, 'dist/main.js');
  writeFileSync(main, readFileSync(main, 'utf8').replace('\n', `\nconsole.error('${BUILT}');`));
});
afterAll(() => {
  for (const folder of [checkout, image]) rmSync(folder, { recursive: true, force: true });
});

/** What the last stage of the Dockerfile copies, and how it starts. */
function lastStage(): { names: string[]; command: string[] } {
  const [stage = ''] = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
    .split(/^FROM /m)
    .toReversed();
  const copied = Array.from(stage.matchAll(/^COPY (?:--from=build )?(.*) \S+$/gm), ([, names = '']) => names);
  const [, command = '[]'] = /^CMD (.*)$/m.exec(stage) ?? [];
  return {
    names: copied.flatMap((names) => names.split(' ')).map((name) => name.replace(/^\/app\//, '')),
    command: JSON.parse(command) as string[],
  };
}

test('an image answers with nothing but its own files, and checks no fact again', async () => {
  const { names, command } = lastStage();
  expect(names.toSorted()).toEqual(
    ['.npmrc', 'dist', 'knowledge/data', 'knowledge/made', 'package-lock.json', 'package.json'].toSorted(),
  );
  copyTo(image, ['dist', 'package.json'], checkout);
  for (const name of ['knowledge/data', 'knowledge/made'])
    cpSync(join(checkout, name), join(image, name), { recursive: true });
  // Without the code that reads and checks facts, only those that were built are left.
  for (const file of globSync(join(image, 'dist/load-checked-*.js'))) rmSync(file);
  const { stdout, stderr } = await run({ cwd: image, script: command.join(' '), args: ['ask', '/role mle'] });
  expect(stderr).toBe(`${BUILT}\n`);
  expect(stdout).toContain('ML Engineer');
});

describe('npm start', () => {
  test('runs the built form where it is of these sources', async () => {
    const { stdout, stderr } = await ask();
    expect(stderr).toBe(`${BUILT}\n`);
    expect(stdout).toContain('ML Engineer');
  });

  test('runs it in a copy too, whose files have other times', async () => {
    for (const path of ['src/bot.ts', 'knowledge/data/roles/ml-engineer.yaml'])
      utimesSync(join(checkout, path), 1, 1);
    const { stdout, stderr } = await ask();
    expect(stderr).toBe(`${BUILT}\n`);
    expect(stdout).toContain('ML Engineer');
  });

  test("reads a community's own facts beside those that were built", async () => {
    write(checkout, { 'mine/roles/sre.yaml': role('sre', 'Site Reliability Engineer') });
    const { stdout, stderr } = await run({ env: { ROLECALL_PACKS: 'mine' }, args: ['ask', '/role sre'] });
    expect(stderr).toBe(`${BUILT}\n`);
    expect(stdout).toContain('Site Reliability Engineer');
  });

  test(
    'takes up a fact that changes while the built form runs',
    { timeout: 60_000 },
    async ({ onTestFinished }) => {
      const bot = spawn(process.execPath, wordsOf(manifest.scripts.start), { cwd: checkout, env: ENV });
      onTestFinished(() => void bot.kill('SIGKILL'));
      let answers = '';
      bot.stdout.on('data', (chunk: Buffer) => (answers += String(chunk)));
      const asked = () => {
        bot.stdin.write('/role ml-engineer\n');
        return answers;
      };
      await expect.poll(asked, PATIENCE).toContain('ML Engineer');
      write(checkout, { [ML_ENGINEER]: role('ml-engineer', 'ML Wizard') });
      await expect.poll(asked, PATIENCE).toContain('ML Wizard');
    },
  );

  test('reads a fact that changed after the build from its file, and says so', async () => {
    write(checkout, { [ML_ENGINEER]: role('ml-engineer', 'ML Sorcerer') });
    const { stdout, stderr } = await ask();
    expect(stderr).toContain(BUILT);
    expect(stderr).toContain('facts changed after dist/ was built');
    expect(stdout).toContain('ML Sorcerer');
    write(checkout, { [ML_ENGINEER]: role('ml-engineer', 'ML Engineer') });
  });

  test('runs the sources where one changed after the build, and says which', async () => {
    appendFileSync(join(checkout, 'src/bot.ts'), '\n');
    const { stdout, stderr } = await ask();
    expect(stderr).toBe(
      'dist/ was built before src/bot.ts changed, so the sources run, which start slower: npm run build makes it anew.\n',
    );
    expect(stdout).toContain('ML Engineer');
  });

  test('runs the sources without a word where nothing was built', async () => {
    renameSync(join(checkout, 'dist'), join(checkout, 'elsewhere'));
    const { stdout, stderr } = await ask();
    expect(stderr).toBe('');
    expect(stdout).toContain('ML Engineer');
  });
});
