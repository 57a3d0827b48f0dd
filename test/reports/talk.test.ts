import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { actionsOf, asksOf } from '../commands/talk.ts';
import type { Prompts, Speaker } from '../prompts/world.ts';
import { openPrompts, openRoom, speaker } from '../prompts/world.ts';
import { speakData } from '../../src/message/speak.ts';

let prompts: Prompts;
let ann: Speaker;
let bob: Speaker;

beforeEach(async () => {
  ({ prompts, ann, bob } = await openRoom());
});
afterEach(() => prompts.close());

const LATE =
  '/report "salary ml-engineer" what:"The senior figure is of 2023." right:"$210K" source:https://a.example/pay';

/** The id in the report that waits longest. */
async function waiting(): Promise<string> {
  const accept = asksOf(await ann.ask('/reports')).find(({ command }) => command === 'reports accept');
  return accept?.values['id'] ?? '';
}

describe('a member', () => {
  test('finds the button on every answer with facts, and on why', async () => {
    for (const line of [
      '/salary ml-engineer',
      '/why salary ml-engineer',
      '/ask what do ml engineers earn?',
    ]) {
      const form = actionsOf(await bob.ask(line)).find(({ kind }) => kind === 'form');
      expect(form).toMatchObject({ label: 'Report a mistake', ask: { command: 'report' } });
    }
    expect(actionsOf(await bob.ask('/help')).some(({ kind }) => kind === 'form')).toBe(false);
  });

  test('is asked what is wrong by a form that knows the question', async () => {
    const [form] = actionsOf(await bob.ask('/salary ml-engineer')).filter(({ kind }) => kind === 'form');
    const ask = form?.kind === 'form' ? form.ask : undefined;
    expect(ask?.values).toEqual({ about: 'salary ml-engineer' });
    const opened = await prompts.bot.form({ command: 'report', values: ask?.values ?? {}, ...FROM_BOB });
    expect(speakData(opened, 'en')).toMatchObject({
      title: 'Report a mistake',
      fields: [
        { name: 'what', required: true, hint: 'In the answer to /salary ml-engineer' },
        { name: 'right' },
        { name: 'source' },
      ],
    });
  });

  test('reports, and is told who reads it and where it can be followed', async () => {
    const said = await bob.say(LATE);
    expect(said).toContain(
      'Reported, thank you\nThose who manage this community read it, without your name.',
    );
    expect(said).toContain('/study shows what became of it.');
    expect(said).toContain('Right: $210K');
    expect(said).toContain('[See the answer]');
    const shown = await ann.say('/reports');
    expect(shown).toContain('One report waits for a decision. New ones are posted nowhere');
    expect(shown).toContain('Reported: /salary ml-engineer\nThe senior figure is of 2023.');
    expect(shown).toContain('a.example (https://a.example/pay)');
    expect(shown).not.toContain('bob');
  });

  test('who says nothing yet is given the form', async () => {
    const reply = await bob.ask('/report "salary ml-engineer"');
    expect(plain(reply, 'en')).toContain(
      'What is wrong?\nPress the button, or type it: /report "salary ml-engineer" what:"…".',
    );
    expect(actionsOf(reply)).toMatchObject([
      { kind: 'form', ask: { values: { about: 'salary ml-engineer' } } },
    ]);
  });

  test.each([
    [
      'a file as a source',
      'what:wrong source:file:///etc/passwd',
      'I cannot take "file:///etc/passwd" as a source',
    ],
    ['a script as a source', 'what:wrong source:javascript:alert(1)', 'give one public address'],
    ['a password in the source', 'what:wrong source:https://me:pw@a.example', 'give one public address'],
    ['an address in the words', 'what:"See https://a.example/x"', 'Take the address out of the sentence'],
    ['501 letters', `what:${'x'.repeat(501)}`, 'That has 501 letters, and 500 is the most'],
    ['301 letters', `what:wrong right:${'x'.repeat(301)}`, 'That has 301 letters, and 300 is the most'],
    [
      'a long address',
      `what:wrong source:https://a.example/${'x'.repeat(300)}`,
      'The address is longer than 300 letters',
    ],
  ])('with %s is told what to do, and keeps the words', async (_, words, sentence) => {
    const said = await bob.say(`/report "salary ml-engineer" ${words}`);
    expect(said).toContain(`Not reported yet\n`);
    expect(said).toContain(sentence);
    expect(said).toContain('Your words');
    expect(said).toContain('[Report a mistake]');
    expect(await ann.say('/reports')).toContain('No report waits for a decision.');
  });

  test.each([
    ['500 letters', `what:${'x'.repeat(500)}`],
    ['an address without https', 'what:wrong source:http://a.example/'],
  ])('may send %s', async (_, words) => {
    expect(await bob.say(`/report "salary ml-engineer" ${words}`)).toContain('Reported, thank you');
  });

  test('sends five in a day, and is told when the sixth can be sent; others still can', async () => {
    for (const n of [1, 2, 3, 4, 5])
      expect(await bob.say(`/report "role sre" what:"Wrong ${n}"`)).toContain('Reported');
    expect(await bob.say('/report "role sre" what:again')).toContain(
      'You have sent 5 reports within a day: the next one can be sent in 24 hours.',
    );
    expect(await speaker(prompts.bot, { id: 'eve' }).say('/report "role sre" what:mine')).toContain(
      'Reported',
    );
    expect(await ann.say('/reports')).toContain('Six reports wait for a decision.');
  });

  test('who presses the examples of the help reports nothing', async () => {
    for (const ask of asksOf(await bob.ask('/help report'))) await bob.press(ask);
    expect(await ann.say('/reports')).toContain('No report waits');
  });

  test('cannot read, decide, export or choose the channel', async () => {
    await bob.ask(LATE);
    const id = await waiting();
    for (const line of ['', ` ${id}`, ` accept ${id}`, ` dismiss ${id}`, ' export', ' channel'])
      expect(await bob.say(`/reports${line}`)).toContain('is for those who may manage this community');
    const form = await prompts.bot.form({ command: 'reports dismiss', values: { id }, ...FROM_BOB });
    expect(speakData(form, 'en')).toMatchObject({
      tone: 'problem',
      lead: [expect.stringContaining('those who may manage')],
    });
    expect(await waiting()).toBe(id);
  });

  test('in another community is another community’s business', async () => {
    await bob.ask(LATE);
    const eve = speaker(prompts.bot, { id: 'eve', community: 'D' });
    expect(await eve.say('/reports')).toContain('No report waits');
    expect(await eve.say(`/reports accept ${await waiting()}`)).toContain('I have no report');
  });

  test('outside of a community, or of a running bot, is told where to go before typing anything', async () => {
    const asker = { id: 'bob', locale: 'en', manages: false };
    const values = { about: 'salary ml-engineer' };
    const direct = { asker, place: { on: 'chat', community: null, channel: 'd1' } };
    expect(speakData(await prompts.bot.form({ command: 'report', values, ...direct }), 'en')).toMatchObject({
      lead: [expect.stringContaining('Ask me this in a channel of your community')],
    });
    const nowhere = { asker, place: { community: null, channel: null } };
    expect(
      speakData(
        await prompts.bot.answer({ command: 'report', values: { ...values, what: 'x' }, ...nowhere }),
        'en',
      ),
    ).toMatchObject({
      lead: ['Reports need a running bot: start it with npm start.'],
    });
  });
});

