import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type Finding, wholeFile } from '../finding.ts';

/** The text of a file, without a byte-order mark; or why it cannot be read. */
export function readText(path: string): string | Finding {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return wholeFile(path, `cannot be read (${String(error)}): allow this user to read it`);
  }
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  return { ...wholeFile(path, 'is not UTF-8 text: save the file as UTF-8'), line: badLine(bytes) };
}

function badLine(bytes: Uint8Array): number {
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
