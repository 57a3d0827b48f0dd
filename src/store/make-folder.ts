import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Not by the `recursive` of Node.js, which never comes back where the
 * system says of a folder inside one that is there that it is missing, as below `/proc`.
 * @throws the system's error for the first folder that cannot be made.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
