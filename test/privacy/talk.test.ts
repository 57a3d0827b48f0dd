import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { readPost } from '../prompts/posted.ts';
import { TABLES } from '../../src/store/schema.ts';
import { openStore, type StoreAddress } from '../../src/store/store.ts';
import { asksOf } from '../commands/talk.ts';
import type { Speaker } from '../prompts/world.ts';
import { chatPlace, openPrompts, speaker } from '../prompts/world.ts';
import { until } from '../outbox/world.ts';
import { ADDRESSES } from '../store/stores.ts';

/** A bot with a track that was posted, and members who said something about it. */
async function openClub(address: StoreAddress, onTestFinished: TestContext['onTestFinished']) {
  const prompts = await openPrompts(undefined, { address });
  const place = chatPlace();
  prompts.service.start([place]);
  const store = await openStore(address);
  onTestFinished(async () => {
    await store.close();
    await prompts.close();
  });
  const [ann, bob, eve] = ['ann-77', 'bob-77', 'eve-77'].map((id) =>
    speaker(prompts.bot, { id, manages: id === 'ann-77' }),
  ) as [Speaker, Speaker, Speaker];
  await ann.ask('/prompts add ml-engineer when:"mon 09:00"');
  await ann.ask('/prompts test');
  const [job] = await until(
    () => place.jobs,
    (jobs) => jobs.length > 0,
  );
  const [, done] = asksOf(readPost(job?.content)?.reply ?? neverPosted());
  for (const [member, name] of [
    [bob, 'Bob'],
    [eve, 'Eve'],
  ] as const) {
    await member.press(done ?? neverPosted());
    for (const [title, track] of [
      ['first', 'data-engineer'],
      ['second', 'ml-engineer'],
    ])
      await member.ask(`/prompts propose Build a thing. title:"${name}'s ${title}" track:${track}`);
    await member.ask(`/report "salary ml-engineer" what:"${name} says that it is of 2023."`);
  }
  const [first] = await store.proposals.by({ community: 'chat:C', id: 'bob-77' });
  await ann.ask(`/prompts accept ${first?.id}`);
  await ann.ask('/settings language:de');
  /** Every row that names somebody, as `table: row`. */
  const rowsOf = async (id: string) => {
    const found: string[] = [];
    for (const { name } of TABLES)
      for (const row of await store.database.rows(`SELECT * FROM ${name}`))
        if (JSON.stringify(row).includes(id)) found.push(`${name}: ${JSON.stringify(row)}`);
    return found.sort();
  };
  return { ann, bob, eve, rowsOf, store };
}

function neverPosted(): never {
  throw new Error('Nothing was posted.');
}

async function exported(member: Speaker) {
  const { file } = await member.ask('/privacy export');
  return {
    name: file?.name,
    data: JSON.parse(file?.text ?? '{}') as Record<string, Record<string, unknown>[]>,
  };
}

