import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it, vi } from 'vitest';
import type { Fact, FactRef } from '../../knowledge/load/evidence.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { lineFinder } from '../../knowledge/locate.ts';
import { BUILT_IN, DATA, talk } from '../commands/talk.ts';
import { aPack, facts, type Files, GOOD, prompt } from './pack.ts';

const NO_FACT = { source: 'none' };
const PROMPT = 'prompts/ml-engineer/drift.yaml';

/** Every fact of every entry: what an entry itself states, and what it lists. */
function factsOf(knowledge: KnowledgeBase): Fact[] {
  const { courses, transitions, prompts } = knowledge;
  const roles = knowledge.roles.all.flatMap((each) => [
    each.summary,
    ...Object.values(each).filter(Array.isArray),
  ]);
  const others = [...courses.all, ...transitions.all].flatMap((entry) => Object.values(entry));
  const all: unknown[] = [...roles, ...others, ...prompts].flat();
  return all.filter(
    (each): each is Fact =>
      typeof each === 'object' && each !== null && ('source' in each || 'sources' in each),
  );
}

/** What stands in the file at the place that a reference names, without what the loader adds. */
function written({ file, path }: FactRef): unknown {
  return path.reduce<unknown>(
    (node, step) => Reflect.get(Object(node), step),
    load(readFileSync(file, 'utf8')),
  );
}

/** `roles/x.yaml:7`: where a fact stands in one of these packs. */
function placeOf(fact: Fact | undefined, knowledge: KnowledgeBase, packs: readonly string[]): string {
  const ref = fact && knowledge.refOf(fact);
  if (ref === undefined) return 'nowhere';
  return `${packs.indexOf(ref.pack)} ${relative(ref.pack, ref.file)}:${lineFinder()(ref)}`;
}

describe('every fact that is built in', () => {
  it('is in the file and at the place that it is said to be from', async () => {
    const knowledge = await openKnowledge(BUILT_IN);
    const all = factsOf(knowledge);
    expect(all.length).toBeGreaterThan(2500);
    for (const fact of all) {
      const ref = knowledge.refOf(fact);
      if (ref === undefined) throw new Error(`no reference of ${JSON.stringify(fact)}`);
      expect(fact).toMatchObject(Object(written(ref)));
    }
  });

  it('cites in its reference what it cites itself', async () => {
    const { roles, refOf } = await openKnowledge(BUILT_IN);
    const found = roles.get('ml-engineer');
    expect(refOf(found?.summary ?? NO_FACT)).toEqual({
      kind: 'role',
      id: 'ml-engineer',
      pack: DATA,
      file: join(DATA, 'roles/ml-engineer.yaml'),
      path: ['summary'],
      sources: ['decipheru', 'how-to-guide'],
    });
    const [pay] = found?.pay.filter(({ source }) => source === 'oews') ?? [];
    expect(refOf(pay ?? NO_FACT)).toMatchObject({ path: ['pay', 0], sources: ['oews'] });
  });
});

function role(knowledge: KnowledgeBase) {
  return knowledge.roles.get('ml-engineer');
}

