import { expect, onTestFinished, test } from 'vitest';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import { command, press } from './deeds.ts';
import { openDiscord } from './driver.ts';
import { textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';
import { USER } from './peer.ts';

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };
const DIRECT = { guild_id: undefined, member: undefined, user: { id: USER } };

test('what was done under a prompt in a server is in /study in a direct message', async () => {
  const prompts = await openPrompts();
  const open = await openDiscord(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await open.stop();
  });
  prompts.service.start([open.adapter]);
  const { peer } = open;
  const said = async (deed: Deed) => {
    const exchange = peer.interact(deed);
    const text = textsOf(await exchange.answered).join('\n');
    return [...exchange.faults, text].join('\n');
  };
  expect(await said({ ...command('study'), ...DIRECT })).toContain('Nothing yet');
  await said({ ...command('prompts add', { track: 'ml-engineer', when: 'mon 09:00' }), ...MANAGER });
  await said({ ...command('prompts test'), ...MANAGER });
  const [message] = await until(
    () => peer.channels.messages,
    (messages) => messages.length > 0,
  );
  const rows = (message?.body['components'] ?? []) as { components: { custom_id: string }[] }[];
  expect(await said(press(rows[0]?.components[1]?.custom_id ?? '', false))).toContain('This week counts.');
  expect(await said({ ...command('study'), ...DIRECT })).toContain('ML Engineer: 1 done');
});
