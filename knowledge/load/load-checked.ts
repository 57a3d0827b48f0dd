import { errorsIn } from '../check.ts';
import { type RefTable, tabulateRefs } from './evidence.ts';
import { KnowledgeError } from '../finding.ts';
import { KINDS } from '../kinds/index.ts';
import { factPaths } from '../kinds/marked.ts';
import { merge, type Merged } from './merge.ts';
import { readPacks } from './read-packs.ts';
import type { Role, Skill } from '../linked.ts';
import { linkSkills } from './link-skills.ts';

/** The facts of all packs as one, with what their names mean and where they are from. */
export interface Content extends Omit<Merged, 'entries'> {
  readonly entries: Omit<Merged['entries'], 'role'> & { readonly role: readonly Role[] };
  /** Every skill that has a file or that a fact names. */
  readonly skills: readonly Skill[];
  readonly refs: RefTable;
}

/**
 * The facts of packs (folders; later ones win, as `merge` says), read from their files.
 * @throws KnowledgeError with every mistake in every file.
 */
export async function loadChecked(packs: readonly string[]): Promise<Content> {
  const contents = await readPacks(packs);
  const merged = merge(contents);
  const errors = errorsIn(contents);
  if (errors.length > 0) throw new KnowledgeError(errors);
  const read = KINDS.map(({ name, schema }) => ({
    kind: name,
    facts: factPaths(schema),
    entries: contents.of(name),
  }));
  const { skills, role } = linkSkills(merged.entries);
  return {
    ...merged,
    entries: { ...merged.entries, role },
    skills,
    refs: tabulateRefs(merged.entries, read, packs),
  };
}
