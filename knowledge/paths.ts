import { DirectedGraph } from 'graphology';
import { bidirectional as lightest } from 'graphology-shortest-path/dijkstra.js';
import type { KnowledgeBase } from './index.ts';
import type { Likeness } from './likeness.ts';
import type { Role } from './linked.ts';
import type { Transition } from './kinds/transition.ts';

/**
 * What a path is to be best at.
 * - `hops`: the fewest documented moves; the one computed move, where documented ones do not lead there.
 * - `skills`: the hardest move keeps the largest share of skills, over documented moves and those to near roles. A
 *   further move must raise that share by a quarter to be worth it; at most `MOST_HOPS` moves.
 * - `time`: the least documented months, over moves whose months are documented.
 */
export const PATHS_BY = ['hops', 'skills', 'time'] as const;
export type PathBy = (typeof PATHS_BY)[number];

/** One move of a path; without `transition` it is only computed. */
export interface Hop {
  readonly from: Role;
  readonly to: Role;
  readonly transition?: Transition;
  /** The share of the skills of `to` that `from` asks for too, by weight: 0 to 1. */
  readonly kept: number;
}

/** How many neighbours of a role a computed move may lead to. */
const NEIGHBOURS = 12;
const MOST_HOPS = 4;
const WORTH = 1.25;

type Moving = DirectedGraph<object, { readonly kept: number }>;

/** Finds paths between roles. The graphs are made when they are first needed; the same knowledge gives the same path. */
export function createPaths(
  knowledge: KnowledgeBase,
  likeness: Likeness,
  enough: number,
): (from: string, to: string, by: PathBy) => readonly Hop[] | undefined {
  const { transitions, roles } = knowledge;
  let near: Moving | undefined;
  let timed: DirectedGraph<object, { readonly months: number }> | undefined;
  const hop = (from: string, to: string): Hop[] => {
    const [start, end] = [roles.get(from), roles.get(to)];
    const transition = transitions.between(from, to);
    if (start === undefined || end === undefined) return [];
    const step = { from: start, to: end, kept: likeness.kept(from, to) };
    return [transition === undefined ? step : { ...step, transition }];
  };
  const along = (stops: readonly string[] | undefined) =>
    stops?.slice(1).flatMap((stop, i) => hop(stops[i] ?? '', stop));
  const direct = (from: string, to: string) =>
    likeness.kept(from, to) > 0 || transitions.between(from, to) ? [from, to] : undefined;
  return (from, to, by) => {
    if (from === to) return undefined;
    switch (by) {
      case 'hops':
        return (
          transitions.path(from, to)?.flatMap((step) => hop(step.from.id, step.to.id)) ??
          along(direct(from, to))
        );
      case 'skills':
        near ??= nearGraph(knowledge, likeness, enough);
        return along(gentlest(near, from, to, likeness.kept(from, to)) ?? direct(from, to));
      case 'time':
        timed ??= timedGraph(transitions.all);
        if (!timed.hasNode(from) || !timed.hasNode(to)) return undefined;
        return along(lightest(timed, from, to, 'months') ?? undefined);
    }
  };
}

/** Documented moves, and computed ones to near roles. */
function nearGraph({ roles, transitions }: KnowledgeBase, likeness: Likeness, enough: number): Moving {
  const graph: Moving = new DirectedGraph();
  for (const { id } of roles.all) graph.addNode(id);
  for (const { from, to } of transitions.all) graph.mergeEdge(from, to, { kept: likeness.kept(from, to) });
  for (const { id } of roles.all)
    for (const { role, kept, likeness: alike } of likeness.nearest(id).slice(0, NEIGHBOURS))
      if (alike >= enough) graph.mergeEdge(id, role, { kept });
  return graph;
}

function timedGraph(all: readonly Transition[]): DirectedGraph<object, { readonly months: number }> {
  const graph = new DirectedGraph<object, { readonly months: number }>();
  for (const transition of all) {
    const months = leastMonths(transition);
    if (months !== undefined) graph.mergeEdge(transition.from, transition.to, { months });
  }
  return graph;
}

/** The least months that any source documents for a move; undefined where none does. */
function leastMonths({ documented }: Transition): number | undefined {
  const months = documented.flatMap(({ months: each }) => each?.low ?? each?.about ?? each?.high ?? []);
  return months.length === 0 ? undefined : Math.min(...months);
}

/** A way to a role with what its hardest move keeps. */
interface Way {
  readonly kept: number;
  readonly stops: readonly string[];
}

/** The way whose hardest move is easiest, or undefined where going at once (which keeps `atOnce`) is as good. */
function gentlest(graph: Moving, from: string, to: string, atOnce: number): readonly string[] | undefined {
  let best: Way = { kept: atOnce, stops: [] };
  let reached = new Map<string, Way>([[from, { kept: 1, stops: [from] }]]);
  for (let hops = 1; hops <= MOST_HOPS; hops += 1) {
    reached = oneHopFurther(graph, reached);
    const way = reached.get(to);
    if (way !== undefined && way.stops.length === hops + 1 && way.kept >= best.kept * WORTH) best = way;
  }
  return best.stops.length === 0 ? undefined : best.stops;
}

/** The best way to every role with one move more than those in `reached`, or as many where that is no better. */
function oneHopFurther(graph: Moving, reached: ReadonlyMap<string, Way>): Map<string, Way> {
  const next = new Map(reached);
  for (const [role, way] of reached)
    graph.forEachOutEdge(role, (_edge, { kept }, _from, to) => {
      const least = Math.min(way.kept, kept);
      if (least > (next.get(to)?.kept ?? 0)) next.set(to, { kept: least, stops: [...way.stops, to] });
    });
  return next;
}
