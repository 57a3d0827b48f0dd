import { missing, type RoleCoverage } from './coverage.ts';
import { FACT_KINDS } from './fact-kinds.ts';

const NAMES = FACT_KINDS.map(({ name }) => name);
const SOURCES = 'sources';
const OLDEST = 'oldest';
const NONE = '–';

/**
 * A line a role: how many facts of each kind, on how many sources, and the publisher's month of the oldest and of the
 * middle one; a dash is a kind of which there is none. Four lines that sum it up come last, and the README quotes them.
 */
export function coverageLines(roles: readonly RoleCoverage[]): string[] {
  const rows = [
    ['role', 'guide', ...NAMES, SOURCES, OLDEST, 'median'],
    ...roles.map(({ id, guided, counts, sources, dates }) => [
      id,
      guided ? 'yes' : NONE,
      ...counts.map((count) => (count === 0 ? NONE : String(count))),
      String(sources.length),
      ...[dates[0], median(dates)].map(monthOf),
    ]),
  ];
  return [...aligned(rows), '', ...summary(roles)];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' '),
  );
}

/** How many roles have all there can be, what is missing, and how old it all is. */
function summary(roles: readonly RoleCoverage[]): string[] {
  const guided = roles.filter((role) => role.guided);
  const others = roles.filter((role) => !role.guided);
  const judged = FACT_KINDS.filter(({ figure }) => figure !== true).length;
  const whole = guided.filter((role) => missing(role, false).length === 0);
  const had = others.map((role) => judged - missing(role, false).length).toSorted((a, b) => a - b);
  const dates = roles.flatMap((role) => role.dates).toSorted();
  const sources = new Set(roles.flatMap((role) => role.sources)).size;
  return [
    `${roles.length} roles, ${guided.length} with a guide: ${whole.length} of those have all ${judged} kinds of facts that a guide gives.`,
    `The other ${others.length} have ${median(had) ?? 0} of the ${judged} kinds at the median.`,
    `Figures that no source states: ${figuresMissing(roles)}.`,
    `${sources} sources; of the publishers' dates that the roles rest on, the middle one is of ${monthOf(median(dates))} and the oldest of ${monthOf(dates[0])}.`,
  ];
}

function figuresMissing(roles: readonly RoleCoverage[]): string {
  const figures = FACT_KINDS.filter(({ figure }) => figure === true);
  return figures
    .map(({ name }) => {
      const without = roles.filter((role) => missing(role, true).includes(name));
      const guided = without.filter((role) => role.guided).map(({ id }) => id);
      const named = guided.length === 0 ? 'none of them guided' : `of guided ones ${guided.join(', ')}`;
      return `${name} of ${without.length} roles (${named})`;
    })
    .join('; ');
}

function median<T>(sorted: readonly T[]): T | undefined {
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** `2025-02-28` → `2025-02`. */
function monthOf(day: string | undefined): string {
  return day?.slice(0, 7) ?? NONE;
}
