import { expect, onTestFinished, test } from 'vitest';
import { aPack } from '../../knowledge/pack.ts';
import { SHORT_TRACKS } from '../../prompts/short-tracks.ts';
import { dueBefore, makeDue, NOW, openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import { command, press } from './deeds.ts';
import { openDiscord } from './driver.ts';
import { textsOf } from './exchange.ts';
import { USER } from './peer.ts';

const as = (permissions: string) => ({ member: { user: { id: USER }, roles: [], permissions } });
const MANAGER = as('32');
const MEMBER = as('0');

test('a track that is over says so in its channel, with a button that starts the next one for a manager', async () => {
  const prompts = await openPrompts(undefined, { packs: [aPack(SHORT_TRACKS)] });
  const open = await openDiscord(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await open.stop();
  });
  prompts.service.start([open.adapter]);
  const { peer } = open;
  const say = async (name: string, values: Record<string, string> = {}) =>
    textsOf(await peer.interact({ ...command(name, values), ...MANAGER }).answered).join('\n');
  const posted = async (count: number) => {
    const messages = await until(
      () => peer.channels.messages,
      (seen) => seen.length === count,
    );
    return messages.at(-1)?.body;
  };
  await say('prompts add', { track: 'ml-engineer', when: dueBefore(1) });
  await makeDue(prompts.file, 1);
  expect(JSON.stringify(await posted(1))).toContain('the last one of this track');
  await say('prompts edit', { when: NOW });
  await makeDue(prompts.file);
  const notice = await posted(2);
  expect(JSON.stringify(notice)).toContain('The one prompt of ML Engineer was posted');
  const rows = notice?.['components'] as { components: { custom_id: string; label: string }[] }[];
  const [start] = rows.flatMap(({ components }) => components);
  expect(start?.label).toBe('Start Data Engineer');
  const pressed = async (who: typeof MANAGER) => {
    const exchange = peer.interact({ ...press(start?.custom_id ?? '', false), ...who });
    const text = textsOf(await exchange.answered).join('\n');
    expect([exchange.faults, exchange.isPrivate]).toEqual([[], true]);
    return text;
  };
  expect(await pressed(MEMBER)).toContain('is for those who may manage this community');
  expect(await pressed(MANAGER)).toContain('Data Engineer, at times of its own goes on');
  expect(await say('prompts preview')).toContain('Week 1 of Data Engineer · Grain');
  const [told] = await until(
    () => peer.channels.told,
    (all) => all.length > 0,
  );
  expect(told?.body['content']).toContain('Next could be Data Engineer');
});
