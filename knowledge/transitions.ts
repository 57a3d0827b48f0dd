import { DirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import type { KnowledgeBase, Step } from './index.ts';
import type { Role } from './linked.ts';
import type { Transition } from './kinds/transition.ts';

/**
 * The documented transitions as a graph of roles. Both lists must be ordered: of several shortest paths, that order
 * decides which one is given, so that it is always the same one.
 */
export function createTransitions(
  all: readonly Transition[],
  roles: ReadonlyMap<string, Role>,
): KnowledgeBase['transitions'] {
  const graph = new DirectedGraph<object, { transition: Transition }>();
  for (const { from, to } of all) {
    graph.mergeNode(from);
    graph.mergeNode(to);
  }
  for (const transition of all) graph.mergeEdge(transition.from, transition.to, { transition });
  const into = Map.groupBy(all, (transition) => transition.to);
  const outOf = Map.groupBy(all, (transition) => transition.from);
  const between = (from: string, to: string) =>
    graph.hasEdge(from, to) ? graph.getEdgeAttributes(from, to).transition : undefined;
  return {
    all,
    into: (role) => into.get(role) ?? [],
    outOf: (role) => outOf.get(role) ?? [],
    between,
    path(from, to) {
      if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) return undefined;
      const stops = bidirectional(graph, from, to);
      return stops?.slice(1).flatMap((stop, i) => step(between(stops[i] ?? '', stop), roles));
    },
  };
}

function step(transition: Transition | undefined, roles: ReadonlyMap<string, Role>): Step[] {
  const from = roles.get(transition?.from ?? '');
  const to = roles.get(transition?.to ?? '');
  return transition && from && to ? [{ from, to, transition }] : [];
}
