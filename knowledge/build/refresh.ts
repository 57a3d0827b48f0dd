import { parse } from 'yaml';
import { MADE_PACK } from '../built-in.ts';
import type { RunOptions } from '../import/importer.ts';
import { isRecord } from '../record.ts';
import { type Change, changeLine, changesBetween } from './changes.ts';
import { ChoiceProblem } from './choice.ts';
import { NO_RELEASES, type Publisher, readRelease } from './releases.ts';
import { MADE } from './role-facts.ts';
import { readSelections, type Selection } from './selection.ts';
import { filesBelow } from './write-made.ts';

/** The sources that are made of each publisher's release. */
const SOURCES: Readonly<Record<Publisher, readonly string[]>> = {
  onet: ['onet'],
  oews: ['oews'],
  projections: ['bls-projections'],
  esco: ['esco'],
  gdad: ['gdad'],
  'advertised-pay': ['ai-jobs', 'infosec-jobs'],
};

/** Whose releases can be looked at. */
export const PUBLISHERS = Object.keys(SOURCES);

/** Whether a word names one of them. */
export function isPublisher(word: string): word is Publisher {
  return Object.hasOwn(SOURCES, word);
}

/** Where what is made lies, and what was chosen: the built-in ones, unless told. */
export interface Made {
  readonly made?: string;
  readonly selections?: ReadonlyMap<string, Selection>;
}

/**
 * What a publisher's newer release in `dir` changes, a line a change below each role. Writes nothing.
 * @throws ImportProblem where the download cannot be read.
 */
export async function refresh(
  publisher: Publisher,
  dir: string,
  options: RunOptions,
  { made = MADE_PACK, selections }: Made = {},
): Promise<string[]> {
  const releases = { ...NO_RELEASES, ...(await readRelease(publisher, dir, options)) };
  const files = await filesBelow(made);
  const lines: string[] = [];
  const counts = { roles: 0, changes: 0, gone: 0 };
  for (const [role, selection] of selections ?? (await readSelections())) {
    const told: string[] = [];
    for (const source of SOURCES[publisher]) {
      try {
        const after = MADE[source]?.(selection, releases) ?? {};
        const before: unknown = parse(files.get(`roles/${role}/${source}.yaml`) ?? '');
        const changes = changesBetween(isRecord(before) ? before : {}, after).filter(isOfTheRelease);
        counts.changes += changes.length;
        told.push(...changes.map(changeLine));
      } catch (error) {
        if (!(error instanceof ChoiceProblem)) throw error;
        counts.gone += 1;
        told.push(`! ${error.message}`);
      }
    }
    if (told.length === 0) continue;
    counts.roles += 1;
    lines.push(role, ...told.map((line) => `  ${line}`));
  }
  return [...lines, summaryOf(counts)];
}

/** How many occupations share a figure is counted in another publisher's file, and is no change of this one. */
function isOfTheRelease({ what }: Change): boolean {
  return !/ · (note|text)$/.test(what);
}

function summaryOf({ roles, changes, gone }: { roles: number; changes: number; gone: number }): string {
  if (roles === 0) return 'Nothing changes.';
  return `${changes} changes in ${roles} roles, ${gone} choices are gone. Nothing was written: choose again where it says so, then run "npm run pack".`;
}
