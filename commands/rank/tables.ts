import type { Fact } from '../../knowledge/load/evidence.ts';
import type { KnowledgeBase, PayBand, Period, Role } from '../../knowledge/index.ts';
import { percentage } from '../../src/message/figures.ts';
import { ranks } from '../views/comparable.ts';
import { medianName, regionName } from '../views/names.ts';
import { occupationOf } from '../views/pay.ts';
import type { Said } from '../../src/message/message.ts';
import { identityOf, phrase } from '../../src/message/say.ts';
import { payFigure } from '../views/format.ts';

/** A figure of a role by one source. */
interface Figure {
  readonly role: Role;
  readonly amount: number;
  readonly fact: Fact;
  /** What the figure is of: "Marketing Managers", "n = 960". */
  readonly of?: readonly Said[];
}

/** What one source gives of one kind, the highest first. */
export interface Table {
  readonly source: string;
  /** What is counted: "US, median wage". */
  readonly what: Said;
  /** When its figures are of, as the source prints it; none where `what` says so. */
  readonly when?: string | undefined;
  /** The last year that its figures are of. */
  readonly year: number;
  readonly figures: readonly Figure[];
  readonly shown: (amount: number) => Said;
}

/** A source that speaks of fewer roles ranks nothing. */
const FEWEST = 4;

/** Medians of whole roles a year, a table for each source and kind of figure. */
export function payTables(roles: readonly Role[], knowledge: KnowledgeBase): Table[] {
  const all = roles.flatMap((role) => role.pay.filter(isMedian).map((band) => ({ role, band })));
  const kinds = Map.groupBy(all, ({ band }) =>
    [band.source, band.basis, band.region, band.currency].join('|'),
  );
  const tables = [...kinds.values()].flatMap((group): Table[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { source, basis, region, currency } = first.band;
    const figures = single(
      group.map(({ role, band }) => ({
        role,
        amount: band.median ?? 0,
        fact: band,
        of: occupationOf(band, role.title),
      })),
    );
    return [
      {
        source,
        what: phrase`${regionName(region)}, ${medianName(basis)}`,
        when: first.band.period?.printed,
        year: yearOf(group.map(({ band }) => band.period)),
        figures,
        shown: (amount) => payFigure(amount, currency),
      },
    ];
  });
  return ranked(tables, knowledge);
}

function isMedian(band: PayBand): boolean {
  const { level, per, median, scope } = band;
  return level === 'all' && per === 'year' && median !== undefined && scope === undefined && ranks(band);
}

/** Growth as percentages that sources print, a table for each source and stretch of time. */
export function growthTables(roles: readonly Role[], knowledge: KnowledgeBase): Table[] {
  const all = roles.flatMap((role) =>
    role.outlook.flatMap((fact) => {
      const { source, growth, period, occupation } = fact;
      const of = occupation === undefined ? [] : [occupation];
      return growth?.percent === undefined
        ? []
        : [{ role, amount: growth.percent, source, period, fact, of }];
    }),
  );
  const kinds = Map.groupBy(all, ({ source, period }) => `${source}|${period?.printed ?? ''}`);
  const tables = [...kinds.values()].flatMap((group): Table[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { source, period } = first;
    return [
      {
        source,
        what: period?.printed ?? '',
        year: yearOf([period]),
        figures: single(group),
        shown: percentage,
      },
    ];
  });
  return ranked(tables, knowledge);
}

/** The last year that is named; 0 where none is. */
function yearOf(periods: readonly (Period | undefined)[]): number {
  return Math.max(0, ...periods.map((period) => period?.to ?? period?.year ?? 0));
}

/** The figures of roles that have one alone, the highest first. */
function single(figures: readonly Figure[]): readonly Figure[] {
  const byRole = Map.groupBy(figures, ({ role }) => role);
  const alone = [...byRole.values()].flatMap((own) => {
    const [first] = own;
    return first !== undefined && own.every(({ amount }) => amount === first.amount) ? [first] : [];
  });
  return alone.sort((a, b) => b.amount - a.amount || a.role.title.localeCompare(b.role.title, 'en'));
}

/**
 * The sources that speak of most roles first; where few roles are asked about, whatever there is. Of two that one
 * publisher counts the same in, the one of the later year.
 */
function ranked(tables: readonly Table[], { sources }: KnowledgeBase): Table[] {
  const telling = tables.filter(({ figures }) => figures.length >= FEWEST);
  const sorted = (telling.length > 0 ? telling : tables).toSorted((a, b) => b.year - a.year);
  const publisherOf = ({ source }: Table) => sources.get(source)?.publisher ?? source;
  const first = Map.groupBy(sorted, (table) => `${publisherOf(table)}|${identityOf(table.what)}`);
  const latest = [...first.values()].flatMap(([table]) => table ?? []);
  return latest.sort((a, b) => b.figures.length - a.figures.length || a.source.localeCompare(b.source, 'en'));
}
