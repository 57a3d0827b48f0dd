import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removePack } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { BUILT_IN, DATA, talkAbout } from './talk.ts';

let unguided: Promise<Talk> | undefined;

/** Somebody to talk to who knows all that is built in but the guides: what is said of a role before it has one. */
export async function talkUnguided(): Promise<Talk> {
  unguided ??= withoutGuides();
  return unguided;
}

async function withoutGuides(): Promise<Talk> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-unguided-'));
  try {
    cpSync(DATA, folder, { recursive: true, filter: (path) => path !== join(DATA, 'guides') });
    return await talkAbout(BUILT_IN.map((pack) => (pack === DATA ? folder : pack)));
  } finally {
    removePack(folder);
  }
}
