import { compareText } from '../finding.ts';
import type { Rung } from '../import/gdad.ts';
import { chosen } from './choice.ts';
import type { Releases } from './releases.ts';
import type { Selection } from './selection.ts';
import type { SourceFacts } from './source-facts.ts';

/** The ladder of what a role is in the British framework, and the skills of the rung that is the role's own. */
export function gdadFacts({ gdad }: Selection, releases: Releases): SourceFacts {
  if (gdad === undefined) return {};
  const rungs = chosen(releases.gdad, gdad.role, 'the role');
  const skillsAt = (title: string) => sorted(chosen(rungs, title, `the rung of ${gdad.role}`));
  return {
    skills: [
      {
        heading: `At the level of ${gdad.at}`,
        items: skillsAt(gdad.at).map(([name, level]) => ({ name, level })),
      },
    ],
    ladder: [
      {
        rungs: gdad.rungs.map(({ title, level }) => ({
          level,
          title,
          skills: skillsAt(title).map(([name, depth]) => `${name}: ${depth}`),
        })),
      },
    ],
  };
}

function sorted(rung: Rung): [name: string, level: string][] {
  return [...rung].toSorted(([a], [b]) => compareText(a, b));
}
