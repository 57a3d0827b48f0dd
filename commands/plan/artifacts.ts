import {
  type Citation,
  cite,
  type KnowledgeBase,
  type Role,
  type Transition,
} from '../../knowledge/index.ts';
import { type Said, say } from '../../src/message/say.ts';
import { sourceName } from '../views/names.ts';

/** Things to build and show, as one source gives them. */
export interface Artifacts {
  readonly from: Citation;
  readonly title: Said;
  readonly items: readonly string[];
}

/** As many as a plan has room for. */
const MOST = 5;

/** What to build on the way: what a source names for this very move, else the portfolio of the role; undefined without. */
export function artifactsFor(
  { portfolio }: Role,
  move: Transition | undefined,
  knowledge: KnowledgeBase,
): Artifacts | undefined {
  const documented = move?.documented.find(({ artifacts }) => artifacts.length > 0);
  if (documented !== undefined)
    return {
      from: cite(documented),
      title: say('Then show it with · {source}', { source: sourceName(documented.source, knowledge) }),
      items: documented.artifacts.slice(0, MOST),
    };
  const block = portfolio.find(({ ordered }) => ordered === true) ?? portfolio[0];
  if (block === undefined) return undefined;
  const items = block.items.map((item) => (typeof item === 'string' ? item : item.name));
  const title = say('Then show it with · {source}', { source: sourceName(block.source, knowledge) });
  return { from: cite(block), title, items: items.slice(0, MOST) };
}