describe('where a fact is from', () => {
  it('is a line of the file that holds it', async () => {
    const packs = [aPack({ ...GOOD, [PROMPT]: prompt() })];
    const knowledge = await openKnowledge(packs);
    const place = (fact: Fact | undefined) => placeOf(fact, knowledge, packs);
    expect(place(role(knowledge)?.summary)).toBe('0 roles/ml-engineer.yaml:4');
    expect(place(role(knowledge)?.pay[1])).toBe('0 roles/ml-engineer/survey.yaml:2');
    expect(place(role(knowledge)?.skills[0])).toBe('0 roles/ml-engineer/guide.yaml:9');
    expect(place(knowledge.courses.get('deep-learning')?.facts[0])).toBe('0 courses/deep-learning.yaml:6');
    expect(place(knowledge.transitions.all[0]?.documented[0])).toBe(
      '0 transitions/data-engineer--ml-engineer.yaml:5',
    );
    expect(place(knowledge.prompts[0])).toBe(`0 ${PROMPT}:1`);
    expect(place({ source: 'guide' })).toBe('nowhere');
  });

  it('is the pack that won', async () => {
    const later = aPack({ 'roles/ml-engineer/guide.yaml': `# Ours\n${facts(1e6, 'SQL')}` });
    const packs = [aPack(GOOD), later];
    const knowledge = await openKnowledge(packs);
    expect(role(knowledge)?.pay.map((band) => placeOf(band, knowledge, packs))).toEqual([
      '1 roles/ml-engineer/guide.yaml:3',
      '0 roles/ml-engineer/survey.yaml:2',
    ]);
  });

  it('is a line of an import, the same for all roles that share it', async () => {
    const nobody = { source: 'survey', titles: ['Nobody'], notes: [{ items: ['A'] }, { items: ['B'] }] };
    const both = { ...nobody, titles: ['MLE', 'ETL developer'] };
    const imported = { 'facts.jsonl': [nobody, both].map((line) => `${JSON.stringify(line)}\n`).join('') };
    const packs = [aPack({ ...GOOD, ...imported })];
    const knowledge = await openKnowledge(packs);
    const notes = ['ml-engineer', 'data-engineer'].map((id) => knowledge.roles.get(id)?.notes[0]);
    expect(notes.map((note) => placeOf(note, knowledge, packs))).toEqual([
      '0 facts.jsonl:2',
      '0 facts.jsonl:2',
    ]);
  });

  it('is kept from one start to the next', async () => {
    const [pack, cache] = [aPack({ ...GOOD, [PROMPT]: prompt() }), aPack({})];
    const fresh = await openKnowledge([pack], { cache });
    const again = await openKnowledge([pack], { cache });
    expect(factsOf(again)).toHaveLength(factsOf(fresh).length);
    expect(factsOf(again).map(again.refOf)).toEqual(factsOf(fresh).map(fresh.refOf));
    expect(again.refOf(again.prompts[0] ?? NO_FACT)?.path).toEqual([]);
  });

  it('is that of the English text where it is translated', async () => {
    const packs = [aPack({ ...GOOD, 'roles/ml-engineer.es.yaml': 'summary: { text: Qué es. }\n' })];
    const knowledge = await openKnowledge(packs);
    const spanish = knowledge.of('role').translated('ml-engineer', 'es');
    expect(spanish?.summary.text).toBe('Qué es.');
    expect(placeOf(spanish?.summary, knowledge, packs)).toBe('0 roles/ml-engineer.yaml:4');
    expect(placeOf(spanish?.pay[0], knowledge, packs)).toBe('0 roles/ml-engineer/guide.yaml:2');
  });

  it('has no line once the file is gone', async () => {
    const ref = { kind: 'role', id: 'x', pack: '/nowhere', file: '/nowhere/x.yaml', path: [], sources: [] };
    expect(lineFinder()(ref)).toBeUndefined();
  });
});

describe('names of skills in facts', () => {
  it('are linked to the skill, whatever it is called there', async () => {
    const files: Files = {
      ...GOOD,
      'skills/pytorch.yaml': 'id: torch\nname: PyTorch\naliases: [Torch]\n'.replace(
        'id: torch',
        'id: pytorch',
      ),
      'roles/ml-engineer/survey.yaml': `${facts(1e5, 'torch')}roadmap:\n  - phases:\n      - name: One\n        items:\n          - { kind: skill, name: C++ (advanced) }\n          - { kind: project, name: Looms }\n`,
    };
    const [pack, cache] = [aPack(files), aPack({})];
    for (const knowledge of [
      await openKnowledge([pack], { cache }),
      await openKnowledge([pack], { cache }),
    ]) {
      const found = role(knowledge);
      const uses = found?.skills.flatMap(({ items }) => items) ?? [];
      expect(uses.map(({ name, skillId }) => [name, skillId])).toEqual([
        ['PyTorch', 'pytorch'],
        ['torch', 'pytorch'],
      ]);
      const steps = found?.roadmap.flatMap(({ phases }) => phases.flatMap(({ items }) => items)) ?? [];
      expect(steps.map(({ name, skillId }) => [name, skillId])).toEqual([
        ['C++ (advanced)', 'c-plus-plus-advanced'],
        ['Looms', undefined],
      ]);
    }
  });

  it('are looked up by no answer about a role', async () => {
    const bot = await talk();
    const named = vi.spyOn(bot.knowledge.skills, 'named');
    expect(await bot.say('/role mahcine lerning')).toContain('First skills');
    // The words that were typed may be skills, as in "pytorch engineer"; those of facts are linked already.
    const looked = new Set(named.mock.calls.flat());
    expect(looked.difference(new Set(['mahcine', 'lerning', 'mahcine lerning']))).toEqual(new Set());
  });

  it('are the very skills that a search by those names finds', async () => {
    const { roles, skills } = await openKnowledge(BUILT_IN);
    const uses = roles.all.flatMap((each) => each.skills.flatMap(({ items }) => items));
    const differing = uses.filter(({ name, skillId }) => skills.named(name)?.id !== skillId);
    expect(uses.length).toBeGreaterThan(7000);
    expect(differing).toEqual([]);
  });
});
