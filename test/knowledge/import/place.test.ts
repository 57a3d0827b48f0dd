import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ImportProblem } from '../../../knowledge/import/index.ts';
import { oews } from '../../../knowledge/import/oews.ts';
import { onet } from '../../../knowledge/import/onet.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { anyFolder, filesIn, folderOf, imported, TODAY } from './download.ts';
import { ALL, NEEDED, TITLES } from './onet-files.ts';

const run = (from: string, to: string) => onet.run(from, to, { progress: () => undefined, today: TODAY });
const refused = async (from: string, to: string) => {
  const error: unknown = await run(from, to).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImportProblem);
  return String(error instanceof Error ? error.message : error).replaceAll(dirname(to), 'PARENT');
};
/** A process id that no process has any more. */
const dead = spawnSync(process.execPath, ['-e', '0']).pid;

describe('the place that an import writes to', () => {
  it('may be missing, with the folders above it, or empty', async () => {
    const from = folderOf(NEEDED);
    const deep = join(anyFolder(), 'a', 'b', 'pack');
    await run(from, deep);
    const empty = anyFolder();
    await run(from, empty);
    expect(filesIn(empty)).toEqual(filesIn(deep));
    expect(Object.keys(filesIn(deep)).toSorted()).toEqual(['pack.yaml', 'roles.jsonl', 'sources/onet.yaml']);
  });

  it('may hold the pack of an earlier import, which is replaced whole', async () => {
    const to = join(anyFolder(), 'pack');
    await run(folderOf(ALL), to);
    await run(folderOf(NEEDED), to);
    expect(filesIn(to)).toEqual((await imported(onet, NEEDED)).files);
    expect(readdirSync(dirname(to))).toEqual(['pack']);
  });

  it('keeps an earlier pack when the next download is damaged', async () => {
    const to = join(anyFolder(), 'pack');
    await run(folderOf(NEEDED), to);
    const before = filesIn(to);
    expect(await refused(folderOf({}), to)).toContain('There is no "Occupation Data.txt"');
    expect(filesIn(to)).toEqual(before);
    expect(readdirSync(dirname(to))).toEqual(['pack']);
  });

  it('must not hold anything else', async () => {
    const from = folderOf(NEEDED);
    const mine = join(folderOf({ 'pack/roles/sre.yaml': 'id: sre\n' }), 'pack');
    expect(await refused(from, mine)).toBe(
      'PARENT/pack holds other files, and an import replaces the whole folder: name a new folder',
    );
    expect(filesIn(mine)).toEqual({ 'roles/sre.yaml': 'id: sre\n' });
    expect(await refused(from, from)).toContain('holds other files');
    const file = join(folderOf({ pack: 'x' }), 'pack');
    expect(await refused(from, file)).toBe(
      'PARENT/pack cannot be written (a file is in the way: name another folder)',
    );
  });

  it('must not hold the pack of another importer', async () => {
    const { pack } = await imported(onet, NEEDED);
    const error: unknown = await oews
      .run(folderOf({}), pack, { progress: () => undefined })
      .catch((reason: unknown) => reason);
    expect(String(error)).toContain('holds a pack of "import onet", and an import replaces the whole folder');
  });

  it.each(['missing', 'a file'])('and the download must be a folder, not %s', async (what) => {
    const from = join(folderOf({ download: 'x' }), what === 'missing' ? 'nothing' : 'download');
    const sentence = what === 'missing' ? 'There is no folder' : 'is a file: unpack it';
    expect(await refused(from, join(anyFolder(), 'pack'))).toContain(sentence);
  });
});

describe('an import that was killed', () => {
  it('while it wrote: the next one throws away what it had written', async () => {
    const to = join(anyFolder(), 'pack');
    await run(folderOf(ALL), to);
    const half = join(dirname(to), `.pack.new-${dead}-12ab`);
    mkdirSync(half);
    writeFileSync(join(half, 'roles.jsonl'), '{"id":');
    await run(folderOf(NEEDED), to);
    expect(readdirSync(dirname(to))).toEqual(['pack']);
    expect(filesIn(to)).toEqual((await imported(onet, NEEDED)).files);
  });

  it('between moving the old pack aside and the new one in: the next one puts the old one back first', async () => {
    const to = join(anyFolder(), 'pack');
    await run(folderOf(ALL), to);
    const before = filesIn(to);
    renameSync(to, join(dirname(to), `.pack.old-${dead}-12ab`));
    expect(await refused(folderOf({}), to)).toContain('There is no');
    expect(filesIn(to)).toEqual(before);
    expect(readdirSync(dirname(to))).toEqual(['pack']);
  });

  it('leaves alone what an import that still runs, or somebody else, has there', async () => {
    const to = join(anyFolder(), 'pack');
    const others = [`.pack.new-${process.ppid}-12ab`, '.pack.new', '.other.new-1-12ab'];
    for (const name of others) mkdirSync(join(dirname(to), name));
    await run(folderOf(NEEDED), to);
    expect(readdirSync(dirname(to)).toSorted()).toEqual([...others, 'pack'].toSorted());
  });

  it('at any moment: the pack is the old or the new one, whole, and the next import succeeds', async () => {
    const to = join(anyFolder(), 'pack');
    await run(folderOf(NEEDED), to);
    const before = filesIn(to);
    // Large enough that a kill meets reading and writing, too.
    const titles = Array.from({ length: 20_000 }, (_, i) => ['15-1252.00', `Title ${i}`, 'n/a', '10']);
    const large = [...TITLES, ...titles].map((row) => `${row.join('\t')}\r\n`).join('');
    const from = folderOf({ ...NEEDED, 'Alternate Titles.txt': large });
    const after = (await imported(onet, { ...NEEDED, 'Alternate Titles.txt': large })).files;
    for (const wait of [150, 200, 250, 300, 400]) {
      await killed(from, to, wait);
      const left = filesIn(to);
      expect(
        left['roles.jsonl'] === before['roles.jsonl'] ? before : after,
        `killed after ${wait} ms`,
      ).toEqual(left);
      await openKnowledge([to]);
      await run(folderOf(NEEDED), to);
      expect(readdirSync(dirname(to))).toEqual(['pack']);
    }
  });
});

const INDEX = fileURLToPath(new URL('../../../knowledge/import/index.ts', import.meta.url));

/** Starts an import in a process of its own and kills it, whatever it is doing. */
async function killed(from: string, to: string, wait: number): Promise<void> {
  const script = `import { importers } from ${JSON.stringify(INDEX)};
    await importers.onet.run(${JSON.stringify(from)}, ${JSON.stringify(to)}, { progress() {}, today: '${TODAY}' });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('close', resolve));
  await setTimeout(wait);
  child.kill('SIGKILL');
  await gone;
}
