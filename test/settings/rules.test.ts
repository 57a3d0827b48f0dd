import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { isForm } from '../../src/form.ts';
import { needsRank } from '../../src/command.ts';
import { readLine } from '../../src/invocation.ts';
import type { Asker, Place } from '../../src/invocation.ts';
import { plain } from '../../src/plain.ts';
import type { Prompts, Speaker } from '../prompts/world.ts';
import { openRoom, speaker } from '../prompts/world.ts';

let prompts: Prompts;
let ann: Speaker;
let bob: Speaker;

beforeEach(async () => {
  ({ prompts, ann, bob } = await openRoom());
});
afterEach(() => prompts.close());

const inChannel = (channel: string, here: Partial<Place> = {}) =>
  speaker(prompts.bot, { id: 'bob', manages: false, here: { channel, ...here } });

describe('a command that is kept out of a channel', () => {
  test('says so kindly, and where it may be asked', async () => {
    await ann.ask('/settings refuse:salary channel:careers1');
    expect(await bob.say('/salary ml-engineer')).toBe(
      '/salary\nWhoever manages this community keeps /salary out of this channel. Ask it in another channel, or in a direct message to me.',
    );
    expect(await inChannel('elsewhere1').say('/salary ml-engineer')).toContain('ML Engineer');
    await ann.ask('/settings refuse:salary');
    await ann.ask('/settings refuse:default channel:careers1');
    expect(await bob.say('/salary ml-engineer')).toContain('Ask it in a direct message to me.');
    await ann.ask('/settings refuse:none channel:money1');
    expect(await bob.say('/salary ml-engineer')).toContain('Ask it in money1, or in a direct message to me.');
    expect(await inChannel('money1').say('/salary ml-engineer')).toContain('ML Engineer');
    expect(await inChannel('D1', { direct: true }).say('/salary ml-engineer')).toContain('ML Engineer');
    expect((await bob.ask('/salary ml-engineer')).shareable).toBe(false);
  });

  test('is kept out by every road: a thread, another’s words, why, a button, a form, a completion', async () => {
    await ann.ask('/settings refuse:salary,plan channel:careers1');
    const out = 'keeps /salary out of this channel';
    expect(await inChannel('thread1', { within: 'careers1' }).say('/salary ml-engineer')).toContain(out);
    expect(await bob.say('/ask what does an ml engineer earn?')).toContain(out);
    expect(await bob.say('/ask salary ml-engineer')).toContain(out);
    expect(await bob.say('/why salary ml-engineer')).toContain(out);
    expect(await bob.say('/why of:"salary ml-engineer"')).toContain(out);
    expect(await bob.press({ command: 'salary', values: { role: 'ml-engineer' }, page: 2 })).toContain(out);
    const from = FROM_BOB;
    const form = await prompts.bot.form({ command: 'plan', values: {}, ...from });
    expect(isForm(form) ? 'a form' : plain(form, 'en')).toContain('keeps /plan out of this channel');
    expect(prompts.bot.suggest({ command: 'salary', option: 'role', typed: 'ml', ...from }, 5)).toEqual([]);
    const there = { ...from, place: { ...from.place, channel: 'elsewhere1' } };
    expect(prompts.bot.suggest({ command: 'salary', option: 'role', typed: 'ml', ...there }, 5)).not.toEqual(
      [],
    );
  });

  test('is whatever may be shown and is not among the only ones, and what leads to those is not', async () => {
    await ann.ask('/settings allow:salary channel:careers1');
    expect(await bob.say('/role ml-engineer')).toContain('keeps /role out of this channel');
    expect(await bob.say('/ask what does an ml engineer earn?')).toContain('$');
    expect(await bob.say('/why salary ml-engineer')).toContain('$');
    expect(await bob.say('/why role ml-engineer')).toContain('keeps /role out');
    expect(await bob.say('/study')).not.toContain('out of this channel');
    expect(await bob.say('/report "salary ml-engineer" what:"Old."')).toContain('Reported');
    expect(await bob.say('/help')).toContain('What you can ask me');
    await ann.ask('/settings allow:role');
    await ann.ask('/settings allow:all channel:careers1');
    expect(await bob.say('/course python')).not.toContain('out of this channel');
    expect(await inChannel('elsewhere1').say('/course python')).toContain('out of this channel');
  });

  test('is none that managers need', async () => {
    await ann.ask('/settings refuse:prompts,study,report allow:role');
    expect(await ann.say('/prompts add ml-engineer when:"mon 09:00"')).toContain(
      'ML Engineer, Mondays is on',
    );
    expect(await ann.say('/settings')).toContain('without /prompts, /study, /report');
    expect(await bob.say('/prompts propose "Build a feature store" track:ml-engineer')).toContain(
      'keeps /prompts propose out',
    );
    expect(await bob.say('/study')).toContain('keeps /study out');
  });
});

const FROM_BOB = {
  asker: { id: 'bob', locale: 'en', manages: false },
  place: { on: 'chat', community: 'C', channel: 'careers1' },
};

