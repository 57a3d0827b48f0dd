import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { DownloadedFile } from './download.ts';

/** The first lines of a small file, without their ends. */
export async function firstLines(file: DownloadedFile, count: number): Promise<string[]> {
  const stream = createReadStream(file.path, 'utf8');
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line.trim());
    if (lines.length === count) break;
  }
  stream.destroy();
  return lines;
}

/** The day some years after another, both ISO dates. */
export function yearsAfter(day: string, years: number): string {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}
