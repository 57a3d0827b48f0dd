import { beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../knowledge/built-in.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { movesOf } from '../../knowledge/moves.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import { aPack, type Files, role, source, transition } from './pack.ts';

function skills(...lists: readonly (readonly [string, string])[]): string {
  const items = lists.map(([name, priority]) => `      - { name: ${name}, priority: ${priority} }`);
  return `skills:\n  - items:\n${items.join('\n')}\n`;
}

/** Four roles in a row, each with something of the one before it. */
const ROW: Files = {
  'sources/guide.yaml': source('guide'),
  'sources/survey.yaml': source('survey'),
  'roles/analyst.yaml': role('analyst', 'Analyst'),
  'roles/analyst/guide.yaml': skills(['SQL', 'essential'], ['Excel', 'listed']),
  'roles/scientist.yaml': role('scientist', 'Scientist'),
  'roles/scientist/guide.yaml': skills(['sql', 'important'], ['Python', 'essential']),
  'roles/scientist/survey.yaml': skills(['Python', 'listed'], ['R', 'bonus']),
  'roles/engineer.yaml': role('engineer', 'Engineer'),
  'roles/engineer/guide.yaml': skills(['Docker', 'essential'], ['Python', 'important'], ['SQL', 'listed']),
  'roles/poet.yaml': role('poet', 'Poet'),
};

const timed = (from: string, to: string, months: number): Files => ({
  [`transitions/${from}--${to}.yaml`]: transition(from, to).replace('about: 10', `about: ${months}`),
});
const row = async (more: Files = {}) => openKnowledge([aPack({ ...ROW, ...more })]);
const route = (hops: readonly { from: { id: string }; to: { id: string } }[] | undefined) =>
  hops?.map(({ from, to }) => `${from.id} → ${to.id}`);

describe('the skills of a role', () => {
  it('stand once under all spellings, essential first, with what each source makes of them', async () => {
    const knowledge = await row();
    const list = skillListsOf(knowledge).of('scientist');
    expect(list.map(({ name, priority }) => `${name} ${priority}`)).toEqual([
      'Python essential',
      'SQL important',
      'R bonus',
    ]);
    expect(list[0]?.uses).toEqual([
      { source: 'guide', priority: 'essential' },
      { source: 'survey', priority: 'listed' },
    ]);
    expect(skillListsOf(knowledge).of('poet')).toEqual([]);
    expect(skillListsOf(knowledge).of('nobody')).toEqual([]);
  });
});

describe('a gap', () => {
  it('is what is shared, what is missing, and a share that can be checked by hand', async () => {
    const gap = movesOf(await row()).gap('analyst', 'scientist');
    expect(gap.shared.map(({ name }) => name)).toEqual(['SQL']);
    expect(gap.missing.map(({ name }) => name)).toEqual(['Python', 'R']);
    // Four roles. SQL: three ask for it, important here. Python: two, essential. R: one, a bonus.
    const [sql, python, r] = [2 * Math.log(1 + 4 / 3), 3 * Math.log(1 + 4 / 2), 1 * Math.log(1 + 4 / 1)];
    expect(gap.kept).toBeCloseTo(sql / (sql + python + r), 10);
  });

  it('keeps nothing where no list names a skill of the other', async () => {
    const moves = movesOf(await row());
    expect(moves.gap('poet', 'engineer')).toMatchObject({ shared: [], kept: 0 });
    expect(moves.gap('engineer', 'poet')).toEqual({ shared: [], missing: [], kept: 0 });
  });
});

describe('a path', () => {
  it('has the fewest documented moves, or is the one computed move', async () => {
    const told = await row({
      'transitions/analyst--scientist.yaml': transition('analyst', 'scientist'),
      'transitions/scientist--engineer.yaml': transition('scientist', 'engineer'),
    });
    expect(route(movesOf(told).path('analyst', 'engineer', 'hops'))).toEqual([
      'analyst → scientist',
      'scientist → engineer',
    ]);
    const untold = movesOf(await row()).path('analyst', 'engineer', 'hops');
    expect(route(untold)).toEqual(['analyst → engineer']);
    expect(untold?.[0]).not.toHaveProperty('transition');
  });

  it('goes by way of a role that makes the hardest move easier', async () => {
    const moves = movesOf(await row());
    const hops = moves.path('analyst', 'engineer', 'skills');
    expect(route(hops)).toEqual(['analyst → scientist', 'scientist → engineer']);
    const hardest = Math.min(...(hops ?? []).map(({ kept }) => kept));
    expect(hardest).toBeGreaterThanOrEqual(1.25 * moves.gap('analyst', 'engineer').kept);
  });

  it('counts documented months only, the least of them', async () => {
    const known = await row({
      ...timed('analyst', 'engineer', 12),
      ...timed('analyst', 'scientist', 3),
      ...timed('scientist', 'engineer', 4),
    });
    expect(route(movesOf(known).path('analyst', 'engineer', 'time'))).toEqual([
      'analyst → scientist',
      'scientist → engineer',
    ]);
    expect(movesOf(await row()).path('analyst', 'engineer', 'time')).toBeUndefined();
  });

  it('leads nowhere from a role to itself, or where nothing is shared', async () => {
    const moves = movesOf(await row());
    for (const by of ['hops', 'skills', 'time'] as const) {
      expect(moves.path('analyst', 'analyst', by)).toBeUndefined();
      expect(moves.path('poet', 'engineer', by)).toBeUndefined();
    }
  });
});

describe('between the built-in roles', () => {
  let knowledge: KnowledgeBase;
  beforeAll(async () => {
    knowledge = await openKnowledge(BUILT_IN);
  });

  it('shares are shares, and what is shared and missing is the whole list', () => {
    const moves = movesOf(knowledge);
    for (const { id: from } of knowledge.roles.all.slice(0, 40))
      for (const { id: to } of knowledge.roles.all) {
        const { shared, missing, kept } = moves.gap(from, to);
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(1 + 1e-9);
        expect(shared.length + missing.length).toBe(skillListsOf(knowledge).of(to).length);
        // A guide has its skills in learning order.
        if (knowledge.of('guide').get(to) !== undefined) continue;
        const ranks = missing.map(({ priority }) => priority === 'essential');
        expect(ranks.lastIndexOf(true)).toBeLessThan(ranks.includes(false) ? ranks.indexOf(false) : Infinity);
      }
  });

  it('every path starts, goes on and ends where it should', () => {
    const moves = movesOf(knowledge);
    for (const { id: from } of knowledge.roles.all.slice(0, 20))
      for (const { id: to } of knowledge.roles.all)
        for (const by of ['hops', 'skills', 'time'] as const) {
          const hops = moves.path(from, to, by);
          if (hops === undefined) continue;
          expect([hops[0]?.from.id, hops.at(-1)?.to.id]).toEqual([from, to]);
          expect(hops.slice(1).every((hop, i) => hop.from.id === hops[i]?.to.id)).toBe(true);
          expect(new Set(hops.map((hop) => hop.to.id)).size).toBe(hops.length);
        }
  });

  it('an answer takes less than a millisecond once the first was given', () => {
    const moves = movesOf(knowledge);
    moves.path('data-engineer', 'ux-designer', 'skills');
    const start = performance.now();
    for (const { id } of knowledge.roles.all) moves.gap('data-engineer', id);
    expect((performance.now() - start) / knowledge.roles.all.length).toBeLessThan(1);
  });
});
