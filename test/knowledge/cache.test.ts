import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KindName, KINDS } from '../../knowledge/kinds/index.ts';
import { BUILT_IN } from '../commands/talk.ts';
import { keepKnowledge, KnowledgeError, openKnowledge, watchKnowledge } from '../../knowledge/load.ts';
import { aPack, facts, GOOD, role, write } from './pack.ts';

const titles = (knowledge: Awaited<ReturnType<typeof openKnowledge>>) =>
  knowledge.roles.all.map(({ title }) => title);

/** A pack, the folder it is kept in, and the files in that folder. */
function kept() {
  const [pack, cache] = [aPack(GOOD), join(aPack({}), 'cache')];
  const files = () => (existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : []);
  const open = (...more: string[]) => openKnowledge([pack, ...more], { cache });
  return { pack, cache, files, open };
}

/** Puts another title into the kept file, with a checksum that is wrong, so that reading it would show. */
function tamper(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('ML Engineer', 'XX Engineer'));
}

describe('knowledge that is kept from one start to the next', () => {
  it('is the same as knowledge that is read from its files', async () => {
    const { open, files, pack } = kept();
    await open();
    expect(files()).toHaveLength(1);
    const [again, fresh] = [await open(), await openKnowledge([pack])];
    expect(again.version).toBe(fresh.version);
    expect(again.roles.all).toEqual(fresh.roles.all);
    expect(again.skills.all).toEqual(fresh.skills.all);
    expect(again.courses.all).toEqual(fresh.courses.all);
    expect(again.transitions.all).toEqual(fresh.transitions.all);
    for (const typed of ['mle', 'ML Engineer', 'machine lerning', 'engineer', 'plumber', ''])
      expect(again.roles.find(typed)).toEqual(fresh.roles.find(typed));
    for (const typed of ['', 'm', 'ml eng', 'lerning']) {
      expect(again.roles.suggest(typed, 5)).toEqual(fresh.roles.suggest(typed, 5));
      expect(again.skills.suggest(typed, 5)).toEqual(fresh.skills.suggest(typed, 5));
    }
    for (const name of ['PyTorch', 'pytorch', 'PYTORCH!', 'Go', 'none'])
      expect(again.skills.named(name)).toEqual(fresh.skills.named(name));
    expect(again.skills.named('PYTORCH!')).toBeDefined();
  });

  it('is the same in every kind that there is, on the built-in packs', async () => {
    const cache = join(aPack({}), 'cache');
    await openKnowledge(BUILT_IN, { cache });
    const [again, fresh] = [await openKnowledge(BUILT_IN, { cache }), await openKnowledge(BUILT_IN)];
    for (const { name } of KINDS.filter((kind) => kind.name !== 'facts')) {
      const [second, first] = [again.of(name as KindName).all, fresh.of(name as KindName).all];
      expect(first.length).toBeGreaterThan(0);
      expect(second).toEqual(first);
    }
  });

  it('is read again once a file is changed, though its size and time of writing stay', async () => {
    const { open, pack } = kept();
    await open();
    const file = join(pack, 'roles/ml-engineer.yaml');
    write(pack, { 'roles/ml-engineer.yaml': role('ml-engineer', 'AI Engineer', 'aliases: [MLE]\n') });
    utimesSync(file, 1, 1);
    expect(titles(await open())).toContain('AI Engineer');
    write(pack, { 'roles/ml-engineer.yaml': role('ml-engineer', 'XY Engineer', 'aliases: [MLE]\n') });
    utimesSync(file, 1, 1);
    expect(titles(await open())).toContain('XY Engineer');
  });

  it('is of other packs when the list of packs is another', async () => {
    const { open } = kept();
    await open();
    const own = aPack({
      'roles/sre.yaml': role('sre', 'SRE'),
      'sources/guide.yaml': GOOD['sources/guide.yaml'] ?? '',
      'roles/sre/guide.yaml': facts(1, 'Go'),
    });
    expect(titles(await open(own))).toContain('SRE');
    expect(titles(await open())).not.toContain('SRE');
  });

  it('is read again when what was kept is damaged, cut short or empty', async () => {
    const { open, files } = kept();
    await open();
    const [file = ''] = files();
    const whole = readFileSync(file, 'utf8');
    tamper(file);
    expect(titles(await open())).toContain('ML Engineer');
    expect(readFileSync(file, 'utf8')).toBe(whole);
    for (const length of [0, 5, 8, whole.length - 1]) {
      writeFileSync(file, whole.slice(0, length));
      expect(titles(await open())).toContain('ML Engineer');
    }
  });

  it('is not disturbed by what a process left behind that was killed while writing', async () => {
    const { open, files, cache } = kept();
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'killed.part'), 'half of a f');
    expect(titles(await open())).toContain('ML Engineer');
    expect(titles(await open())).toContain('ML Engineer');
    expect(files().filter((file) => file.endsWith('.kept'))).toHaveLength(1);
  });

  it('never holds knowledge with a mistake', async () => {
    const { open, files, pack } = kept();
    write(pack, { 'roles/ml-engineer.yaml': 'x' });
    for (let time = 0; time < 2; time += 1) await expect(open()).rejects.toThrow(KnowledgeError);
    expect(files()).toEqual([]);
  });

  it('fills no disk: four states are kept', async () => {
    const { open, files, pack } = kept();
    for (let pay = 1; pay <= 6; pay += 1) {
      write(pack, { 'roles/ml-engineer/guide.yaml': facts(pay * 1000, 'PyTorch') });
      await open();
    }
    expect(files()).toHaveLength(4);
  });

  it('is read from its files where nothing can be kept', async () => {
    const { pack } = kept();
    const cache = join(pack, 'roles/ml-engineer.yaml');
    expect(titles(await openKnowledge([pack], { cache }))).toContain('ML Engineer');
  });
});

describe('knowledge that is kept before the first start', () => {
  it('is what that start reads', async () => {
    const { pack, cache, files } = kept();
    await keepKnowledge([pack, pack], cache);
    const [file = '', ...others] = files();
    expect(others).toEqual([]);
    const written = statSync(file).mtimeMs;
    expect(titles(await openKnowledge([pack], { cache }))).toContain('ML Engineer');
    expect([files(), statSync(file).mtimeMs]).toEqual([[file], written]);
  });

  it('is nothing where the packs have a mistake, which the start will tell', async () => {
    const { pack, cache, files } = kept();
    write(pack, { 'roles/ml-engineer.yaml': 'x' });
    await keepKnowledge([pack], cache);
    expect(files()).toEqual([]);
  });
});

describe('knowledge that is watched', () => {
  it('is kept once it can be used', async () => {
    const { pack, cache, files } = kept();
    const { current, stop } = await watchKnowledge([pack], () => undefined, { cache });
    expect(titles(current())).toContain('ML Engineer');
    await expect.poll(() => files().filter((file) => file.endsWith('.kept'))).toHaveLength(1);
    stop();
  });
});