const FROM_BOB = {
  asker: { id: 'bob', locale: 'en', manages: false },
  place: { on: 'chat', community: 'C', channel: 'careers1' },
};
const FROM_ANN = { ...FROM_BOB, asker: { id: 'ann', locale: 'en', manages: true } };

describe('a manager', () => {
  test('accepts one, and finds it in the export', async () => {
    await bob.ask(LATE);
    const id = await waiting();
    const said = await ann.say(`/reports accept ${id}`);
    expect(said).toContain('Accepted: /salary ml-engineer\n/reports export has it');
    expect(await bob.say('/study')).toContain('accepted');
    expect(await ann.say('/reports')).toContain('No report waits');
    const exported = await ann.say('/reports export');
    expect(exported).toContain('One mistake to correct in the data.');
    expect(exported).toContain(`${id} /salary ml-engineer · The senior figure is of 2023. · Right: $210K`);
  });

  test('dismisses one by a form, with a reason or without', async () => {
    await bob.ask(LATE);
    const id = await waiting();
    const form = await prompts.bot.form({ command: 'reports dismiss', values: { id }, ...FROM_ANN });
    expect(speakData(form, 'en')).toMatchObject({
      title: `Dismiss report ${id}`,
      fields: [{ name: 'reason' }],
    });
    expect(await ann.say(`/reports dismiss ${id} reason:"It says 2026."`)).toContain('"It says 2026."');
    expect(await bob.say('/study')).toContain('dismissed: It says 2026.');
    expect(await ann.say(`/reports accept ${id}`)).toContain('Accepted');
    expect(await ann.say(`/reports dismiss ${id}`)).toContain('Whoever sent it sees that in /study.');
    expect(await ann.say('/reports export')).toContain('No report was accepted yet');
  });

  test('looks at any of several', async () => {
    for (const n of [1, 2, 3]) await bob.ask(`/report "role sre" what:"Wrong ${n}"`);
    const reply = await ann.ask('/reports');
    expect(plain(reply, 'en')).toContain('Three reports wait for a decision.');
    expect(plain(reply, 'en')).toContain('Reported: /role sre\nWrong 1');
    const other = asksOf(reply).find(({ command }) => command === 'reports');
    expect(await ann.press(other ?? { command: '', values: {} })).toContain('Reported: /role sre\nWrong 2');
    expect(await ann.say('/reports nothing')).toContain('I have no report "nothing"');
  });
});

test('a report outlives the process, and so do its buttons', async () => {
  await bob.ask(LATE);
  const id = await waiting();
  await prompts.service.stop();
  const again = await openPrompts(prompts.file);
  expect(await speaker(again.bot).say(`/reports accept ${id}`)).toContain('Accepted');
  await again.close();
});

test('who sent it can be forgotten; the report stays', async () => {
  await bob.ask(LATE);
  expect(await bob.say('/study export')).toContain('The senior figure is of 2023.');
  expect(await bob.say('/study forget yes')).toContain('One report of a mistake, for whoever corrects it.');
  expect(await bob.say('/study')).toContain('Nothing yet');
  expect(await ann.say('/reports')).toContain('The senior figure is of 2023.');
});

test('without a store a report is refused with what to do', async () => {
  const broken = await openPrompts('/dev/null/rolecall.sqlite');
  const said = await speaker(broken.bot).say(LATE);
  expect(said).toContain('I cannot keep or look up reports now: try again in a few minutes.');
  expect(said).toContain('The database may not be opened or written;');
  expect(said).not.toContain('rolecall.sqlite');
  await broken.close();
});
