import { inflateSync } from 'node:zlib';
import { loadImage } from '@napi-rs/canvas';
import { afterAll, describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart.ts';
import { ALL_COLOURS, COLOURS } from '../../src/picture/look.ts';
import { createPictures } from '../../src/picture/pictures.ts';
import { BANDS, CHARTS, MAP } from '../charts.ts';

const pictures = createPictures();
afterAll(() => pictures.close());

/** The relative luminance of a colour. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (colour: string) => (luminance(colour) + 0.05) / (luminance(COLOURS.card) + 0.05);

/** One band with its upper end open or not. */
const oneBand = (open: boolean): Chart => ({
  ...BANDS,
  groups: [{ label: 'L', bands: [{ label: 'S', low: 100, high: 200, open, words: 'w' }] }],
});

describe('a picture', () => {
  test.each(CHARTS)('of $kind is a PNG for a phone, small enough', async (chart) => {
    const { png } = await pictures.draw(chart, 'en');
    const { width, height } = await loadImage(Buffer.from(png));
    expect(png.length).toBeLessThan(100_000);
    expect(width).toBe(800);
    expect(height).toBeGreaterThan(200);
  });

  test('the same chart gives the same bytes, drawn twice by two studios', async () => {
    const another = createPictures();
    const [one, two] = await Promise.all([
      pictures.draw(BANDS, 'en'),
      another.draw(structuredClone(BANDS), 'en'),
    ]);
    await another.close();
    expect(one.name).toBe(two.name);
    expect(Buffer.from(one.png).equals(Buffer.from(two.png))).toBe(true);
  });

  test('a chart is drawn once, another figure makes another picture', async () => {
    const again = await pictures.draw(structuredClone(BANDS), 'en');
    expect(again).toBe(await pictures.draw(BANDS, 'en'));
    expect((await pictures.draw({ ...BANDS, title: 'Another' }, 'en')).name).not.toBe(again.name);
  });

  test('drawing many at once gives each its own', async () => {
    const drawn = await Promise.all(CHARTS.map((chart) => pictures.draw(chart, 'en')));
    expect(new Set(drawn.map(({ name }) => name)).size).toBe(CHARTS.length);
  });

  test('what cannot be drawn rejects, and the next one is drawn', async () => {
    const broken = { ...BANDS, currency: 'no currency' };
    await expect(pictures.draw(broken, 'en')).rejects.toThrow(/currency/i);
    await expect(pictures.draw(broken, 'en')).rejects.toThrow(/currency/i);
    expect((await pictures.draw({ ...MAP, title: 'Next' }, 'en')).png.length).toBeGreaterThan(1000);
  });

  test('an open end reaches on, a closed one ends', async () => {
    const [open, closed] = await Promise.all([true, false].map((each) => pictures.draw(oneBand(each), 'en')));
    expect(Buffer.from(open?.png ?? []).equals(Buffer.from(closed?.png ?? []))).toBe(false);
  });

  test('words and marks stand out on the card, which brings its own ground', () => {
    expect(contrast(COLOURS.text)).toBeGreaterThan(7);
    expect(contrast(COLOURS.quiet)).toBeGreaterThan(4.5);
    const marks = ALL_COLOURS.filter(
      (colour) => ![COLOURS.card, COLOURS.line, COLOURS.box].some((each) => each === colour),
    );
    expect(Math.min(...marks.map(contrast))).toBeGreaterThan(4.5);
  });

  test('the card is opaque: a palette, and no transparency in it', async () => {
    const { png } = await pictures.draw(MAP, 'en');
    const bytes = Buffer.from(png);
    expect(bytes.includes('PLTE')).toBe(true);
    expect(bytes.includes('tRNS')).toBe(false);
    const start = bytes.indexOf('IDAT');
    const length = bytes.readUInt32BE(start - 4);
    const { height } = await loadImage(bytes);
    expect(inflateSync(bytes.subarray(start + 4, start + 4 + length)).length).toBe(801 * height);
  });
});
