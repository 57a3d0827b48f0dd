import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const deflated = promisify(deflate);

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED = 3;
const MOST_COLOURS = 48;

/**
 * Opaque pixels (RGBA, four bytes each) as a PNG with a palette: a third of the size of one with full colours. Of the
 * palette are the colours of `kept` ("#1e2430") and the most frequent others; any other becomes the nearest of them,
 * which only the edges of letters have to bear.
 * https://www.w3.org/TR/png-3/#11IHDR
 */
export async function encodePng(
  pixels: Uint8Array,
  width: number,
  height: number,
  kept: readonly string[],
): Promise<Buffer> {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const palette = [...new Set([...kept.map(pixelOf), ...frequent(colours)])].slice(0, MOST_COLOURS);
  const index = new Map(palette.map((colour, at) => [colour, at]));
  // Each line begins with its filter: none, which suits flat areas of few colours.
  const lines = new Uint8Array((width + 1) * height);
  for (const [at, colour] of colours.entries()) {
    let entry = index.get(colour);
    if (entry === undefined) index.set(colour, (entry = nearest(colour, palette)));
    lines[at + Math.floor(at / width) + 1] = entry;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', await deflated(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours; of equally frequent ones the smaller number, so that the same pixels give the same bytes. */
function frequent(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return Array.from(counts)
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour);
}

/** A colour as a little-endian machine reads its pixel. */
function pixelOf(colour: string): number {
  return Buffer.from(`${colour.slice(1)}ff`, 'hex').readUInt32LE();
}

/** Red, green and blue of a pixel as a little-endian machine reads it. */
function channels(colour: number): [number, number, number] {
  return [colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff];
}

function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(colour);
  const distances = palette.map((each) => {
    const [r, g, b] = channels(each);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
