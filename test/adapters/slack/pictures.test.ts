import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { altOf } from '../../../src/chart/alt.ts';
import { silentLog } from '../../../src/log.ts';
import type { Pictures } from '../../../src/picture/pictures.ts';
import { MAP } from '../../charts.ts';
import { pictureBot } from '../picture-bot.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse } from './driver.ts';
import { faultsOf } from './judge.ts';
import type { Exchange } from './peer.ts';

let house: House | undefined;
afterEach(() => house?.stop());

const PNG = Buffer.from('a picture');
const ready: Pictures = { draw: async () => ({ name: 'map.png', png: PNG }) };

async function start(pictures: Pictures = ready): Promise<House> {
  house = await openHouse(pictureBot(), silentLog, pictures);
  return house;
}

async function answers({ answers: all }: Exchange, count: number) {
  while (all.length < count) await sleep(5);
  return all;
}

const image = { type: 'image', slack_file: { id: 'F1' }, alt_text: altOf(MAP, 'en') };

describe('a picture on Slack', () => {
  test('the words come first, then the picture below them', async () => {
    const { peer } = await start();
    const [first, second] = await answers(peer.command('/look'), 2);
    expect(JSON.stringify(first)).toContain('In: Data Engineer');
    expect(second?.blocks).toContainEqual(image);
    expect(second).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(faultsOf(second ?? {})).toEqual([]);
    expect(peer.uploads.get('F1')?.includes(PNG)).toBe(true);
  });

  test('an answer that was put in the place of another gets its picture there', async () => {
    const { peer } = await start();
    const [first = {}] = await answers(peer.command('/look'), 2);
    const [, second] = await answers(peer.act(actionFor(first, 'Again')), 2);
    expect(second?.blocks).toContainEqual(image);
    expect(second).toMatchObject({ replace_original: true });
    expect(peer.uploads.size).toBe(1);
  });

  test('what is shown to everybody has its picture too', async () => {
    const { peer } = await start();
    const [first = {}] = await answers(peer.command('/look'), 2);
    const [, second] = await answers(peer.act(actionFor(first, 'Show to channel')), 2);
    expect(second?.blocks).toContainEqual(image);
    expect(second).toMatchObject({ response_type: 'in_channel' });
  });

  test('without the scope the answers stay in words, and nothing more is tried', async () => {
    const { peer } = await start();
    peer.script('files.getUploadURLExternal', { body: { ok: false, error: 'missing_scope' } });
    await answers(peer.command('/look'), 1);
    await sleep(50);
    const second = await answers(peer.command('/look'), 1);
    await sleep(50);
    expect(second).toHaveLength(1);
    expect(peer.calls.filter(({ method }) => method.startsWith('files.'))).toHaveLength(1);
  });

  test('where drawing fails, the words stay', async () => {
    const { peer } = await start({ draw: () => Promise.reject(new Error('no paint')) });
    const all = await answers(peer.command('/look'), 1);
    await sleep(50);
    expect(all).toHaveLength(1);
  });

  test('a file that is not ready yet is shown a little later', async () => {
    const { peer } = await start();
    const exchange = peer.command('/look');
    await answers(exchange, 1);
    peer.script('response', { status: 400, body: { ok: false, error: 'invalid_blocks' } });
    const [, second] = await answers(exchange, 2);
    expect(second?.blocks).toContainEqual(image);
  });
});
