import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetMember } from '../../src/store/member-rows.ts';
import { MOST_ACCEPTED, MOST_WAITING } from '../../src/store/proposals.ts';
import type { Store } from '../../src/store/store.ts';
import { STORES } from './stores.ts';

const IDEA = { track: 'ml-engineer', title: 'Ünï', build: 'A "thing"', link: 'https://a.example/' };

describe.each(STORES)('%s: what members propose', (_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test('is kept as it was, decided once, and listed for its community and its author', async () => {
    const ada = { community: 'c1', id: 'ada' };
    const made = await store.proposals.add(ada, IDEA, false, 1_000);
    expect(made).toEqual({
      ...IDEA,
      id: expect.stringMatching(/^[0-9a-f]{6}$/),
      state: 'open',
      reason: null,
      madeAt: 1_000,
      decidedAt: null,
    });
    expect(await store.proposals.list('c1')).toEqual([made]);
    expect(await store.proposals.decide('c2', made.id, { state: 'accepted' }, 2_000)).toBeNull();
    const declined = { state: 'declined', reason: 'No.' } as const;
    const decided = { ...made, ...declined, decidedAt: 3_000 };
    expect(await store.proposals.decide('c1', made.id, declined, 3_000)).toEqual(decided);
    expect(await store.proposals.decide('c1', made.id, { state: 'accepted' }, 4_000)).toBeNull();
    expect(await store.proposals.list('c1')).toEqual([]);
    expect(await store.proposals.by(ada)).toEqual([decided]);
    expect(await store.proposals.by({ community: 'c2', id: 'ada' })).toEqual([]);
  });

  test('ten at once from one member: three are kept', async () => {
    const eve = { community: 'c3', id: 'eve' };
    const asked = Array.from({ length: 10 }, (__, n) => store.proposals.add(eve, IDEA, false, n));
    const results = await Promise.allSettled(asked);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await store.proposals.by(eve)).toHaveLength(3);
  });

  test.each([
    ['wait', false, MOST_WAITING, 'proposals wait here already'],
    ['are accepted', true, MOST_ACCEPTED, 'prompts of its own'],
  ])('at most so many %s in a community', async (what, isDecided, most, sentence) => {
    const community = `full ${what}`;
    const add = async (n: number) => store.proposals.add({ community, id: `m${n}` }, IDEA, isDecided, n);
    for (let kept = 0; kept < most; kept += 1) await add(kept);
    await expect(add(most)).rejects.toThrow(sentence);
  });

  test('a member has theirs forgotten; what was accepted stays without them', async () => {
    const bob = { community: 'c4', id: 'bob' };
    const [first] = [
      await store.proposals.add(bob, IDEA, false, 1),
      await store.proposals.add(bob, IDEA, false, 2),
    ];
    await store.proposals.decide('c4', first.id, { state: 'accepted' }, 3);
    expect(await forgetMember(store.database, bob)).toMatchObject({ deleted: 1, stay: { proposals: 1 } });
    expect(await store.proposals.by(bob)).toEqual([]);
    expect((await store.proposals.list('c4')).map(({ id }) => id)).toEqual([first.id]);
  });
});
