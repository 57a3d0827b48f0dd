import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { readPost } from './posted.ts';
import { type Post, type PostedPrompt, postOf } from '../../src/prompts/content.ts';
import type { SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import { openStore } from '../../src/store/store.ts';
import { labelsOf } from '../commands/talk.ts';
import { until } from '../outbox/world.ts';
import type { ChatPlace, Prompts, Speaker } from './world.ts';
import { makeDue, NOW, openRoom, speaker } from './world.ts';

let prompts: Prompts;
let place: ChatPlace;
let ann: Speaker;
let uwe: Speaker;

beforeEach(async () => {
  ({ prompts, place, ann } = await openRoom());
  uwe = speaker(prompts.bot, { id: 'uwe', locale: 'de' });
});
afterEach(() => prompts.close());

const ADD = '/prompts add ml-engineer when:"mon 09:00"';

/** A post in the words that its readers see. */
type Posted = PostedPrompt & Omit<Post, 'reply'> & { readonly reply: SpokenReply };

/** What is posted next, whoever asks for it. */
async function posted(): Promise<Posted> {
  const before = place.jobs.length;
  await ann.ask('/prompts test');
  const [job] = await until(
    () => place.jobs.slice(before),
    (jobs) => jobs.length > 0,
  );
  const content = readPost(job?.content);
  if (content === null) throw new Error('Nothing was posted.');
  return { ...content, reply: speakReply(content.reply, content.language) };
}

describe('the language of the posts', () => {
  test('is that of whoever makes the schedule, with the prompt in the words of its translator', async () => {
    expect(await uwe.say(ADD)).toMatch(/\d\d Wochenaufgaben, jede einmal; nach der letzten pausiert er/);
    const { reply } = await posted();
    expect(reply.language).toBe('de');
    expect(reply.title).toContain('Test · Woche 1 zu ML Engineer · Splits ohne Leak');
    expect(labelsOf(reply)).toEqual(['Ich bin dabei', 'Erledigt', 'Auslassen', 'Tipp']);
    expect(plain(reply, 'en')).toContain('Bauen Nimm einen Datensatz mit Datum.');
  });

  test('is that of the community where the place tells it', async () => {
    const eva = speaker(prompts.bot, { locale: 'de', here: { locale: 'pt-BR' } });
    expect(await eva.say(ADD)).toContain('auf brasilianischem Portugiesisch');
    expect((await posted()).reply.title).toContain('Semana 1 de ML Engineer');
  });

  test('is what it is told to be, and can be changed; the next post follows', async () => {
    expect(await uwe.say(`${ADD} language:en`)).not.toContain('auf Englisch');
    expect((await posted()).reply.title).toContain('Test · Week 1 of ML Engineer');
    expect(await ann.say('/prompts edit language:es')).toContain('in Spanish');
    const { reply } = await posted();
    expect(reply.title).toContain('Prueba · Semana 1 de ML Engineer');
    expect(await ann.say('/prompts edit language:fr')).toContain('choose one of en, es, de, pt-BR');
  });

  test('is shown in a preview, to readers of any other', async () => {
    await uwe.ask(ADD);
    const [schedule] = await prompts.service.community.schedules.list('chat:C');
    const preview = await ann.ask(`/prompts preview ${schedule?.schedule.id ?? ''}`);
    expect(preview.title).toContain('Woche 1 zu ML Engineer · Splits ohne Leak');
    expect(preview.language).toBe('de');
    expect((await uwe.ask('/prompts preview ml-engineer')).title).toContain('Woche 1 zu ML Engineer');
    expect((await ann.ask('/prompts preview ml-engineer')).title).toContain('Week 1 of ML Engineer');
  });

  test('is kept with the schedule, and prompts that are written in it are posted in it', async () => {
    await uwe.ask('/prompts add backend-developer when:"mon 09:00" zone:Europe/Berlin');
    const store = await openStore({ file: prompts.file });
    const [kept] = await store.schedules.list('chat:C');
    await store.close();
    expect(kept?.content).toMatchObject({ track: 'backend-developer', language: 'de' });
    const { reply, title } = await posted();
    expect(reply.title).toBe(`Test · Woche 1 zu Backend Developer · ${title} · etwa zehn Minuten`);
    const texts = plain(reply, 'en');
    const english = plain(await ann.ask('/prompts preview backend-developer'), 'en');
    const [lead, ...parts] = english.split('\n').filter((line) => line.length > 60);
    expect(parts.length).toBeGreaterThan(1);
    expect([lead ?? '', ...parts].filter((line) => texts.includes(line))).toEqual([]);
    expect(texts).toContain('Bauen Melde dich');
  });

  test('is that of the line that says a post comes late', async () => {
    await uwe.ask(ADD);
    await posted();
    const [job] = place.jobs;
    const late = job === undefined ? null : postOf({ ...job, late: true });
    if (late === null) throw new Error('Nothing was posted.');
    expect(speakReply(late.reply, late.language).body.at(-1)).toEqual({
      kind: 'note',
      text: ['Verspätet: Zum Termin lief nichts.'],
    });
  });
});

test('what is kept of a run is told to each reader in their own language', async () => {
  await ann.ask(ADD);
  await posted();
  expect(await uwe.say('/prompts why log:yes')).toMatch(
    /Gepostet am \w+tag um [\d:]{8}, pünktlich[^]*Der Beitrag wurde gepostet: in careers1 am \d+\.\d+\.\d{4}, [\d:]+ UTC\./,
  );
  expect(await uwe.say('/prompts skip')).toContain('seine Wochenaufgabe kommt beim nächsten Mal');
  expect(await ann.say('/prompts why')).toContain('Left out: An administrator left it out.');
  expect(await uwe.say('/prompts why')).toContain('Ausgelassen: Ein Admin hat ihn ausgelassen.');
  expect(await uwe.say('/prompts why log:yes')).toMatch(/wurde am .* ausgelassen: Ein Admin/);
});

test('whoever made a schedule is told of a channel that is paused in its language, by the name of the channel', async () => {
  await uwe.ask(`/prompts add ml-engineer when:"${NOW}" late:24`);
  place.refuses = true;
  await makeDue(prompts.file);
  const [told] = await until(
    () => place.told,
    (all) => all.length > 0,
  );
  expect(told).toMatch(
    /^uwe: ML Engineer, zu eigenen Zeiten: careers1 ist pausiert, .*3-mal.* Missing Access\./,
  );
  expect(await ann.say('/prompts list')).toContain('The channel is paused: Missing Access. Mend that, then');
  expect(await uwe.say('/prompts list')).toContain('Der Kanal ist pausiert: Missing Access.');
});

test('a member who reads another language presses the same buttons', async () => {
  await ann.ask(ADD);
  const { reply } = await posted();
  const done = reply.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []))[1];
  if (done?.kind !== 'ask') throw new Error('There is no button.');
  expect(await uwe.press(done.ask)).toContain('Erledigt: Splits that do not leak\nDiese Woche zählt.');
  expect(await uwe.say('/study')).toContain('Eine Woche in Folge.');
  expect(await uwe.say('/prompts list')).toContain('Ein Zeitplan hier.');
  expect(await uwe.say('/prompts list')).toContain('jeden Montag um 09:00 UTC · hier · als Nächstes');
});
