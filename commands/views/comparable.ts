import type { PayBand } from '../../knowledge/index.ts';

/** What pay counts, as far as figures may be compared: what is advertised, what is earned, and what a page states. */
export type Measure = 'advertised' | 'wage' | 'stated';

/** Fewer observations than this are shown with their number, and are no headline, rank nothing and decide nothing. */
const FEWEST = 30;

/** Figures of two measures never share a comparison. */
export function measureOf({ basis }: Pick<PayBand, 'basis'>): Measure {
  return basis === 'advertised' || basis === 'wage' ? basis : 'stated';
}

/** Figures that may be compared, together: what pages state first, then wages, then advertisements. */
export function byMeasure<Band extends Pick<PayBand, 'basis'>>(bands: readonly Band[]): Band[][] {
  const order: readonly Measure[] = ['stated', 'wage', 'advertised'];
  return order
    .map((measure) => bands.filter((band) => measureOf(band) === measure))
    .filter((group) => group.length > 0);
}

/** Whether a figure rests on enough observations to stand first. A source that does not count them is taken at its word. */
export function isHeadline({ n }: Pick<PayBand, 'n'>): boolean {
  return n === undefined || n >= FEWEST;
}

/** Whether a figure may rank a role among others: it is a headline, and of the role's own occupation. */
export function ranks(band: Pick<PayBand, 'n' | 'nearest'>): boolean {
  return isHeadline(band) && band.nearest !== true;
}

/** Whether a figure is of a role itself, by one of its names but for the plural, and not of an occupation beside it. */
export function isOfRole(
  { title, nearest }: Pick<PayBand, 'title' | 'nearest'>,
  names: readonly string[],
): boolean {
  return (
    nearest !== true && (title === undefined || names.some((name) => singular(name) === singular(title)))
  );
}

const singular = (words: string): string => words.toLowerCase().replace(/s$/, '');
