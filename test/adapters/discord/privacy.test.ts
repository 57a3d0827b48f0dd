import { expect, onTestFinished, test, vi } from 'vitest';
import { openPrompts } from '../../prompts/world.ts';
import { command } from './deeds.ts';
import { openDiscord } from './driver.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';
import { USER } from './peer.ts';

const OTHER = '900000000000000044';
const other = { member: { user: { id: OTHER }, roles: [], permissions: '0' } };
const ELSEWHERE = {
  guild_id: '900000000000000022',
  authorizing_integration_owners: { 0: '900000000000000022' },
};

const report = (what: string) => command('report', { about: 'role sre', what });

test('a member gets what is kept of them as a file, in private, and has it deleted in every server', async () => {
  const prompts = await openPrompts();
  const open = await openDiscord(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await open.stop();
  });
  const { peer } = open;
  const done = async (deed: Deed) => {
    const exchange = peer.interact(deed);
    const message = await exchange.answered;
    expect(exchange.faults).toEqual([]);
    expect(exchange.isPrivate).toBe(true);
    return { exchange, message, text: textsOf(message).join('\n') };
  };
  await done(report('Mine, here.'));
  await done({ ...report('Mine, elsewhere.'), ...ELSEWHERE });
  await done({ ...report('Of somebody else.'), ...other });

  const { exchange } = await done(command('privacy export'));
  await vi.waitUntil(() => exchange.edits.length > 0);
  expect(exchange.edits[0]?.attachments).toEqual([
    { id: '0', filename: 'rolecall-export.json', description: 'rolecall-export.json' },
  ]);
  const file = JSON.parse(Buffer.from(peer.files.get('rolecall-export.json') ?? []).toString()) as object;
  expect(file).toMatchObject({
    place: 'discord',
    member: USER,
    reports: [{ what: 'Mine, here.' }, { what: 'Mine, elsewhere.' }],
  });
  expect(JSON.stringify(file)).not.toContain('somebody else');

  const asked = await done(command('privacy delete'));
  const yes = controlsOf(asked.message, true).find(({ label }) => label === 'Delete it all');
  expect((await done(yes?.deed ?? {})).text).toContain('Two reports of mistakes');
  expect((await done(command('privacy show'))).text).toContain('I keep nothing about you');
  expect((await done({ ...command('privacy show'), ...other })).text).toContain('Of somebody else.');
});
