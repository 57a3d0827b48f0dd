import { citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { movesOf } from '../../knowledge/moves.ts';
import type { Way } from '../../src/chart.ts';
import { numeral } from '../../src/message/figures.ts';
import { say } from '../../src/message/say.ts';
import { askButton, type Draft, picture } from '../../src/reply.ts';
import { pathWords, twoSteps } from './two-steps.ts';
import { transitionsIn, transitionsOut } from '../role/transitions.ts';
import { nextActions } from '../views/actions.ts';
import { moveChart } from '../views/charts.ts';
import { roleTitle } from '../views/names.ts';
import { nearestRoles } from '../views/near-roles.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** The documented moves around a role to look at; undefined where there are none. */
export function drawnMoves(role: Role, context: CommandContext): Draft | undefined {
  const { knowledge } = context;
  const [into, out] = [transitionsIn(role, knowledge), transitionsOut(role, knowledge)];
  const moves = [...into, ...out];
  const paths = twoSteps(role, knowledge);
  const further = [
    ...paths.map((steps) => ({ label: steps.at(-1)?.to.title ?? '', words: pathWords(steps), timed: false })),
    ...neighbours(
      role,
      new Set([...moves, ...paths.flat()].flatMap(({ from, to }) => [idOf(from), idOf(to)])),
      knowledge,
    ),
  ];
  if (moves.length === 0) return undefined;
  return {
    title: say('{role} · ways out and in', { role: role.title }),
    lead: [say('The moves that sources document, with the months they give.')],
    body: [
      picture(moveChart(role, { into, out, further }, knowledge)),
      ...nextActions([
        askButton(say('In words'), 'transition', { from: role.id }),
        ...tabs(role, knowledge, 'transition'),
      ]),
    ],
    ...restsOn(
      [...moves, ...paths.flat().map(({ transition }) => transition)].flatMap(({ documented }) =>
        citeAll(documented),
      ),
      context,
    ),
  };
}

function idOf(role: Role | string): string {
  return typeof role === 'string' ? role : role.id;
}

/** As many neighbours stand on the map. */
const NEIGHBOURS = 4;

/** The roles beside this one that no documented move leads to, with how much of what they ask for it asks for too. */
function neighbours(role: Role, shown: ReadonlySet<string>, knowledge: KnowledgeBase): Way[] {
  const near = nearestRoles(role.id, knowledge).filter((id) => !shown.has(id));
  return near.slice(0, NEIGHBOURS).flatMap((id): Way[] => {
    const { kept } = movesOf(knowledge).gap(role.id, id);
    const share = numeral(kept, { style: 'percent' });
    if (kept === 0) return [];
    return [
      {
        label: roleTitle(id, knowledge),
        words: say('{share} of its skills in common', { share }),
        timed: false,
      },
    ];
  });
}
