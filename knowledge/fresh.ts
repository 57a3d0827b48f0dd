import { errorsIn } from './check.ts';
import { KnowledgeError } from './finding.ts';
import { type Content, merge } from './merge.ts';
import { readPacks } from './pack/read.ts';

/**
 * The facts of packs (folders; later ones win, as `merge` says), read from their files.
 * @throws KnowledgeError with every mistake in every file.
 */
export async function readFresh(packs: readonly string[]): Promise<Content> {
  const contents = await readPacks(packs);
  const content = merge(contents);
  const errors = errorsIn(contents);
  if (errors.length > 0) throw new KnowledgeError(errors);
  return content;
}
