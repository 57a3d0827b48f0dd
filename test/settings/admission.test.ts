import { describe, expect, test } from 'vitest';
import { managersOf, permitted, refusalOf, settle, settleKnown } from '../../src/admission.ts';
import type { Command } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { offlineSettings } from '../../src/community/setting-book.ts';
import type { SettingBook } from '../../src/community/setting-book.ts';
import type { CommunitySettings } from '../../src/community/settings.ts';
import type { Place } from '../../src/invocation.ts';
import { plain } from '../../src/plain.ts';
import type { Reply } from '../../src/reply.ts';

const command = (name: string, more: Partial<Command> = {}): Command =>
  defineCommand({
    name,
    summary: 'S',
    options: {},
    examples: [],
    shareable: true,
    answer: () => ({ title: 'T', lead: [] }),
    ...more,
  });
const of = { kind: 'words', description: 'A line', line: true } as const;
const about = { kind: 'words', description: 'No line' } as const;
const COMMANDS = [
  command('salary'),
  command('role'),
  command('misses', { managersOnly: true }),
  command('why', { options: { about, of } }),
];
const [salary, , misses] = COMMANDS as [Command, Command, Command];

const place = { on: 'chat', community: 'C', channel: 'careers1' };
const bob = { id: 'bob', locale: 'en', manages: false };
const CHOSEN: CommunitySettings = { managers: 'mods', language: 'de', zone: 'Europe/Berlin' };

/** A book in which one community chose something; it names every community that is looked up. */
function book(looked: string[] = []): SettingBook {
  const look = (community: string): CommunitySettings => {
    looked.push(community);
    return community === 'chat:C' ? CHOSEN : {};
  };
  return { ...offlineSettings, of: async (community) => look(community), known: look };
}

describe.each([
  ['settle', settle],
  ['settleKnown', async (asking: Parameters<typeof settle>[0]) => settleKnown(asking, book())],
])('%s', (_, settled) => {
  const heard = { command: 'role', asker: { ...bob, groups: ['mods'] }, place };

  test('takes the managers, the language and the zone from the community of the place', async () => {
    expect(await settled(heard, book())).toMatchObject({
      command: 'role',
      asker: { manages: true, appointed: true },
      place: { ...place, locale: 'de', zone: 'Europe/Berlin' },
      settings: CHOSEN,
    });
  });

  test('takes nothing where the place is of no community', async () => {
    const nowhere = { ...heard, place: { community: null, channel: null } };
    expect(await settled(nowhere, book())).toStrictEqual({ ...nowhere, settings: {} });
  });
});

test('the managers of a place are those that its community chose; where there is none, nobody is looked up', async () => {
  const looked: string[] = [];
  expect(await managersOf(place, book(looked))).toBe('mods');
  expect(await managersOf({ ...place, community: 'D' }, book(looked))).toBeUndefined();
  expect(await managersOf({ community: 'C', channel: 'careers1' }, book(looked))).toBeUndefined();
  await settle({ command: '', asker: bob, place: { community: null, channel: null } }, book(looked));
  settleKnown({ asker: bob, place: { community: null, channel: null } }, book(looked));
  expect(looked).toEqual(['chat:C', 'chat:D']);
});

const inChannel = (settings: CommunitySettings, here: Partial<Place> = {}, manages = false) => ({
  asker: { ...bob, manages },
  place: { ...place, ...here },
  settings,
});
const OUT = 'keeps /salary out of this channel';
const words = (reply: Reply | undefined) => (reply === undefined ? 'nothing' : plain(reply, 'en'));

describe('a command gets no answer', () => {
  test('of what is for managers, unless they manage', () => {
    expect(words(refusalOf(misses, inChannel({}), COMMANDS))).toContain('for those who may manage');
    expect(words(refusalOf(misses, inChannel({}, {}, true), COMMANDS))).toBe('nothing');
    expect(words(refusalOf(salary, inChannel({}), COMMANDS))).toBe('nothing');
  });

  test('where it is kept out of the channel, whoever asks', () => {
    const refuse = inChannel({ refuse: ['salary'] });
    expect(words(refusalOf(salary, refuse, COMMANDS))).toContain(OUT);
    expect(words(refusalOf(salary, inChannel({ refuse: ['salary'] }, {}, true), COMMANDS))).toContain(OUT);
    expect(words(refusalOf(salary, inChannel({ refuse: ['role'] }), COMMANDS))).toBe('nothing');
  });
});

const REPLY: Reply = {
  tone: 'answer',
  title: 'An answer',
  lead: [],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'salary', values: {} },
  shareable: true,
};
const asked = (name: string, values: Record<string, string>): Reply => ({
  ...REPLY,
  ask: { command: name, values },
});

describe('an answer', () => {
  const noSalary = inChannel({ refuse: ['salary'] });

  test('is given as it is where nothing is kept out', () => {
    for (const reply of [REPLY, { ...REPLY, ask: null }, asked('gone', {})])
      expect(permitted(reply, inChannel({}), COMMANDS)).toBe(reply);
  });

  test('is kept back where another one gave it, or a line among its values names it', () => {
    expect(words(permitted(REPLY, noSalary, COMMANDS))).toContain(OUT);
    expect(words(permitted(asked('why', { of: 'salary sre' }), noSalary, COMMANDS))).toContain(OUT);
    expect(words(permitted(asked('why', { of: '/misses' }), noSalary, COMMANDS))).toContain(
      'for those who may manage',
    );
    for (const values of [{ of: 'role sre' }, { about: 'salary sre' }, { about: 'x', of: 'role' }, {}])
      expect(words(permitted(asked('why', values), noSalary, COMMANDS))).toContain('An answer');
    const nobody: Reply = { ...REPLY, ask: null };
    expect(permitted(nobody, noSalary, COMMANDS)).toBe(nobody);
  });

  test('is for everybody where the community wants that and it may be shown, each time the same object', () => {
    const everyone = inChannel({ answers: 'everyone' });
    const shown = permitted(REPLY, everyone, COMMANDS);
    expect(shown).toStrictEqual({ ...REPLY, shown: true });
    expect(permitted(REPLY, everyone, COMMANDS)).toBe(shown);
    const secret = { ...REPLY, shareable: false };
    expect(permitted(secret, everyone, COMMANDS)).toBe(secret);
    expect(permitted(REPLY, inChannel({ answers: 'private' }), COMMANDS)).toBe(REPLY);
  });
});
