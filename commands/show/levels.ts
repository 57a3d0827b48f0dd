import type { Level, PayBand } from '../../knowledge/schema.ts';

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  entry: 'Entry',
  mid: 'Mid',
  senior: 'Senior',
  staff: 'Staff',
  lead: 'Lead',
  all: 'Whole role',
};

/** A level of the one scale, as answers name it. */
export function levelName(level: Level): string {
  return LEVEL_NAMES[level];
}

const BASIS_NAMES: Readonly<Record<PayBand['basis'], string>> = {
  base: 'base',
  'base + equity': 'base + equity',
  total: 'total pay',
  advertised: 'advertised',
  wage: 'wage',
  unstated: 'basis not said',
};

/** What a pay figure counts, as answers name it. */
export function basisName(basis: PayBand['basis']): string {
  return BASIS_NAMES[basis];
}

/** What a middle figure counts: "median wage", "advertised median". */
export function medianName(basis: PayBand['basis']): string {
  if (basis === 'unstated') return `median, ${basisName(basis)}`;
  return basis === 'wage' ? 'median wage' : `${basisName(basis)} median`;
}
