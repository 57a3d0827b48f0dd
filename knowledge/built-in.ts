import { fileURLToPath } from 'node:url';

/** The folder that `npm run pack` writes: what was chosen of what publishers have, never changed by hand. */
export const MADE_PACK = folder('made');
/** The folder that people write. */
export const HAND_PACK = folder('data');

/** The packs that Rolecall comes with, in order: what people write wins. */
export const BUILT_IN: readonly string[] = [MADE_PACK, HAND_PACK];

function folder(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
