import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isForm } from '../../src/form.ts';
import { filledIn } from '../../src/form.ts';
import { speak } from '../../src/message/speak.ts';
import { plain } from '../../src/plain.ts';
import { actionsOf, asksOf, labelsOf } from '../commands/talk.ts';
import type { Prompts, Speaker } from './world.ts';
import { openRoom, speaker } from './world.ts';

let prompts: Prompts;
let ann: Speaker;
let uwe: Speaker;
beforeEach(async () => {
  ({ prompts, ann } = await openRoom());
  uwe = speaker(prompts.bot, { id: 'uwe', locale: 'de' });
});
afterEach(() => prompts.close());

const ADD = '/prompts add ml-engineer when:"mon 09:00"';
const HASH = /-[0-9a-f]{4}\b/;

describe('a schedule is called as people would call it', () => {
  test.each([
    ['mon 09:00', 'ML Engineer, Mondays', 'ML Engineer, montags'],
    ['tue, thu 09:00', 'ML Engineer, Tuesdays and Thursdays', 'ML Engineer, dienstags und donnerstags'],
    ['weekdays 09:00', 'ML Engineer, on weekdays', 'ML Engineer, werktags'],
    ['daily 09:00', 'ML Engineer, every day', 'ML Engineer, täglich'],
    ['every 2 weeks on mon 09:00', 'ML Engineer, every 2 weeks', 'ML Engineer, alle 2 Wochen'],
    ['day 31 09:00', 'ML Engineer, once a month', 'ML Engineer, einmal im Monat'],
  ])('%s: %s', async (when, english, german) => {
    expect((await ann.ask(`/prompts add ml-engineer when:"${when}"`)).title).toBe(`${english} is on`);
    expect(await uwe.say('/prompts list')).toContain(`• ${german} · `);
  });

  test('and its id is seen nowhere', async () => {
    const seen = [await ann.say(ADD), await ann.say('/prompts add sre when:"tue 10:00" channel:jobs22')];
    for (const line of [
      'list',
      'pause ml engineer',
      'list',
      'resume',
      'skip ml',
      'why ml',
      'test sre',
      'edit ml pin:yes',
    ])
      seen.push(await ann.say(`/prompts ${line}`));
    seen.push(await ann.say('/prompts propose Count rows. track:ml-engineer'));
    seen.push(await ann.say('/prompts remove sre'), await ann.say('/prompts preview'));
    expect(seen.filter((said) => HASH.test(said))).toEqual([]);
    expect(seen.filter((said) => said.includes('Something went wrong'))).toEqual([]);
  });

  test('two that would be called the same say more: the time, then the channel', async () => {
    await ann.ask(ADD);
    for (const more of ['mon 18:30', 'mon 18:30" channel:"jobs22'])
      for (const yes of asksOf(await ann.ask(`/prompts add ml-engineer when:"${more}"`)).slice(0, 1))
        if ('sure' in yes.values) await ann.press(yes);
    const said = await ann.say('/prompts list');
    expect(said).toContain('• ML Engineer, Mondays 09:00 · ');
    expect(said).toContain('• ML Engineer, Mondays 18:30, careers1 · ');
    expect(said).toContain('• ML Engineer, Mondays 18:30, jobs22 · ');
  });
});

const typing = (locale: string, typed: string) =>
  prompts.bot.suggest(
    {
      command: 'prompts pause',
      option: 'schedule',
      typed,
      asker: { id: 'ann', locale, manages: true },
      place: { on: 'chat', community: 'C', channel: 'careers1' },
    },
    25,
  );

