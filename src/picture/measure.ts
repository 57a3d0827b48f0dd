import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Type } from './look.ts';
import { fontOf, LINE_HEIGHT } from './look.ts';

for (const face of [
  import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
])
  GlobalFonts.registerFromPath(fileURLToPath(face), 'Inter');

const ruler = createCanvas(1, 1).getContext('2d');

/** How wide words are, in logical pixels. */
export function widthOf(words: string, type: Type): number {
  ruler.font = fontOf(type);
  return ruler.measureText(words).width;
}

/** How high so many lines are, in logical pixels. */
export function heightOf(lines: number, { size }: Type): number {
  return Math.ceil(lines * size * LINE_HEIGHT);
}

/** Words in as many lines as a width needs; a word that is wider than that is broken, never cut. */
export function wrap(words: string, type: Type, width: number): string[] {
  const lines: string[] = [];
  for (const word of words
    .trim()
    .split(/\s+/u)
    .flatMap((each) => broken(each, type, width))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, type) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function broken(word: string, type: Type, width: number): string[] {
  if (widthOf(word, type) <= width) return [word];
  const parts = [''];
  for (const letter of Array.from(word)) {
    const longer = `${parts.at(-1)}${letter}`;
    if (parts.at(-1) !== '' && widthOf(longer, type) > width) parts.push(letter);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}
