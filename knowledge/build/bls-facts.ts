import type { FactsInput } from '../import/pack-parts.ts';
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
        .filter(({ residual }) => residual !== true)
        .map((band) => wageOf(soc, band)),
    ),
  };
}

type Wage = NonNullable<FactsInput['pay']>[number];
type Projection = NonNullable<FactsInput['outlook']>[number];

function wageOf(soc: Soc, band: Wage): Wage {
  const wage = { ...band, ...(soc.nearest ? { nearest: true as const } : {}) };
  if (soc.shared > 1)
    wage.note = `One figure, shared by the ${soc.shared} O*NET occupations under ${soc.code}`;
  else delete wage.note;
  return wage;
}

/** The projections for each SOC occupation that a role is in. */
export function outlookFacts(selection: Selection, releases: Releases): SourceFacts {
  return {
    outlook: socsOf(selection, releases).flatMap((soc) =>
      (chosen(releases.projections, soc.code, 'the projection').outlook ?? []).map((each) =>
        projectionOf(soc, each),
      ),
    ),
  };
}

/** Growth, openings and education; how many have such a job is left out, as no answer shows it. */
function projectionOf(soc: Soc, all: Projection): Projection {
  const projection = { ...all };
  delete projection.employment;
  if (soc.shared > 1)
    projection.text = `One projection, shared by the ${soc.shared} O*NET occupations under ${soc.code}.`;
  else delete projection.text;
  return projection;
}

function socsOf({ occupations }: Selection, { onet }: Releases): Soc[] {
  const all = [...onet.occupations.byCode.keys()];
  return [...Map.groupBy(occupations, ({ code }) => code.slice(0, 7))].map(([code, choices]) => ({
    code,
    nearest: choices.every(({ nearest }) => nearest === true),
    shared: all.filter((each) => each.startsWith(code)).length,
  }));
}
