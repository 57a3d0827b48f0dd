import { ChoiceProblem, chosen } from './choice.ts';
import type { Releases } from './releases.ts';
import type { Selection } from './selection.ts';
import type { SourceFacts } from './source-facts.ts';

type Named = { readonly name: string };

/** The skills that were chosen of what a role is in ESCO, the essential ones first. */
export function escoFacts({ esco }: Selection, releases: Releases): SourceFacts {
  return {
    skills: esco.flatMap(({ occupation, ...choice }) => {
      const [list] = chosen(releases.esco, occupation, 'the ESCO occupation').skills ?? [];
      if (list === undefined) return [];
      const essential = list.items.filter(({ priority }) => priority === 'essential');
      const optional = list.items.filter(({ priority }) => priority !== 'essential');
      const items = [
        { all: essential, kept: choose(essential, choice.essential, occupation), name: 'essential' },
        { all: optional, kept: choose(optional, choice.optional, occupation), name: 'optional' },
      ];
      const counts = items.map(({ all, kept, name }) => `${part(kept, all)}${all.length} ${name}`);
      return [
        { heading: `${list.heading ?? ''} (${counts.join(', ')})`, items: items.flatMap(({ kept }) => kept) },
      ];
    }),
  };
}

function part(kept: readonly unknown[], all: readonly unknown[]): string {
  return kept.length === all.length ? '' : `${kept.length} of `;
}

function choose<T extends Named>(
  items: readonly T[],
  names: readonly string[] | 'all',
  of: string,
): readonly T[] {
  if (names === 'all') return items;
  const absent = names.find((name) => items.every((item) => item.name !== name));
  if (absent !== undefined)
    throw new ChoiceProblem(`the skill "${absent}" is not of that kind in ${of}: choose another`);
  return items.filter(({ name }) => names.includes(name));
}
