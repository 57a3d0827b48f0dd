import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isForm } from '../../src/form.ts';
import { speakData } from '../../src/message/speak.ts';
import { postOf } from '../../src/prompts/content.ts';
import { actionsOf, asksOf } from '../commands/talk.ts';
import type { ChatPlace, Prompts, Speaker } from '../prompts/world.ts';
import { openRoom, speaker } from '../prompts/world.ts';
import { until } from '../outbox/world.ts';

let prompts: Prompts;
let place: ChatPlace;
let ann: Speaker;
let bob: Speaker;

beforeEach(async () => {
  ({ prompts, place, ann, bob } = await openRoom());
});
afterEach(() => prompts.close());

describe('whoever manages a community', () => {
  test('sees on one card what is set, and that nothing is', async () => {
    expect(await ann.say('/settings')).toBe(
      [
        'Settings of this community',
        'What nobody chose is as it always was. Every change is recorded.',
        '',
        'My posts: in the language of this community, else of whoever sets them up',
        'Time zone: UTC, unless a schedule says otherwise',
        'Answers: only whoever asks sees them',
        'Managers: the administrators',
        'Counts: on',
        'Commands: all commands',
        'Reports and notices: posted nowhere',
        '',
        'My posts: in English · in Spanish · in German · in Brazilian Portuguese · not set',
        'Answers: only whoever asks sees them · everybody in the channel sees them',
        '[Zone and commands]',
        '[In this channel]',
        '[Who changed what]',
        '[Count nothing]',
      ].join('\n'),
    );
  });

  test('changes several at once by typing, is told what changed, and finds who did it', async () => {
    const said = await ann.say('/settings zone:Madrid language:de');
    expect(said).toContain('My posts: not set → in German\nTime zone: not set → Europe/Madrid');
    expect(said).toContain('Time zone: Europe/Madrid\n');
    expect(await ann.say('/settings language:de')).toContain('It was so already: nothing was changed.');
    expect(await ann.say('/settings language:none')).toContain('My posts: in German → not set');
    const history = await ann.say('/settings history');
    expect(history).toMatch(/• My posts: in German → not set\n.* Europe\/Madrid · ann\n• Time zone: not set/);
    expect(await ann.say('/settings')).toContain('My posts: in the language of this community');
  });

  test('picks from the menus of the card', async () => {
    const spanish = actionsOf(await ann.ask('/settings')).flatMap((action) =>
      action.kind === 'choose' ? action.choices.filter(({ label }) => label === 'in Spanish') : [],
    );
    expect(spanish).toHaveLength(1);
    const [choice] = spanish;
    expect(choice && (await ann.press(choice.ask))).toContain('My posts: not set → in Spanish');
  });

  test('fills in a form, where what is set stands already', async () => {
    await ann.ask('/settings zone:Madrid refuse:course');
    const form = await prompts.bot.form({ command: 'settings', values: {}, ...FROM_ANN });
    expect(isForm(form) && speakData(form, 'en')).toMatchObject({
      title: 'Zone and commands',
      fields: [
        { name: 'zone', value: 'Europe/Madrid' },
        { name: 'allow', placeholder: 'role, salary' },
        { name: 'refuse', value: 'course' },
      ],
    });
    const filled = { zone: 'Berlin', allow: '', refuse: 'course, rank' };
    expect(await ann.press({ command: 'settings', values: filled })).toContain(
      'Time zone: Europe/Madrid → Europe/Berlin\nNot these commands: /course → /course, /rank',
    );
  });

  test.each([
    ['/settings zone:Xanadu9', '"Xanadu9" is no time zone that I know: give a city, such as Madrid'],
    ['/settings zone:cet', 'Pick the city whose time you mean.'],
    ['/settings language:fr', '"fr" is no language: choose one of en, es, de, pt-BR, none.'],
    ['/settings answers:all', '"all" is no answers: choose one of private, everyone, default.'],
    ['/settings counts:maybe', '"maybe" is no counts: choose one of on, off.'],
    ['/settings refuse:cours', 'Did you mean course?'],
    ['/settings refuse:settings', 'choose of ask, role, salary'],
    ['/settings allow:help', 'can be kept out of a channel'],
    ['/settings colour:blue', '/settings has no "colour".'],
    ['/settings channel:"the hall"', 'I cannot tell which channel "the hall" is'],
    ['/settings reports:locked1', 'I need "Send Messages" there.'],
    ['/settings managers:mods77', 'This place has no roles or groups that could manage.'],
    ['/settings managers:somebody-else', 'I cannot tell which role "somebody-else" is'],
  ])('is told of %s what to choose, and nothing is changed', async (line, told) => {
    expect(await ann.say(line)).toContain(told);
    expect(await ann.say('/settings history')).toContain('Nobody changed a setting here within a year.');
  });

  test('is answered in the language they read', async () => {
    const eva = speaker(prompts.bot, { locale: 'de' });
    expect(await eva.say('/settings zone:Berlin refuse:course')).toContain(
      'Zeitzone: nicht gewählt → Europe/Berlin\nDiese Befehle nicht: nicht gewählt → /course',
    );
  });
});