/** What somebody is answered in a channel of a community. */
async function ask(asker: Asker, line: string, community = 'C'): Promise<string> {
  const names = commands.map(({ name }) => name);
  const place = { on: 'chat', community, channel: 'careers1' };
  return plain(await prompts.bot.answer({ ...readLine(line, names), asker, place }), 'en');
}

describe('who manages', () => {
  const mod = { id: 'mo', locale: 'en', manages: false, groups: ['mods1234'] };
  beforeEach(async () => {
    await prompts.service.community.settings.change('chat:C', 'ann', (chosen) => ({
      ...chosen,
      managers: 'mods1234',
    }));
  });

  test('is whoever is in the group that the community chose, and in that community only', async () => {
    expect(await ask(mod, '/settings zone:Madrid')).toContain('Time zone: not set → Europe/Madrid');
    expect(await ask(mod, '/misses')).toContain('Nothing asked yet');
    expect(await ask({ ...mod, groups: ['others99'] }, '/misses')).toContain('for those who may manage');
    expect(await ask({ ...mod, groups: [] }, '/misses')).toContain('for those who may manage');
    expect(await ask(mod, '/misses', 'D')).toContain('for those who may manage');
    expect(await ask(mod, '/settings')).toContain('Managers: the administrators and mods1234');
  });

  test('is changed by administrators only', async () => {
    for (const typed of ['none', 'friends12'])
      expect(await ask(mod, `/settings managers:${typed}`)).toContain(
        'Only administrators of this community choose',
      );
    expect(await ann.say('/settings managers:none')).toContain(
      'Managers: the administrators and mods1234 → not set',
    );
    expect(await ask(mod, '/misses')).toContain('for those who may manage');
  });
});

describe('answers that everybody sees', () => {
  test('are those that may be shown, in the channels that were chosen', async () => {
    await ann.ask('/settings answers:everyone channel:careers1');
    expect((await bob.ask('/role ml-engineer')).shown).toBe(true);
    expect((await inChannel('t1', { within: 'careers1' }).ask('/role ml-engineer')).shown).toBe(true);
    for (const line of ['/help', '/role plumber', '/role engineer', '/study', '/course'])
      expect([line, (await bob.ask(line)).shown]).toEqual([line, undefined]);
    expect((await inChannel('elsewhere1').ask('/role ml-engineer')).shown).toBeUndefined();
    expect((await inChannel('D1', { direct: true }).ask('/role ml-engineer')).shown).toBeUndefined();
    await ann.ask('/settings answers:everyone');
    expect((await inChannel('elsewhere1').ask('/role ml-engineer')).shown).toBe(true);
    await ann.ask('/settings answers:private channel:quiet1');
    expect((await inChannel('quiet1').ask('/role ml-engineer')).shown).toBeUndefined();
    expect(await ann.say('/settings answers:default channel:careers1')).toContain(
      'everybody in the channel sees them → not set',
    );
  });
});

/** Who asks, and where: the same member of the same name is somebody else in another community. */
const ASKERS: readonly (readonly [string, Asker, Partial<Place>])[] = [
  ['a member', { id: 'bob', locale: 'en', manages: false }, {}],
  [
    'a member with a forged group',
    { id: 'bob', locale: 'en', manages: false, groups: ['', 'C', 'admin'] },
    {},
  ],
  ['a manager of another community', { id: 'eve', locale: 'en', manages: false, groups: ['mods9999'] }, {}],
  ['somebody outside of all communities', { id: 'eve', locale: 'en', manages: false }, { community: null }],
];

test.each(ASKERS)('%s gets nothing of what is for managers, by no road', async (_, asker, here) => {
  await prompts.service.community.settings.change('chat:D', 'x', () => ({ managers: 'mods9999' }));
  const place = { on: 'chat', community: 'C', channel: 'careers1', ...here };
  const guarded = commands.filter(({ managersOnly }) => managersOnly === true);
  expect(guarded.length).toBeGreaterThan(10);
  for (const { name, options, examples } of guarded) {
    expect(needsRank({ managersOnly: true } as (typeof commands)[number])).toBe(true);
    const values = Object.fromEntries(Object.keys(options).map((option) => [option, 'x']));
    const roads = [
      prompts.bot.answer({ command: name, text: '', asker, place }),
      prompts.bot.answer({ command: name.toUpperCase(), values, asker, place }),
      prompts.bot.answer({ command: name, values, page: 2, asker, place }),
      prompts.bot.answer({ command: name, values, again: true, asker, place }),
      ...examples.map((line) =>
        prompts.bot.answer({
          ...readLine(
            `/${line}`,
            commands.map((each) => each.name),
          ),
          asker,
          place,
        }),
      ),
    ];
    for (const reply of await Promise.all(roads))
      expect([name, plain(reply, 'en')]).toEqual([
        name,
        expect.stringContaining('is for those who may manage this community'),
      ]);
    const form = await prompts.bot.form({ command: name, values, asker, place });
    expect(isForm(form)).toBe(false);
    for (const option of Object.keys(options))
      expect(prompts.bot.suggest({ command: name, option, typed: '', asker, place }, 5)).toEqual([]);
  }
  expect(await ann.say('/settings history')).toContain('Nobody changed a setting');
});
