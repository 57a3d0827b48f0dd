import { citeAll, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { askButton, type Draft, picture } from '../../src/reply.ts';
import { transitionsIn, transitionsOut } from '../role/transitions.ts';
import { nextActions } from '../views/actions.ts';
import { moveChart } from '../views/charts.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** The documented moves around a role to look at; undefined where there are none. */
export function drawnMoves(role: Role, context: CommandContext): Draft | undefined {
  const { knowledge } = context;
  const [into, out] = [transitionsIn(role, knowledge), transitionsOut(role, knowledge)];
  const moves = [...into, ...out];
  if (moves.length === 0) return undefined;
  return {
    title: say('{role} · ways out and in', { role: role.title }),
    lead: [say('The moves that sources document, with the months they give.')],
    body: [
      picture(moveChart(role, into, out, knowledge)),
      ...nextActions([
        askButton(say('In words'), 'transition', { from: role.id }),
        ...tabs(role, knowledge, 'transition'),
      ]),
    ],
    ...restsOn(
      moves.flatMap(({ documented }) => citeAll(documented)),
      context,
    ),
  };
}
