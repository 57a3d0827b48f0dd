import { SetupProblem } from '../adapter.ts';
import type { Route } from './route.ts';

/** What is mounted, by path. */
export interface Routes {
  /** Adds one. @throws SetupProblem where another answers there already. */
  add(route: Route): void;
  remove(route: Route): void;
  /** All that answer at a path, whatever the method. */
  at(path: string): readonly Route[];
}

/** An empty table of routes. */
export function createRoutes(): Routes {
  const exact = new Map<string, Route[]>();
  const below = new Map<string, Route[]>();
  const listFor = ({ path }: Route) => (path.endsWith('/*') ? below : exact);
  return {
    add: (route) => {
      const list = listFor(route);
      const there = list.get(key(route)) ?? [];
      if (there.some(({ methods }) => methods.some((method) => route.methods.includes(method))))
        throw new SetupProblem(`Two answer at ${route.path}.`);
      list.set(key(route), [...there, route]);
    },
    remove: (route) => {
      const list = listFor(route);
      const left = list.get(key(route))?.filter((other) => other !== route) ?? [];
      if (left.length > 0) list.set(key(route), left);
      else list.delete(key(route));
    },
    at: (path) => exact.get(path) ?? nearestAbove(path, below) ?? [],
  };
}

/** The path without the sign that it stands for all below it. */
function key({ path }: Route): string {
  return path.replace(/\/\*$/, '');
}

/** The routes of the longest path that this one is below. */
function nearestAbove(path: string, below: ReadonlyMap<string, Route[]>): Route[] | undefined {
  for (let above = path; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const found = below.get(above);
    if (found !== undefined) return found;
  }
  return undefined;
}
