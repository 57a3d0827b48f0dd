import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { PayBand, Role } from '../../knowledge/schema.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate, numeral } from '../../src/language/figures.ts';
import { say, sayText } from '../../src/language/say.ts';
import type { Choice, Draft, Ground, ReplyNode, Text } from '../../src/reply.ts';
import { code } from '../../src/reply.ts';
import { askOf } from '../name.ts';
import { next, pick } from '../show/actions.ts';
import { credits, PAY_DISCLAIMER } from '../show/credits.ts';
import { medianName } from '../show/levels.ts';
import { money } from '../show/money.ts';
import { regionName, sourceName } from '../show/names.ts';
import type { Broad } from './broad.ts';

type Ranking = Extract<Broad, { kind: 'ranking' }>;

/** A figure of a role by one source. */
interface Figure {
  readonly role: Role;
  readonly amount: number;
}

/** What one source gives of one kind, the highest first. */
interface Table {
  readonly source: string;
  /** What is counted: "US, median wage". */
  readonly what: string;
  readonly figures: readonly Figure[];
  readonly shown: (amount: number) => string;
}

/** As many places as a table shows, and roles of one place that are named. */
const PLACES = 5;
const NAMED = 4;
/** A source that speaks of fewer roles ranks nothing. */
const FEWEST = 4;
/** As many tables as stand on a phone. */
const TABLES = 3;

/** The roles that are paid or grow the most, a list for each source: the sources count different things. */
export function answerRanking(ranking: Ranking, context: CommandContext): Draft {
  const { by } = ranking;
  const tables = tablesOf(ranking, context.knowledge);
  const read = sayText('I read this as {read}.', { read: code(questionOf(ranking)) });
  const sources = tables.map(({ source }) => source);
  return {
    title: titleOf(ranking),
    lead: [...read, '\n', leadOf(tables, ranking, context.knowledge)],
    body: [
      ...tables.map((table) => node(table, context.knowledge)),
      ...next(pick(say('More about one'), choicesOf(tables, by))),
    ],
    sources: credits(sources, context, by === 'pay' ? PAY_DISCLAIMER : undefined),
    ask: askOf('ask', { question: questionOf(ranking) }),
    grounds: { facts: tables.flatMap(groundsOf), steps: [[step(by)]] },
  };
}

/** A table for each source, of the roles that are asked about. */
function tablesOf({ by, family, over = -Infinity }: Ranking, knowledge: KnowledgeBase): Table[] {
  const roles = knowledge.roles.all.filter((role) => role.family === (family ?? role.family));
  const all = by === 'pay' ? payTables(roles, knowledge) : growthTables(roles, knowledge);
  return all
    .map((table): Table => ({ ...table, figures: table.figures.filter(({ amount }) => amount >= over) }))
    .filter(({ figures }) => figures.length > 0)
    .slice(0, TABLES);
}

function choicesOf(tables: readonly Table[], by: Ranking['by']): Choice[] {
  const best = new Set(tables.flatMap(({ figures }) => figures.slice(0, PLACES).map(({ role }) => role)));
  return Array.from(best, ({ id, title }) => ({
    label: title,
    ask: by === 'pay' ? askOf('salary', { role: id }) : askOf('role', { role: id, section: 'outlook' }),
  }));
}

function titleOf({ by, family }: Ranking): string {
  if (by === 'growth')
    return family === undefined
      ? say('Roles that grow most')
      : say('{family} roles that grow most', { family });
  return family === undefined ? say('Best paid roles') : say('Best paid {family} roles', { family });
}

/** The question in words that are read the same way again. */
function questionOf({ by, family, over }: Ranking): string {
  const among = family === undefined ? '' : ` in ${family}`;
  if (by === 'growth') return `fastest growing roles${among}`;
  return over === undefined ? `best paid roles${among}` : `roles${among} that pay over ${over / 1000}k`;
}

function step(by: Ranking['by']): string {
  return by === 'pay'
    ? say(
        'The order is computed within each source: medians of the whole role in the US, a year. Roles for which it gives several are left out.',
      )
    : say('The order is computed within each source. Roles for which it gives several figures are left out.');
}

