import { basename, isAbsolute, relative, resolve } from 'node:path';
import { type Finding, KnowledgeError } from '../finding.ts';
import type { KnowledgeBase } from '../index.ts';

/** A pack that is not used, since it has mistakes. */
export interface LeftOut {
  readonly pack: string;
  readonly findings: readonly Finding[];
}

/** The knowledge in those packs that are sound, and the others. */
export interface Sound {
  readonly knowledge: KnowledgeBase;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Opens `packs`, without those of `expendable` that have mistakes: one pack must not take the others down.
 * @throws KnowledgeError where the mistakes are elsewhere.
 */
export async function openSound(
  packs: readonly string[],
  expendable: readonly string[],
  open: (packs: readonly string[]) => Promise<KnowledgeBase>,
): Promise<Sound> {
  const leftOut: LeftOut[] = [];
  for (let rest = packs; ;) {
    try {
      const knowledge = await open(rest);
      const names = leftOut.map(({ pack }) => basename(resolve(pack)));
      return {
        knowledge: names.length === 0 ? knowledge : Object.assign(knowledge, { leftOut: names }),
        leftOut,
      };
    } catch (error) {
      const found = error instanceof KnowledgeError ? worst(error.findings, rest, expendable) : undefined;
      if (found === undefined) throw error;
      leftOut.push(found);
      rest = rest.filter((pack) => pack !== found.pack);
    }
  }
}

/**
 * The pack to leave out next: the first one with mistakes, since a later one's may come of it; else the last one, since
 * together with it the others have mistakes.
 */
function worst(
  findings: readonly Finding[],
  packs: readonly string[],
  expendable: readonly string[],
): LeftOut | undefined {
  const open = packs.filter((pack) => expendable.includes(pack));
  const pack = open.find((each) => findings.some(({ file }) => isIn(each, file))) ?? open.at(-1);
  if (pack === undefined) return undefined;
  const own = findings.filter(({ file }) => isIn(pack, file));
  return { pack, findings: own.length === 0 ? findings : own };
}

function isIn(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !path.startsWith('..') && !isAbsolute(path);
}
