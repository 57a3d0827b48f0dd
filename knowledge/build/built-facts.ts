import { writeFileSync } from 'node:fs';
import { derive } from '../base.ts';
import { factsIn, recordIn, recordOf } from '../load/built.ts';
import { writeChecked } from '../load/cache.ts';
import { loadChecked } from '../load/load-checked.ts';

/**
 * Checks packs and writes what is made of them into `folder`, so that what is built starts with them at once.
 * @throws KnowledgeError where they have mistakes.
 */
export async function writeBuiltFacts(packs: readonly string[], folder: string): Promise<void> {
  const before = await recordOf(packs);
  const content = await loadChecked(packs);
  await writeChecked(factsIn(folder), { content, derived: derive(content) });
  const record = await recordOf(packs);
  if (record.state !== before.state)
    throw new Error('The facts were changed while they were read: build again.');
  writeFileSync(recordIn(folder), JSON.stringify(record));
}
