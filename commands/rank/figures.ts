import { citeAll } from '../../knowledge/load/evidence.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate, numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { groupBySaid, joined, phrase, say } from '../../src/message/say.ts';
import type { Choice, Draft, ReplyNode, Text } from '../../src/reply.ts';
import { code } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';

import { PAY_DISCLAIMER, restsOn } from '../views/section.ts';
import { sourceName } from '../views/names.ts';
import type { Table } from './tables.ts';
import { growthTables, payTables } from './tables.ts';

/** Which roles are ranked, and by what. */
export interface Ranking {
  readonly by: 'pay' | 'growth';
  readonly family: string | undefined;
  /** Only those paid at least so much a year. */
  readonly over: number | undefined;
}

/** As many places as a table shows, and roles of one place that are named. */
const PLACES = 5;
const NAMED = 4;
/** As many tables as stand on a phone. */
const TABLES = 3;

/** The roles that are paid or grow the most, a list for each source: the sources count different things. */
export function rolesByFigure(ranking: Ranking, context: CommandContext): Draft {
  const { by } = ranking;
  const above = tablesOf(ranking, context.knowledge);
  const isNone = above.length === 0 && ranking.over !== undefined;
  const shown = isNone ? { ...ranking, over: undefined } : ranking;
  const tables = isNone ? tablesOf(shown, context.knowledge) : above;
  return {
    title: titleOf(ranking),
    lead: [
      ...(isNone ? [phrase`${say('No role I know has such a figure.')} `] : []),
      leadOf(tables, shown, context.knowledge),
    ],
    body: [
      ...tables.map((table) => node(table, context.knowledge)),
      ...nextActions(asButtonsOrMenu(say('More about one'), choicesOf(tables, by))),
    ],
    ...restsOn(
      tables.flatMap(({ figures }) => citeAll(figures.slice(0, PLACES * NAMED).map(({ fact }) => fact))),
      context,
      { disclaimer: by === 'pay' ? PAY_DISCLAIMER : undefined, steps: [[step(by)]] },
    ),
    ask: askOf('rank', { by, of: ranking.family, over: ranking.over }),
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

function titleOf({ by, family }: Ranking): Said {
  if (by === 'growth')
    return family === undefined
      ? say('Roles that grow most')
      : say('{family} roles that grow most', { family });
  return family === undefined ? say('Best paid roles') : say('Best paid {family} roles', { family });
}

function step(by: Ranking['by']): Said {
  return by === 'pay'
    ? say(
        'The order is computed within each source: medians of the whole role in the US, a year. Roles for which it gives several are left out.',
      )
    : say('The order is computed within each source. Roles for which it gives several figures are left out.');
}

function leadOf(tables: readonly Table[], { by, over }: Ranking, knowledge: KnowledgeBase): Said {
  if (tables.length === 0) return say('No role I know has such a figure.');
  const firsts = tables.map((table) => {
    const [top] = placesOf(table);
    const source = sourceName(table.source, knowledge);
    if (over !== undefined) return `${table.figures.length} (${source})`;
    const of = joined([...(top?.of ?? []), ...[table.when ?? []].flat(), source], ', ');
    return phrase`${top?.figure ?? ''} ${namesOf(top?.roles ?? [])} (${of})`;
  });
  const said = enumerate(firsts);
  if (over !== undefined) return say('Roles with such a median, by source: {said}.', { said });
  return by === 'pay'
    ? say('Highest median, by source: {said}.', { said })
    : say('Most growth: {said}.', { said });
}

interface Place {
  readonly figure: Said;
  /** What the figure is of, where the roles share it. */
  readonly of: readonly Said[];
  readonly roles: readonly Role[];
}

/** Roles with the same figure share a place. */
function placesOf({ figures, shown }: Table): readonly Place[] {
  const places = Map.groupBy(figures, ({ amount }) => amount);
  return Array.from(places, ([amount, same]) => ({
    figure: shown(amount),
    of: sharedBy(same),
    roles: same.map(({ role }) => role),
  }));
}

function sharedBy(figures: Table['figures']): readonly Said[] {
  const all = groupBySaid(figures, ({ of = [] }) => joined(of, ', '));
  return all.length === 1 ? (figures[0]?.of ?? []) : [];
}

function node(table: Table, knowledge: KnowledgeBase): ReplyNode {
  const places = placesOf(table);
  const left = places.slice(PLACES).reduce((sum, { roles }) => sum + roles.length, 0);
  const items = places.slice(0, PLACES).map(({ figure, of, roles }): Text => {
    const what = of.length === 0 ? '' : phrase` (${joined(of, ', ')})`;
    return [code(figure), phrase` ${namesOf(roles)}${what}`];
  });
  const more: Text[] =
    left > 0 ? [[say('and {left, plural, one {one more role} other {# more roles}} below', { left })]] : [];
  return {
    kind: 'list',
    title: joined(
      [sourceName(table.source, knowledge), table.what, ...(table.when === undefined ? [] : [table.when])],
      ' · ',
    ),
    items: [...items, ...more],
  };
}

function namesOf(roles: readonly Role[]): Said {
  const names = roles.slice(0, NAMED).map(({ title }) => title);
  const rest = roles.length - names.length;
  return rest === 0
    ? names.join(', ')
    : phrase`${names.join(', ')} ${say('and {n} more', { n: numeral(rest) })}`;
}
