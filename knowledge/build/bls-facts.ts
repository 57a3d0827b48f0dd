import { chosen } from './choice.ts';
import type { Releases } from './releases.ts';
import type { Selection } from './selection.ts';
import type { SourceFacts } from './source-facts.ts';

/** A SOC occupation that a role is in. */
interface Soc {
  readonly code: string;
  readonly nearest: boolean;
  /** How many O*NET occupations share its figures. */
  readonly shared: number;
}

/** The wages of each SOC occupation that a role is in. */
export function wageFacts(selection: Selection, releases: Releases): SourceFacts {
  return {
    pay: socsOf(selection, releases).flatMap((soc) =>
      (chosen(releases.wages, soc.code, 'the wage row').pay ?? [])
        .filter(isOfItsOwn)
        .map(({ note: _, ...band }) => ({
          ...band,
          ...(soc.nearest ? { nearest: true as const } : {}),
          ...(soc.shared > 1
            ? { note: `One figure, shared by the ${soc.shared} O*NET occupations under ${soc.code}` }
            : {}),
        })),
    ),
  };
}

/** The wages of whatever no other occupation is are the pay of no role. */
function isOfItsOwn({ residual }: { readonly residual?: true | undefined }): boolean {
  return residual !== true;
}

/** The projections for each SOC occupation that a role is in. */
export function outlookFacts(selection: Selection, releases: Releases): SourceFacts {
  return {
    outlook: socsOf(selection, releases).flatMap((soc) =>
      (chosen(releases.projections, soc.code, 'the projection').outlook ?? []).map(
        ({ text: _, employment: __, ...outlook }) => ({
          ...outlook,
          ...(soc.shared > 1
            ? { text: `One projection, shared by the ${soc.shared} O*NET occupations under ${soc.code}.` }
            : {}),
        }),
      ),
    ),
  };
}

function socsOf({ occupations }: Selection, { onet }: Releases): Soc[] {
  const all = [...onet.occupations.byCode.keys()];
  return [...Map.groupBy(occupations, ({ code }) => code.slice(0, 7))].map(([code, choices]) => ({
    code,
    nearest: choices.every(({ nearest }) => nearest === true),
    shared: all.filter((each) => each.startsWith(code)).length,
  }));
}
