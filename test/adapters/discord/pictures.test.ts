// First, as where both places are on: its HTTP client takes over what discord.js sends with.
import '@slack/bolt';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { altOf } from '../../../src/chart/alt.ts';
import { silentLog } from '../../../src/log.ts';
import type { Pictures } from '../../../src/picture/pictures.ts';
import { createPictures } from '../../../src/picture/pictures.ts';
import { MAP } from '../../charts.ts';
import { pictureBot } from '../picture-bot.ts';
import { command } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';

let open: Open | undefined;
afterEach(() => open?.stop());

async function start(pictures: Pictures): Promise<Open> {
  open = await openDiscord(pictureBot(), silentLog, {}, pictures);
  return open;
}

async function edits(exchange: Exchange, count: number): Promise<void> {
  while (exchange.edits.length < count) await sleep(5);
}

async function press(on: Exchange, label: string): Promise<Exchange> {
  const control = controlsOf(await on.answered, true).find((each) => each.label === label);
  if (control === undefined || open === undefined) throw new Error(`There is no "${label}".`);
  return open.peer.interact(control.deed);
}

/** Draws when it is told to. */
function patientPictures(): { readonly pictures: Pictures; readonly finish: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const pictures: Pictures = {
    draw: async () => {
      await promise;
      return { name: 'late.png', png: Buffer.from('late') };
    },
  };
  return { pictures, finish: () => resolve(undefined) };
}

describe('a picture on Discord', () => {
  test('the words come first, then the picture in their stead, with the words for who cannot see it', async () => {
    const pictures = createPictures();
    const { peer } = await start(pictures);
    const exchange = peer.interact(command('look', {}));
    expect(textsOf(await exchange.answered).join('\n')).toContain('In: Data Engineer');
    await edits(exchange, 1);
    const { name, png } = await pictures.draw(MAP, 'en');
    const [edit] = exchange.edits;
    expect(edit?.embeds.at(-1)?.image).toEqual({ url: `attachment://${name}` });
    expect(edit?.attachments).toEqual([{ id: '0', filename: name, description: altOf(MAP, 'en') }]);
    expect(Buffer.from(peer.files.get(name) ?? []).equals(Buffer.from(png))).toBe(true);
    expect(controlsOf(edit ?? (await exchange.answered), true).map(({ label }) => label)).toContain('Words');
    expect(exchange.faults).toEqual([]);
    await pictures.close();
  });

  test('the answer does not wait for it, and a later answer in its place is left alone', async () => {
    const { pictures, finish } = patientPictures();
    const { peer } = await start(pictures);
    const look = peer.interact(command('look', {}));
    const inWords = await press(look, 'Words');
    expect(textsOf(await inWords.answered).join('\n')).toContain('Only.');
    finish();
    await sleep(50);
    expect([...look.edits, ...inWords.edits]).toEqual([]);
  });

  test('an answer in the place of a picture takes the file away', async () => {
    const { pictures, finish } = patientPictures();
    const { peer } = await start(pictures);
    finish();
    const look = peer.interact(command('look', {}));
    await edits(look, 1);
    const inWords = await press(look, 'Words');
    expect((await inWords.answered).attachments).toEqual([]);
    expect(inWords.faults).toEqual([]);
  });

  test('what is shown to everybody has its picture too', async () => {
    const { pictures, finish } = patientPictures();
    const { peer } = await start(pictures);
    finish();
    const shared = await press(peer.interact(command('look', {})), 'Show to channel');
    await edits(shared, 1);
    expect(shared.isPrivate).toBe(false);
    expect(shared.edits[0]?.attachments).toHaveLength(1);
  });

  test('where drawing fails, the words stay', async () => {
    const { peer } = await start({ draw: () => Promise.reject(new Error('no paint')) });
    const exchange = peer.interact(command('look', {}));
    expect(textsOf(await exchange.answered).join('\n')).toContain('In: Data Engineer');
    await sleep(50);
    expect(exchange.edits).toEqual([]);
  });
});
