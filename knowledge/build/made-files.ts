import { stringify } from 'yaml';
import { ChoiceProblem } from './choice.ts';
import type { Releases } from './releases.ts';
import { MADE } from './role-facts.ts';
import type { Selection } from './selection.ts';

const HEAD =
  '# Made by "npm run pack", never by hand. Choose in knowledge/selection, correct in knowledge/data.\n';

/**
 * The files of the made pack by their paths in it: what each source says of each role that was chosen for. The same
 * releases and selections give the same bytes.
 * @throws ChoiceProblem naming every choice that the releases do not have.
 */
export function madeFiles(
  selections: ReadonlyMap<string, Selection>,
  releases: Releases,
): Map<string, string> {
  const files = new Map<string, string>();
  const problems: string[] = [];
  for (const [role, selection] of selections)
    for (const [source, make] of Object.entries(MADE)) {
      try {
        const lists = Object.entries(make(selection, releases)).filter(([, list]) => list.length > 0);
        if (lists.length > 0) files.set(`roles/${role}/${source}.yaml`, fileOf(Object.fromEntries(lists)));
      } catch (error) {
        if (!(error instanceof ChoiceProblem)) throw error;
        problems.push(`${role}: ${error.message}`);
      }
    }
  if (problems.length > 0) throw new ChoiceProblem(problems.join('\n'));
  return files;
}

function fileOf(facts: object): string {
  return `${HEAD}${stringify(facts, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}
