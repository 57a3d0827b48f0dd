import type { KnowledgeBase } from '../../knowledge/index.ts';
import { cite } from '../../knowledge/load/evidence.ts';
import type { Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import type { Draft, Text } from '../../src/reply.ts';
import { bold } from '../../src/reply.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import { effortOf, type Hours } from '../views/guide/hours.ts';
import { askOf } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';

/** As many roles as are told of. */
const SHOWN = 10;

interface Effort {
  readonly role: Role;
  readonly hours: Hours;
  readonly own: RoleGuide;
}

/** The roles that take the fewest hours from nothing, by the estimates of their guides: of all or of one family. */
export function rolesByEffort(family: string | undefined, context: CommandContext): Draft {
  const shown = effortsOf(family, context.knowledge).slice(0, SHOWN);
  const choices = shown.map(({ role }) => ({ label: role.title, ask: askOf('roadmap', { role: role.id }) }));
  const facts = shown.flatMap(({ own }) => [cite(own.guide, ['skills']), cite(own.guide, ['phases'])]);
  const items = shown.map(({ role, hours }): Text => [bold(role.title), phrase`: ${hoursSaid(hours)}`]);
  return {
    title:
      family === undefined
        ? say('Roles that take the fewest hours to learn')
        : say('{family} roles that take the fewest hours to learn', { family }),
    lead: [leadOf(shown)],
    body: [
      { kind: 'list', ordered: true, items },
      ...nextActions(asButtonsOrMenu(say('Roadmap of one'), choices)),
    ],
    ...restsOn(facts, context, { steps: [[say(ADDED_UP)]] }),
    ask: askOf('rank', { by: 'effort', of: family }),
  };
}

const ADDED_UP = message(
  'The order is computed: the hours that each guide gives for its skills and projects, added up.',
);

function effortsOf(family: string | undefined, knowledge: KnowledgeBase): Effort[] {
  return knowledge.roles.all
    .filter((role) => role.family === (family ?? role.family))
    .flatMap((role): Effort[] => {
      const own = guideOf(role, knowledge);
      return own === undefined ? [] : [{ role, hours: effortOf(own.guide), own }];
    })
    .sort((a, b) => a.hours.low - b.hours.low || a.role.title.localeCompare(b.role.title, 'en'));
}

function leadOf([first]: readonly Effort[]): Said {
  if (first === undefined) return say('No role I know has such an estimate.');
  return say(
    '{role}: {low} to {high} hours from nothing, by its guide. How hard it is to be hired, hours do not say.',
    { role: first.role.title, ...numerals(first.hours) },
  );
}

function hoursSaid(hours: Hours) {
  return say('{low} to {high} hours', numerals(hours));
}

function numerals({ low, high }: Hours) {
  return { low: numeral(low), high: numeral(high) };
}
