import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openKnowledge } from '../../knowledge/load.ts';
import { aPack, facts, type Files, GOOD, role, transition } from './pack.ts';

const open = (files: Files) => openKnowledge([aPack(files)]);
const split = async (typed: string, of: Files = GOOD) => (await open(of)).splitPair(typed);
const idOf = ({ id }: { readonly id: string }) => id;

describe('the same knowledge', () => {
  it('has the same version, in whatever order its files were written', async () => {
    const { version } = await open(GOOD);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    const order = fc.shuffledSubarray(Object.entries(GOOD), { minLength: Object.keys(GOOD).length });
    for (const entries of fc.sample(order, 10))
      expect((await open(Object.fromEntries(entries))).version).toBe(version);
  });

  it('has the same version, however its files are laid out', async () => {
    const fields = {
      family: 'Data',
      title: 'ML Engineer',
      aliases: ['MLE'],
      id: 'ml-engineer',
      summary: { sources: ['guide'], text: 'What it is.' },
    };
    const written = { ...GOOD, 'roles/ml-engineer.yaml': `# a comment\n${stringify(fields)}` };
    expect((await open(written)).version).toBe((await open(GOOD)).version);
  });

  it('has another version once a fact is another', async () => {
    const changed = { ...GOOD, 'roles/ml-engineer/guide.yaml': facts(155001, 'PyTorch') };
    expect((await open(changed)).version).not.toBe((await open(GOOD)).version);
  });
});

describe('roles', () => {
  it('are found by id, title and alias', async () => {
    const { roles } = await open(GOOD);
    for (const typed of ['ml-engineer', 'ML Engineer', 'mle', 'ＭＬ　engineer'])
      expect(roles.find(typed)).toMatchObject({
        match: { kind: 'exact', id: 'ml-engineer' },
        entry: { title: 'ML Engineer' },
      });
    expect(roles.suggest('data', 5).map(({ id }) => id)).toEqual(['data-engineer']);
  });

  it('are named in facts by id, title or alias, and nothing near them counts', async () => {
    const line = { id: 'joiner', title: 'Joiner', aliases: ['Carpenter'], family: 'Wood' };
    const summary = { text: 'Joins wood.', sources: ['guide'] };
    const { roles } = await open({ ...GOOD, 'roles.jsonl': JSON.stringify({ ...line, summary }) });
    for (const name of ['ml-engineer', 'ml engineers', 'MLE'])
      expect(roles.named(name)?.id).toBe('ml-engineer');
    expect(roles.named('Joiners')?.id).toBe('joiner');
    for (const name of ['ML Enginer', 'engineer', 'Carpenter', '']) expect(roles.named(name)).toBeUndefined();
  });

  it('are in the order of their ids', async () => {
    expect((await open(GOOD)).roles.all.map(({ id }) => id)).toEqual(['data-engineer', 'ml-engineer']);
  });
});

describe('skills', () => {
  it('need no file: what facts and courses name is a skill, whatever its case', async () => {
    const { skills } = await open(GOOD);
    expect(skills.all.map(({ id }) => id)).toEqual(['pytorch', 'sql']);
    expect(skills.get('pytorch')).toEqual({
      id: 'pytorch',
      name: 'PyTorch',
      aliases: [],
      wantedBy: [
        { role: 'ml-engineer', priority: 'essential', source: 'guide' },
        { role: 'ml-engineer', priority: 'essential', source: 'survey' },
      ],
      taughtBy: ['deep-learning'],
    });
  });

  it('are one with the aliases in their file, and bear its name', async () => {
    const { skills } = await open({
      ...GOOD,
      'skills/torch.yaml': 'id: torch\nname: Torch\naliases: [PyTorch]\n',
    });
    expect(skills.find('pytorch')).toMatchObject({ match: { kind: 'exact', id: 'torch' } });
    expect(skills.get('torch')).toMatchObject({ name: 'Torch', taughtBy: ['deep-learning'] });
    expect(skills.get('pytorch')).toBeUndefined();
  });

  it('keep C, C++ and C# apart', async () => {
    const items = ['C', 'C++', 'C#', '.NET', 'c++'].map((name) => ({ name }));
    const { skills } = await open({
      ...GOOD,
      'roles/ml-engineer/guide.yaml': stringify({ skills: [{ items }] }),
    });
    expect(skills.all.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'c C',
      'c-plus-plus C++',
      'c-sharp C#',
      'dotnet .NET',
      'pytorch PyTorch',
      'sql SQL',
    ]);
  });

  it('of a roadmap count, with the strongest priority that a source gives', async () => {
    const roadmap = [
      { phases: [{ name: 'One', items: [{ kind: 'skill', name: 'Spark', priority: 'essential' }] }] },
    ];
    const guide = { skills: [{ items: [{ name: 'Spark', priority: 'bonus' }] }], roadmap };
    const { skills } = await open({ ...GOOD, 'roles/ml-engineer/guide.yaml': stringify(guide) });
    expect(skills.get('spark')?.wantedBy).toEqual([
      { role: 'ml-engineer', priority: 'essential', source: 'guide' },
    ]);
  });
});