function leadOf(tables: readonly Table[], { by, over }: Ranking, knowledge: KnowledgeBase): string {
  if (tables.length === 0) return say('No role I know has such a figure.');
  const firsts = tables.map((table) => {
    const [top] = placesOf(table);
    const source = sourceName(table.source, knowledge);
    if (over !== undefined) return `${table.figures.length} (${source})`;
    return `${top?.figure ?? ''} ${namesOf(top?.roles ?? [])} (${source})`;
  });
  const said = enumerate(firsts);
  if (over !== undefined) return say('Roles with such a median, by source: {said}.', { said });
  return by === 'pay'
    ? say('Highest median, by source: {said}.', { said })
    : say('Most growth: {said}.', { said });
}

interface Place {
  readonly figure: string;
  readonly roles: readonly Role[];
}

/** Roles with the same figure share a place. */
function placesOf({ figures, shown }: Table): readonly Place[] {
  const places = Map.groupBy(figures, ({ amount }) => amount);
  return Array.from(places, ([amount, same]) => ({
    figure: shown(amount),
    roles: same.map(({ role }) => role),
  }));
}

function node(table: Table, knowledge: KnowledgeBase): ReplyNode {
  const places = placesOf(table);
  const left = places.slice(PLACES).reduce((sum, { roles }) => sum + roles.length, 0);
  const items = places
    .slice(0, PLACES)
    .map(({ figure, roles }): Text => [code(figure), ` ${namesOf(roles)}`]);
  const more: Text[] =
    left > 0 ? [[say('and {left, plural, one {one more role} other {# more roles}} below', { left })]] : [];
  return {
    kind: 'list',
    title: `${sourceName(table.source, knowledge)} · ${table.what}`,
    items: [...items, ...more],
  };
}

function namesOf(roles: readonly Role[]): string {
  const names = roles.slice(0, NAMED).map(({ title }) => title);
  const rest = roles.length - names.length;
  return rest === 0 ? names.join(', ') : `${names.join(', ')} ${say('and {n} more', { n: numeral(rest) })}`;
}

function payTables(roles: readonly Role[], knowledge: KnowledgeBase): Table[] {
  const all = roles.flatMap((role) => role.pay.filter(isMedian).map((band) => ({ role, band })));
  const kinds = Map.groupBy(all, ({ band }) =>
    [band.source, band.basis, band.region, band.currency].join('|'),
  );
  const tables = [...kinds.values()].flatMap((group): Table[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { source, basis, region, currency } = first.band;
    const figures = single(group.map(({ role, band }) => ({ role, amount: band.median ?? 0 })));
    return [
      {
        source,
        what: `${regionName(region)}, ${medianName(basis)}`,
        figures,
        shown: (amount) => money(amount, currency),
      },
    ];
  });
  return ranked(tables, knowledge);
}

function isMedian({ level, per, median, scope }: PayBand): boolean {
  return level === 'all' && per === 'year' && median !== undefined && scope === undefined;
}

function growthTables(roles: readonly Role[], knowledge: KnowledgeBase): Table[] {
  const all = roles.flatMap((role) =>
    role.outlook.flatMap(({ source, growth, period = '' }) => {
      const amount = /^[+-]?\d+(?:\.\d+)?%$/.test(growth ?? '') ? Number.parseFloat(growth ?? '') : undefined;
      return amount === undefined ? [] : [{ role, amount, source, period }];
    }),
  );
  const kinds = Map.groupBy(all, ({ source, period }) => `${source}|${period}`);
  const tables = [...kinds.values()].flatMap((group): Table[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ source: first.source, what: first.period, figures: single(group), shown: percent }];
  });
  return ranked(tables, knowledge);
}

function percent(amount: number): string {
  return `${amount.toFixed(1)}%`;
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
 * publisher counts the same in, the one that speaks of more roles: the other is another year's.
 */
function ranked(tables: readonly Table[], { sources }: KnowledgeBase): Table[] {
  const telling = tables.filter(({ figures }) => figures.length >= FEWEST);
  const sorted = (telling.length > 0 ? telling : tables).toSorted(
    (a, b) => b.figures.length - a.figures.length || a.source.localeCompare(b.source, 'en'),
  );
  const publisherOf = ({ source }: Table) => sources.get(source)?.publisher ?? source;
  const first = Map.groupBy(sorted, (table) => `${publisherOf(table)}|${table.what}`);
  return [...first.values()].flatMap(([table]) => table ?? []);
}

function groundsOf({ source, what, figures, shown }: Table): Ground[] {
  return figures
    .slice(0, PLACES * NAMED)
    .map(({ role, amount }) => ({ source, text: [`${role.title}: `, code(shown(amount)), ` (${what})`] }));
}
