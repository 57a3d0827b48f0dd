import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createBot } from '../../src/bot.ts';
import { defineCommand } from '../../src/command.ts';
import type { Log } from '../../src/log.ts';
import { plain } from '../../src/plain.ts';
import { offlineCommunity } from '../../src/community/offline.ts';
import type { Reply } from '../../src/reply.ts';
import { openStore } from '../../src/store/store.ts';
import { emptyKnowledge } from '../empty-knowledge.ts';
import { ADDRESSES } from '../store/stores.ts';
import type { Prompts } from '../prompts/world.ts';
import { chatPlace, openPrompts } from '../prompts/world.ts';

const from = {
  asker: { id: 'ann', locale: 'en', manages: true },
  place: { on: 'chat', community: 'C', channel: 'careers1' },
};

const bots: Prompts[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.close();
});

let last = 0;
const done = new Set<string>();

/** What becomes of one press that is heard six times, by two processes: the answer of whoever acts. */
async function heardOften(command: string, values: Record<string, string>): Promise<string> {
  const id = `9000${++last}`;
  const heard = [...bots, ...bots, ...bots].map(({ bot }) => bot.answer({ id, command, values, ...from }));
  const replies = await Promise.all(heard);
  const acted = replies.filter(({ repeated }) => repeated !== true);
  expect([command, acted.map(({ tone }) => tone)]).toEqual([command, ['answer']]);
  expect(replies.filter(isRepeat)).toHaveLength(5);
  done.add(command);
  return plain(acted[0] as Reply, 'en');
}

const isRepeat = (reply: Reply) => plain(reply, 'en').includes('took that up the first time');

describe.each(ADDRESSES)('two processes on one store, %s, that hear the same', (_, newAddress) => {
  test('do all that can be asked for once, and a repeat changes nothing', async () => {
    const address = await newAddress();
    bots.push(await openPrompts(undefined, { address }), await openPrompts(undefined, { address }));
    for (const { service } of bots) service.start([chatPlace()]);
    const store = await openStore(address);
    await heardOften('prompts add', { track: 'ml-engineer', when: 'mon 09:00' });
    const [schedule] = await store.schedules.list('chat:C');
    const { id = '' } = schedule ?? {};
    for (const word of ['edit', 'pause', 'resume', 'skip', 'test'])
      await heardOften(`prompts ${word}`, {
        schedule: id,
        ...(word === 'edit' ? { when: 'tue 10:00' } : {}),
      });
    const runs = await store.ledger.occurrences(id, 9);
    expect(runs.map(({ state }) => state).sort()).toEqual(['claimed', 'skipped']);
    const run = runs.find(({ state }) => state === 'claimed')?.id ?? '';
    for (const word of ['join', 'done', 'skip']) await heardOften(`study ${word}`, { run });
    await heardOften('reports channel', {});
    await heardOften('settings', { zone: 'Madrid' });
    expect(await store.settings.history('chat:C', 9)).toHaveLength(2);
    await heardOften('report', { about: 'role sre', what: 'The pay is from 2019.' });
    const reports = await store.reports.list('chat:C', 'open');
    expect(reports).toHaveLength(1);
    const report = { id: reports[0]?.id ?? '' };
    await heardOften('reports accept', report);
    await heardOften('reports dismiss', { ...report, reason: 'It is from 2026.' });
    await heardOften('prompts propose', { build: 'Chart the pay.', track: 'sre' });
    const proposals = await store.proposals.list('chat:C');
    expect(proposals).toHaveLength(1);
    const proposal = { id: proposals[0]?.id ?? '' };
    await heardOften('prompts accept', proposal);
    await heardOften('prompts decline', { ...proposal, reason: 'It is too big.' });
    await heardOften('study forget', { sure: 'yes' });
    await heardOften('privacy delete', { sure: 'yes' });
    await heardOften('prompts remove', { schedule: id });
    expect(await store.schedules.list('chat:C')).toEqual([]);
    await store.close();
    expect([...done].sort()).toEqual(
      commands.flatMap(({ name, changes }) => ((changes ?? false) ? [name] : [])).sort(),
    );
  });

  test('count one question once', async () => {
    const address = await newAddress();
    bots.push(await openPrompts(undefined, { address }), await openPrompts(undefined, { address }));
    const values = { role: 'ml-engineer' };
    for (const id of ['1', '2', '2', '3'])
      for (const { bot } of bots) await bot.answer({ id, command: 'role', values, ...from });
    const told = await Promise.all(bots.map(({ service }) => service.community.counts.report('chat:C')));
    const after = await bots[0]?.service.community.counts.report('chat:C');
    expect(told).toHaveLength(2);
    expect(after?.asked).toMatchObject([{ name: 'ml-engineer', total: 3 }]);
  });
});

test('one press twice by a person is two, and what a terminal hears has no id to claim', async () => {
  bots.push(await openPrompts());
  const [{ bot }] = bots as [Prompts];
  const add = { command: 'prompts add', values: { track: 'sre', when: 'mon 09:00' }, ...from };
  bots[0]?.service.start([chatPlace()]);
  expect(plain(await bot.answer({ id: '1', ...add }), 'en')).toContain('is on');
  for (const id of ['2', undefined, undefined])
    expect(plain(await bot.answer(id === undefined ? add : { id, ...add }), 'en')).toContain('A second one?');
  expect(plain(await bot.answer({ id: '2', ...add }), 'en')).toContain('took that up the first time');
});

const FORGOTTEN = { deleted: 1, stay: { proposals: 0, reports: 0, schedules: 0, settings: 0 } };

test('a command that changes something and does not say so is a fault of ours', async () => {
  const reasons: object[] = [];
  const log: Log = { debug() {}, info() {}, warn() {}, error: (details) => void reasons.push(details) };
  const sly = defineCommand({
    name: 'sly',
    summary: 'Forgets without saying that it does',
    options: {},
    examples: ['sly'],
    shareable: false,
    answer: async (__, { community }) => {
      await community.members.forget({ community: 'chat:C', id: 'ann' });
      return { title: 'Forgotten', lead: ['All of it.'] };
    },
  });
  const members = { ...offlineCommunity.members, forget: async () => FORGOTTEN };
  const community = { ...offlineCommunity, members };
  const parts = { knowledge: emptyKnowledge, clock: () => 0, log, fallback: 'sly', community };
  const reply = await createBot({ commands: [sly], ...parts }).answer({ id: '1', command: 'sly', ...from });
  expect(plain(reply, 'en')).toContain('Something went wrong on my side');
  expect(JSON.stringify(reasons)).toContain('/sly changes something and does not declare it');
});
