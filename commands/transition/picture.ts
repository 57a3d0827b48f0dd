import { type Citation, citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { movesOf, NEAR_ENOUGH } from '../../knowledge/moves.ts';
import { citeSkills } from '../../knowledge/skill-lists.ts';
import type { Way } from '../../src/chart.ts';
import { numeral } from '../../src/message/figures.ts';
import { type Said, say } from '../../src/message/say.ts';
import { askButton, type Draft, picture } from '../../src/reply.ts';
import { METHOD_NOTE } from './method-note.ts';
import { pathWords, twoSteps } from './two-steps.ts';
import { transitionsIn, transitionsOut } from '../role/transitions.ts';
import { nextActions } from '../views/actions.ts';
import { moveChart } from '../views/charts.ts';
import { roleTitle } from '../views/names.ts';
import { nearestRoles } from '../views/near-roles.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** The documented moves around a role to look at, and what is computed beside them; undefined where there are none. */
export function drawnMoves(role: Role, context: CommandContext): Draft | undefined {
  const { knowledge } = context;
  const [into, out] = [transitionsIn(role, knowledge), transitionsOut(role, knowledge)];
  const steps = twoSteps(role, knowledge).map((path) => ({ path, far: path.at(-1)?.to }));
  const documented = [...into, ...out, ...steps.flatMap(({ path }) => path.map((step) => step.transition))];
  if (documented.length === 0) return undefined;
  const shown = new Set(documented.flatMap(({ from, to }) => [from, to]));
  const near = neighbours(role, shown, knowledge);
  const far = steps.map(({ path, far: end }) => way(end?.title ?? '', pathWords(path)));
  const chart = moveChart(role, { into, out, further: [...far, ...near.map((each) => each.way)] }, knowledge);
  return {
    title: say('{role} · ways out and in', { role: role.title }),
    lead: [say('The moves that sources document, with the months they give.')],
    body: [
      picture(chart),
      ...nextActions([
        askButton(say('In words'), 'transition', { from: role.id }),
        ...tabs(role, knowledge, 'transition'),
      ]),
    ],
    ...restsOn(
      [
        ...documented.flatMap((move) => citeAll(move.documented)),
        ...near.flatMap(({ evidence }) => evidence),
      ],
      context,
      { steps: near.length === 0 ? [] : [[say(METHOD_NOTE)]] },
    ),
  };
}

function way(label: Said, words: Said): Way {
  return { label, words, timed: false };
}

/** As many neighbours stand on the map. */
const NEIGHBOURS = 4;

interface Neighbour {
  readonly way: Way;
  readonly evidence: readonly Citation[];
}

/** The roles beside this one that no documented move leads to and that ask for much of what it asks for. */
function neighbours(role: Role, shown: ReadonlySet<string>, knowledge: KnowledgeBase): Neighbour[] {
  return nearestRoles(role.id, knowledge)
    .filter((id) => !shown.has(id))
    .map((id) => ({ id, ...movesOf(knowledge).gap(role.id, id) }))
    .filter(({ kept }) => kept >= NEAR_ENOUGH)
    .slice(0, NEIGHBOURS)
    .map(({ id, kept, shared }) => {
      const words = say('{share} of its skills in common', { share: numeral(kept, { style: 'percent' }) });
      return { way: way(roleTitle(id, knowledge), words), evidence: citeSkills(shared, id, knowledge) };
    });
}