const FROM_ANN = {
  asker: { id: 'ann', locale: 'en', manages: true },
  place: { on: 'chat', community: 'C', channel: 'careers1' },
};

describe('what a community chose', () => {
  test('is its zone and language where a schedule says nothing else', async () => {
    await ann.ask('/settings zone:Madrid language:de');
    const said = await ann.say('/prompts add ml-engineer when:"mon 09:00"');
    expect(said).toContain('every Monday at 09:00 Europe/Madrid');
    expect(said).toContain('in German');
    const own = await ann.say('/prompts add data-engineer when:"mon 09:00" zone:Lima language:es');
    expect(own).toContain('every Monday at 09:00 America/Lima');
    expect(own).toContain('in Spanish');
  });

  test('is the language of its reports', async () => {
    await ann.ask('/settings reports:admins1 language:de');
    await bob.ask('/report "salary ml-engineer" what:"It is of 2023."');
    const [job] = await until(
      () => place.jobs,
      (jobs) => jobs.length > 0,
    );
    expect(job?.channel).toBe('admins1');
    expect(job && postOf(job)?.language).toBe('de');
  });

  test('is its channel for reports by either command, and both are recorded', async () => {
    await ann.ask('/settings reports:admins1');
    expect(await ann.say('/reports')).toContain('New ones are posted in admins1.');
    await ann.ask('/reports channel admins2');
    expect(await ann.say('/settings')).toContain('Reports and notices: posted in admins2');
    await ann.ask('/settings reports:none');
    expect(await ann.say('/settings history')).toMatch(
      /posted in admins2 → not set[^]*posted in admins1 → posted in admins2[^]*not set → posted in admins1/,
    );
  });

  test('ends its counts, and says so', async () => {
    await bob.ask('/role goatherd');
    expect(await ann.say('/settings counts:off')).toContain('Counts: not set → off');
    await bob.ask('/role llama wizard');
    const said = await ann.say('/misses');
    expect(said).toContain('goatherd');
    expect(said).not.toContain('llama');
    await ann.ask('/settings counts:on');
    await bob.ask('/role unicorn dentist');
    expect(await ann.say('/misses')).toContain('unicorn dentist');
  });

  test('is nobody else’s: another community has its own', async () => {
    const dora = speaker(prompts.bot, { id: 'dora', community: 'D' });
    await ann.ask('/settings zone:Madrid refuse:course');
    expect(await dora.say('/settings')).toContain('Time zone: UTC');
    expect(await dora.say('/settings history')).toContain('Nobody changed a setting');
    expect(await dora.say('/course python')).not.toContain('keeps /course out');
    await dora.ask('/settings zone:Lima');
    expect(await ann.say('/settings')).toContain('Time zone: Europe/Madrid');
  });
});

describe('a member', () => {
  test('may neither see nor change it, by whichever road', async () => {
    for (const line of ['/settings', '/settings history', '/settings zone:Madrid'])
      expect(await bob.say(line)).toContain('/settings is for those who may manage this community');
    for (const ask of asksOf(await ann.ask('/settings')))
      expect(await bob.press(ask)).toContain('is for those who may manage');
    const from = { ...FROM_ANN, asker: { id: 'bob', locale: 'en', manages: false } };
    expect(isForm(await prompts.bot.form({ command: 'settings', values: {}, ...from }))).toBe(false);
    const typing = { command: 'settings', option: 'zone', typed: 'mad', ...from };
    expect(prompts.bot.suggest(typing, 5)).toEqual([]);
    expect(prompts.bot.suggest({ ...typing, ...FROM_ANN }, 5)).not.toEqual([]);
    expect(await ann.say('/settings history')).toContain('Nobody changed a setting');
  });
});
