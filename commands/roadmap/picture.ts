import type { Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { askButton, type Draft, picture } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { roadChart } from '../views/charts.ts';
import { tabs } from '../views/tabs.ts';

/** The same documented roads to look at. */
export function drawnRoads(role: Role, draft: Draft, { knowledge }: CommandContext): Draft {
  return {
    ...draft,
    body: [
      picture(roadChart(role, knowledge)),
      ...nextActions([
        askButton(say('In words'), 'roadmap', { role: role.id }),
        ...tabs(role, knowledge, 'roadmap'),
      ]),
    ],
  };
}
