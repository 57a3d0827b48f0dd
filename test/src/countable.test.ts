import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { countable, MAX_COUNTED } from '../../src/countable.ts';
import { offlineCommunity } from '../../src/community/offline.ts';
import type { Counts } from '../../src/community/counts.ts';
import { readLine } from '../../src/invocation.ts';
import type { Invocation, Place } from '../../src/invocation.ts';
import { silentLog } from '../../src/log.ts';
import { commands } from '../../commands/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { BUILT_IN } from '../commands/talk.ts';
import { anyText } from '../any-text.ts';

describe('the words of a question as they are counted', () => {
  test.each([
    ['  Crypto   Wizard? ', 'crypto wizard'],
    ['ＭＬ Wizard', 'ml wizard'],
    ['C++ and C# guru!!', 'c++ and c# guru'],
    ['react.js or asp.net wizard', 'react.js or asp.net wizard'],
    ['ph.d. in goats', 'ph.d. in goats'],
    ['wizard ada@example.com', 'wizard'],
    ['wizard at @ada and <@U12345> and <#C1|general>', 'wizard at and and'],
    ['wizard in #careers', 'wizard in'],
    ['wizard, see https://example.com/me?x=1', 'wizard, see'],
    ['wizard, see www.example.com/me', 'wizard, see'],
    ['wizard like linkedin.com/in/ada', 'wizard like'],
    ['call +49 (170) 123-45 67 wizard', 'call wizard'],
    ['wizard 12345', 'wizard 12345'],
    ['wizard 123456', 'wizard'],
    ['wizard 12 34 56', 'wizard'],
    ['wizard\u202E\u0000x', 'wizard x'],
    ['Röle für Ärzte', 'röle für ärzte'],
    ['1 2 3', null],
    ['?!', null],
    ['ada@example.com', null],
    ['<@U12345>', null],
    ['https://example.com', null],
    ['', null],
  ])('"%s" is counted as %j', (typed, counted) => {
    expect(countable(typed)).toBe(counted);
  });

  test.each([
    [MAX_COUNTED, MAX_COUNTED],
    [MAX_COUNTED + 1, MAX_COUNTED],
  ])('of %i letters %i are kept', (letters, kept) => {
    expect(countable('ä'.repeat(letters))).toHaveLength(kept);
  });

  test.each(['a', 'a.', '1 ', '@', '<', 'a@', 'a://', 'é-', ' '])(
    '100,000 times "%s" is read at once',
    (part) => {
      const start = performance.now();
      countable(part.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(100);
    },
  );

  test('a word that is cut by the limit is left out, since it may be the half of an address', () => {
    const long = `wizard ${'@'.repeat(985)} ada.lovelace@example.com`;
    expect(countable(long)).toBe('wizard');
  });

  test('whatever is typed, nothing is left that tells of a person, and nothing changes twice', () => {
    const word = fc.constantFrom('wizard', 'ada@example.com', '@ada', '<@U1>', '123456', '1', '-', 'a.bc/d');
    const typed = fc.oneof(
      anyText(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(typed, (words) => {
        const counted = countable(words) ?? '';
        expect(counted).not.toMatch(/@|<[^>]*>|\d{6}|:\/\/|\p{C}/u);
        expect(counted.length).toBeLessThanOrEqual(2 * MAX_COUNTED);
        expect(countable(counted) ?? '').toBe(counted);
      }),
    );
  });
});

describe('what an answer adds to the counts of a community', async () => {
  const knowledge = await openKnowledge(BUILT_IN);
  const names = commands.map(({ name }) => name);
  const here: Place = { on: 'chat', community: 'C', channel: 'careers1' };

  async function counted(line: string, more: Partial<Invocation> = {}, counts?: Counts): Promise<string[]> {
    const seen: string[] = [];
    const counter: Counts = counts ?? {
      count: (community, kind, name) => void seen.push(`${community} ${kind} ${name}`),
      report: () => Promise.reject(new Error('not asked')),
    };
    const parts = { commands, knowledge: () => knowledge, clock: () => 0, log: silentLog, fallback: 'ask' };
    const bot = createBot({ ...parts, community: { ...offlineCommunity, counts: counter } });
    const asker = { id: 'ann', locale: 'en', manages: true };
    const reply = await bot.answer({ ...readLine(line, names), asker, place: here, ...more });
    expect(reply.title).not.toContain('went wrong');
    return seen;
  }

  test.each([
    ['/role ml engineer', 'chat:C asked ml-engineer'],
    ['/role mahcine lerning enginer', 'chat:C asked ml-engineer'],
    ['/salary data engineer', 'chat:C asked data-engineer'],
    ['/ask how much does a data engineer earn?', 'chat:C asked data-engineer'],
    ['/role Crypto Goatherd', 'chat:C missed crypto goatherd'],
    ['/course about:"goat herding" cost:free', 'chat:C missed goat herding'],
    ['/plan to:goatherd have:"my secret skills"', 'chat:C missed goatherd'],
    ['/transition data engineer to goatherd', 'chat:C missed goatherd'],
    [
      '/ask why does my goat ada@example.com not listen to me',
      'chat:C missed why does my goat not listen to me',
    ],
    ['/ask what is the weather tomorrow', 'chat:C missed what is the weather tomorrow'],
    ['/ask wie wird das wetter morgen', 'chat:C missed wie wird das wetter morgen'],
    ['/ask conta uma piada pra @ana', 'chat:C missed conta uma piada pra'],
    ['/ask quiero algo con computadoras', 'chat:C missed quiero algo con computadoras'],
    ['/ask is it worth it', 'chat:C missed is it worth it'],
  ])('%s: %s', async (line, expected) => {
    expect(await counted(line)).toEqual([expected]);
  });

  test.each([
    ['/role'],
    ['/help goats'],
    ['/sources'],
    ['/role 123456789'],
    ['/prompts add ml-engineer when:"mon 09:00"'],
    ['/study join run:weekly@2026-01-05T09:00'],
  ])('%s adds nothing', async (line) => {
    expect(await counted(line)).toEqual([]);
  });

  test.each<[string, Partial<Invocation>]>([
    ['in a direct message', { place: { on: 'chat', community: null, channel: 'd1' } }],
    ['in one that the place counts to a community', { place: { ...here, direct: true } }],
    ['at the command line', { place: { community: null, channel: null } }],
    ['by turning a page', { page: 2 }],
    ['by turning back', { page: 1 }],
    ['to show it to others', { again: true }],
  ])('%s nothing is counted', async (_, more) => {
    expect(await counted('/role ml engineer', more)).toEqual([]);
    expect(await counted('/role goatherd', more)).toEqual([]);
  });

  test('an answer that is given again is counted again', async () => {
    const seen: string[] = [];
    const counts: Counts = {
      count: (_, kind, name) => void seen.push(`${kind} ${name}`),
      report: () => Promise.reject(new Error('not asked')),
    };
    const parts = { commands, knowledge: () => knowledge, clock: () => 0, log: silentLog, fallback: 'ask' };
    const bot = createBot({ ...parts, community: { ...offlineCommunity, counts } });
    const ask = { command: 'role', text: 'ml engineer', place: here };
    for (const id of ['ann', 'bob'])
      await bot.answer({ ...ask, asker: { id, locale: 'en', manages: false } });
    expect(seen).toEqual(['asked ml-engineer', 'asked ml-engineer']);
  });

  test('counting that breaks changes no answer', async () => {
    const broken: Counts = {
      count: () => {
        throw new Error('full');
      },
      report: () => Promise.reject(new Error('not asked')),
    };
    expect(await counted('/role ml engineer', {}, broken)).toEqual([]);
  });
});