describe('every subcommand takes the role or that name', () => {
  beforeEach(async () => {
    await ann.ask(ADD);
    await ann.ask('/prompts add data-engineer when:"tue 10:00"');
  });

  test.each([
    'ML Engineer, Mondays',
    'ml engineer mondays',
    'ML Engineer, montags',
    'ML Engineer, lunes',
    'ml-engineer',
    'MLE',
    'mondays',
  ])('%s', async (typed) => {
    expect(await ann.say(`/prompts pause ${typed}`)).toContain('ML Engineer, Mondays is paused');
  });

  test('what fits several is asked about, what fits none too', async () => {
    await ann.ask('/prompts add ml-engineer when:"fri 09:00" channel:jobs22');
    const asked = await ann.ask('/prompts pause ml engineer');
    expect([asked.title, labelsOf(asked).sort()]).toEqual([
      'Which schedule?',
      ['ML Engineer, Fridays', 'ML Engineer, Mondays'],
    ]);
    const [first] = asksOf(asked);
    expect(first && (await ann.press(first))).toMatch(/^ML Engineer, (?:Fridays|Mondays) is paused/);
    expect(await ann.say('/prompts pause goatherd')).toContain('I have no "goatherd". Pick one.');
  });

  test('and completes it, in the language of who types', () => {
    expect(typing('en', 'ml').map(({ value }) => value)).toEqual(['ML Engineer, Mondays']);
    expect(typing('de', 'dienst').map(({ value }) => value)).toEqual(['Data Engineer, dienstags']);
  });

  test('edit track: goes on with another one', async () => {
    expect(await ann.say('/prompts edit ml-engineer track:qa-engineer')).toContain(
      'QA Engineer, Mondays is changed',
    );
    expect(await ann.say('/prompts preview "qa engineer, mondays"')).toContain('Week 1 of QA Engineer');
    expect(await ann.say('/prompts edit "qa engineer" track:service-designer')).toContain(
      'nobody has for Service Designer',
    );
  });
});

describe('/prompts alone', () => {
  test.each(['/prompts', 'prompts', '/rolecall prompts', '/PROMPTS'])('%s opens the list', async (line) => {
    await ann.ask(ADD);
    expect(await ann.say(line)).toContain('One schedule here.');
  });
});

describe('a new schedule in a form', () => {
  test('is offered by the list and by /prompts add, and makes the schedule', async () => {
    for (const line of ['/prompts list', '/prompts add', '/prompts add ml-engineer']) {
      const form = actionsOf(await ann.ask(line)).find(({ kind }) => kind === 'form');
      expect(form && speak(form.label, 'en')).toMatch(/Add one|Fill in/);
    }
    const from = {
      asker: { id: 'ann', locale: 'en', manages: true },
      place: { on: 'chat', community: 'C', channel: 'careers1' },
    };
    const form = await prompts.bot.form({ command: 'prompts add', values: {}, ...from });
    if (!isForm(form)) throw new Error(plain(form, 'en'));
    expect(form.fields.map(({ name }) => name)).toEqual(['track', 'when', 'zone', 'thread', 'pin']);
    const said = await ann.press(
      filledIn(form.ask, [
        { name: 'track', value: 'ML Engineer' },
        { name: 'when', value: 'jeden Montag um 9' },
        { name: 'zone', value: 'München' },
        { name: 'thread', value: ['yes'] },
        { name: 'pin', value: [] },
      ]),
    );
    expect(said).toContain('ML Engineer, Mondays is on');
    expect(said).toContain('every Monday at 09:00 Europe/Berlin');
    expect(said).toContain('here · with a thread, at most');
  });

  test('is not for members', async () => {
    const from = {
      asker: { id: 'bob', locale: 'en', manages: false },
      place: { on: 'chat', community: 'C', channel: 'careers1' },
    };
    expect(isForm(await prompts.bot.form({ command: 'prompts add', values: {}, ...from }))).toBe(false);
  });
});

describe('a second schedule for the same role and channel', () => {
  test('is asked about first; a button makes it, another one changes the first', async () => {
    await ann.ask(ADD);
    const asked = await ann.ask('/prompts add ml-engineer when:"fri 09:00"');
    expect(plain(asked, 'en')).toContain(
      'ML Engineer, Mondays posts that in the same channel already. Nothing happens',
    );
    expect(labelsOf(asked)).toEqual(['Yes, a second one', 'Change that one instead']);
    expect(await ann.say('/prompts list')).toContain('One schedule here.');
    const [yes, change] = asksOf(asked);
    expect(change && (await ann.press(change))).toContain('ML Engineer, Fridays is changed');
    expect(await ann.say('/prompts list')).toContain('One schedule here.');
    await ann.ask('/prompts edit when:"mon 09:00"');
    expect(yes && (await ann.press(yes))).toContain('ML Engineer, Fridays is on');
    expect(await ann.say('/prompts list')).toContain('Two schedules here.');
  });

  test('elsewhere, or of another role, is not asked about', async () => {
    await ann.ask(ADD);
    expect(await ann.say(`${ADD} channel:jobs22`)).toContain('is on');
    expect(await ann.say('/prompts add sre when:"mon 09:00"')).toContain('is on');
  });
});
