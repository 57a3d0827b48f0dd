import { expect, onTestFinished, test } from 'vitest';
import { openPrompts } from '../../prompts/world.ts';
import { command, submit } from './deeds.ts';
import { openDiscord } from './driver.ts';
import { textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';
import { USER } from './peer.ts';

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

test('/prompts add alone opens a form, which makes the schedule; for a member it does not', async () => {
  const prompts = await openPrompts();
  const open = await openDiscord(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await open.stop();
  });
  prompts.service.start([open.adapter]);
  const first = async (deed: Deed) => {
    const exchange = open.peer.interact(deed);
    const callback = await exchange.first;
    expect(exchange.faults).toEqual([]);
    return callback;
  };
  const { type, data } = await first({ ...command('prompts add', { zone: 'Madrid' }), ...MANAGER });
  expect(type).toBe(9);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the judge has looked at it
  const form = data as unknown as { custom_id: string; title: string };
  expect(form.title).toBe('A weekly prompt');
  expect((await first(command('prompts add'))).type).toBe(4);
  const filled = {
    'track#1': 'ML Engineer',
    'when#1': 'every Monday at 9am',
    'zone#1': 'São Paulo',
    'thread#1': ['yes'],
    'pin#1': [],
  };
  const sent = open.peer.interact({ ...submit(form.custom_id, filled), ...MANAGER });
  const said = textsOf(await sent.answered).join('\n');
  expect(sent.faults).toEqual([]);
  expect(said).toContain('ML Engineer, Mondays is on');
  expect(said).toContain('every Monday at 09:00 America/Sao');
});
