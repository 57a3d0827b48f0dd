import { fileURLToPath } from 'node:url';
import { BUILT_IN } from '../../knowledge/built-in.ts';
import type { LeftOut, OpenOptions } from '../../knowledge/load.ts';
import { formatFinding } from '../../knowledge/load.ts';
import type { Config } from '../config.ts';
import { packFolders } from '../config.ts';
import type { Log } from '../log.ts';

/** Where checked knowledge is kept from one start to the next: ours alone, never a folder shared with other users. */
export const CACHE =
  process.env['ROLECALL_DATA_DIR'] ??
  fileURLToPath(new URL('../../node_modules/.cache/rolecall', import.meta.url));

/** The folders of knowledge, the built-in ones first. */
export function packsOf(config: Config): string[] {
  return [...BUILT_IN, ...packFolders(config.variables.ROLECALL_PACKS)];
}

/** How knowledge is opened: what was checked before is not checked again, and a pack with mistakes is left out and told of. */
export function opening(log: Log): OpenOptions {
  return {
    cache: CACHE,
    needed: BUILT_IN.length,
    onLeftOut: (leftOut) => tellLeftOut(leftOut, log),
    onChangedSince: () => log.warn({}, CHANGED),
  };
}

const CHANGED =
  'facts changed after dist/ was built, so their files are read: npm run build checks them ahead';

/** As many mistakes of a pack as one line of the log holds. */
const MOST_TOLD = 20;

function tellLeftOut(leftOut: readonly LeftOut[], log: Log): void {
  if (leftOut.length === 0) log.info({}, 'every pack is in use again');
  for (const { pack, findings } of leftOut) {
    const [first = '', ...more] = findings.slice(0, MOST_TOLD).map(formatFinding);
    log.error({ pack, mistakes: findings.length, more }, `${pack} is left out until it is mended: ${first}`);
  }
}