describe.each(ADDRESSES)('%s: a member', (_, address) => {
  test('sees all that is kept of them, and nothing of anybody else', async ({ onTestFinished }) => {
    const { bob, ann } = await openClub(await address(), onTestFinished);
    const reply = await bob.ask('/privacy show');
    const said = await bob.say('/privacy');
    expect(reply).toMatchObject({ title: 'What I keep about you', shareable: false });
    expect(said).toContain('Four entries');
    for (const words of [
      'Your studies',
      'Splits that do not leak · ML Engineer · done',
      "Bob's first",
      'accepted',
    ])
      expect(said).toContain(words);
    expect(said).toContain("Bob's second");
    expect(said).toContain('Bob says that it is of 2023.');
    expect(said).not.toMatch(/eve/i);
    const hers = await ann.say('/privacy show');
    expect(hers).toContain('Schedules that you made');
    expect(hers).toContain('ML Engineer');
    expect(hers).toContain('Settings that you changed');
  });

  test('takes it along as a file, complete and versioned', async ({ onTestFinished }) => {
    const { bob, ann } = await openClub(await address(), onTestFinished);
    const { name, data } = await exported(bob);
    expect(name).toBe('rolecall-export.json');
    expect(data).toMatchObject({
      format: 'rolecall member export',
      version: 1,
      place: 'chat',
      member: 'bob-77',
      study: [{ community: 'chat:C', track: 'ml-engineer', mark: 'done' }],
      proposals: [
        { title: "Bob's first", build: 'Build a thing.', state: 'accepted', track: 'data-engineer' },
        { title: "Bob's second", state: 'open', track: 'ml-engineer' },
      ],
      reports: [{ about: 'salary ml-engineer', what: 'Bob says that it is of 2023.', state: 'open' }],
      schedules: [],
      settings: [],
    });
    expect(data['study']?.[0]?.['at']).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(JSON.stringify(data)).not.toMatch(/eve|ann-77/i);
    expect((await exported(ann)).data).toMatchObject({
      schedules: [{ community: 'chat:C', track: 'ml-engineer' }],
      settings: [{ community: 'chat:C', setting: 'language' }],
    });
    expect(await bob.say('/study export')).toContain('Four lines as they are kept');
  });

  test('is asked once, then gone everywhere; what others rest on stays', async ({ onTestFinished }) => {
    const { ann, bob, eve, rowsOf, store } = await openClub(await address(), onTestFinished);
    const others = [await rowsOf('eve-77'), await rowsOf('ann-77')];
    const question = await bob.ask('/privacy delete');
    expect(question.title).toBe('Delete everything?');
    expect(await rowsOf('bob-77')).toHaveLength(4);
    const [yes] = asksOf(question);
    const said = await bob.press(yes ?? neverPosted());
    expect(said).toContain('Two lines deleted; I keep nothing about you now.');
    expect(said).toContain('What stays, without you\n• One prompt that was accepted');
    expect(said).toContain('One report of a mistake');
    expect(await rowsOf('bob-77')).toEqual([]);
    expect([await rowsOf('eve-77'), await rowsOf('ann-77')]).toEqual(others);
    expect(await bob.say('/privacy show')).toContain('I keep nothing about you');
    expect(await bob.say('/privacy export')).toContain('I keep nothing about you');
    expect(await bob.say('/privacy delete yes')).not.toContain('deleted;');
    expect((await store.proposals.list('chat:C')).map(({ title }) => title)).toContain("Bob's first");
    expect(await ann.say('/reports')).toContain('Bob says that it is of 2023.');
    expect(await eve.say('/privacy show')).toContain("Eve's first");
  });

  test('who made a schedule leaves it to the community', async ({ onTestFinished }) => {
    const { ann, rowsOf } = await openClub(await address(), onTestFinished);
    const said = await ann.say('/privacy delete yes');
    expect(said).toContain('One schedule, which goes on; nobody is told when it cannot be posted.');
    expect(said).toContain('One change of a setting');
    expect(await rowsOf('ann-77')).toEqual([]);
    expect(await ann.say('/prompts list')).toContain('ML Engineer');
  });
});

test('nobody is shown what is kept of a person of the same id in another community, unless that is the same person', async ({
  onTestFinished,
}) => {
  const address = await ADDRESSES[0]?.[1]();
  if (address === undefined) throw new Error('There is no store.');
  const prompts = await openPrompts(undefined, { address });
  onTestFinished(() => prompts.close());
  const [here, there] = ['C', 'D'].map((community) =>
    speaker(prompts.bot, { id: 'U1', manages: false, community }),
  );
  await here?.ask('/report "role sre" what:"Only of C."');
  expect(await there?.say('/privacy show')).toContain('I keep nothing about you');
  expect((await there?.ask('/privacy delete yes'))?.lead).toEqual(['I keep nothing about you now.']);
  expect(await here?.say('/privacy show')).toContain('Only of C.');
  const known = speaker(prompts.bot, {
    id: 'U1',
    manages: false,
    community: 'D',
    asker: { isSameEverywhere: true },
  });
  expect(await known.say('/privacy show')).toContain('Only of C.');
  expect(await known.say('/privacy delete yes')).toContain('One report of a mistake');
  expect(await here?.say('/privacy show')).toContain('I keep nothing about you');
});

test('without a store it is said that nothing can be looked up now', async ({ onTestFinished }) => {
  const prompts = await openPrompts('/dev/null/rolecall.sqlite');
  onTestFinished(() => prompts.close());
  for (const line of ['/privacy show', '/privacy export', '/privacy delete yes'])
    expect(await speaker(prompts.bot).say(line)).toContain('paused');
});