describe('transitions', () => {
  const ids = ['data-analyst', 'data-engineer', 'ml-engineer', 'ml-manager', 'software-engineer'];
  const files = (...pairs: [string, string][]): Files => ({
    ...GOOD,
    ...Object.fromEntries(ids.map((id) => [`roles/${id}.yaml`, role(id, id.replaceAll('-', ' '))])),
    ...Object.fromEntries(
      pairs.map(([from, to]) => [`transitions/${from}--${to}.yaml`, transition(from, to)]),
    ),
  });
  const stops = async (pairs: [string, string][], from: string, to: string) => {
    const path = (await open(files(...pairs))).transitions.path(from, to);
    return path && [path[0]?.from.id, ...path.map((step) => step.to.id)].join(' > ');
  };

  it('lead into a role, out of it, and between two', async () => {
    const { transitions } = await open(
      files(['data-analyst', 'data-engineer'], ['ml-engineer', 'ml-manager']),
    );
    expect(transitions.into('ml-engineer').map(idOf)).toEqual(['data-engineer--ml-engineer']);
    expect(transitions.outOf('ml-engineer').map(idOf)).toEqual(['ml-engineer--ml-manager']);
    expect(transitions.outOf('nobody')).toEqual([]);
    expect(transitions.between('data-engineer', 'ml-engineer')?.documented[0]?.months).toEqual({ about: 10 });
    expect(transitions.between('ml-engineer', 'data-engineer')).toBeUndefined();
    expect(transitions.between('nobody', 'ml-engineer')).toBeUndefined();
  });

  it('make a path of several hops, the shortest there is', async () => {
    const pairs: [string, string][] = [
      ['data-analyst', 'data-engineer'],
      ['ml-engineer', 'ml-manager'],
      ['software-engineer', 'ml-manager'],
    ];
    expect(await stops(pairs, 'data-analyst', 'ml-manager')).toBe(
      'data-analyst > data-engineer > ml-engineer > ml-manager',
    );
    expect(await stops([...pairs, ['data-analyst', 'software-engineer']], 'data-analyst', 'ml-manager')).toBe(
      'data-analyst > software-engineer > ml-manager',
    );
  });

  it('make no path backwards, to oneself, or to a role that is not known', async () => {
    expect(await stops([], 'ml-engineer', 'data-engineer')).toBeUndefined();
    expect(await stops([], 'ml-engineer', 'ml-engineer')).toBeUndefined();
    expect(await stops([], 'ml-engineer', 'plumber')).toBeUndefined();
  });

  it('of several shortest paths, always give the same one', async () => {
    const pairs: [string, string][] = [
      ['data-analyst', 'data-engineer'],
      ['data-analyst', 'software-engineer'],
      ['software-engineer', 'ml-engineer'],
    ];
    const paths = new Set<string | undefined>();
    for (const order of fc.sample(fc.shuffledSubarray(pairs, { minLength: 3 }), 8))
      paths.add(await stops(order, 'data-analyst', 'ml-engineer'));
    expect([...paths]).toEqual(['data-analyst > data-engineer > ml-engineer']);
  });
});

describe('two roles in one line', () => {
  const files: Files = {
    ...GOOD,
    'roles/engineer.yaml': role('engineer', 'Engineer'),
    'roles/data.yaml': role('data', 'Data'),
    'roles/product-manager.yaml': role('product-manager', 'Product Manager'),
  };

  it('are split where both halves are names', async () => {
    expect(await split('data engineer ml engineer')).toEqual(['data engineer', 'ml engineer']);
    expect(await split('data-engineer ml-engineer')).toEqual(['data-engineer', 'ml-engineer']);
    expect(await split('  Data   Engineer MLE ')).toEqual(['Data Engineer', 'MLE']);
  });

  it('are split where both are nearly names, when none is exact', async () => {
    expect(await split('data enginer ml engneer')).toEqual(['data enginer', 'ml engneer']);
  });

  it('are not made of one role', async () => {
    expect(await split('ml engineer')).toBeUndefined();
    expect(await split('data engineer', files)).toBeUndefined();
    expect(await split('engineer')).toBeUndefined();
    expect(await split('')).toBeUndefined();
  });

  it('are not guessed where two splits would do', async () => {
    // "data | engineer product manager" and "data engineer | product manager" are both two names.
    const both = {
      ...files,
      'roles/engineer.yaml': role('engineer', 'Engineer', 'aliases: [engineer product manager]\n'),
    };
    expect(await split('data engineer product manager', files)).toEqual(['data engineer', 'product manager']);
    expect(await split('data engineer product manager', both)).toBeUndefined();
  });

  it('are not looked for in a sentence', async () => {
    expect(await split(Array.from({ length: 200 }, () => 'ml engineer').join(' '))).toBeUndefined();
  });
});
