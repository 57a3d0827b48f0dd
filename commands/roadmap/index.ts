import type { Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { message, say } from '../../src/message/say.ts';
import { type Action, askButton, type Draft } from '../../src/reply.ts';
import { guideOf } from '../views/guide/guide.ts';
import { askOf, resolveRole, ROLE_OPTION } from '../input/resolve.ts';
import { documentedRoads } from './documented.ts';
import { guidedRoad } from './guided.ts';
import { drawnRoads } from './picture.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { tabs } from '../views/tabs.ts';
import { nearGuided } from '../views/no-guide.ts';

/** The road to a role: phases in order, with months, hours and cost added up as far as they are stated. */
export const roadmap = defineCommand({
  name: 'roadmap',
  summary: 'The road to a role, phase by phase: what to learn, in which order, and how long it takes',
  options: {
    role: ROLE_OPTION,
    'hours-per-week': { kind: 'number', description: 'Hours a week you have for it', min: 1, max: 100 },
    view: {
      kind: 'choice',
      description: 'In words, or the documented phases as a timeline',
      choices: ['words', 'picture'],
    },
  },
  examples: ['roadmap ml-engineer', 'roadmap defense-ml-engineer hours-per-week:10'],
  shareable: true,
  cacheable: true,
  answer: ({ role, 'hours-per-week': hours, view }, context) => {
    const named = resolveRole(
      role,
      askOf('roadmap', { role, 'hours-per-week': hours, view }),
      'role',
      context,
    );
    if (named.kind === 'unresolved') return named.reply;
    const hasRoad = named.entry.roadmap.length > 0;
    const isDrawn = view === 'picture' && hasRoad;
    const draft = isDrawn
      ? documentedRoads(named.entry, hours, context)
      : roadOf(named.entry, hours, context);
    const isPlanned = hasRoad || guideOf(named.entry, context.knowledge) !== undefined;
    const ask = askOf('roadmap', { role: named.entry.id, 'hours-per-week': hours, view });
    if (isDrawn) {
      const drawn = drawnRoads(named.entry, draft, context);
      return { ...drawn, body: [...(drawn.body ?? []), ...named.guess], match: named.match, ask };
    }
    const actions = nextActions([
      ...(hasRoad ? [askButton(say('Picture'), 'roadmap', { role: named.entry.id, view: 'picture' })] : []),
      ...(isPlanned ? hourButtons(named.entry, hours) : []),
      ...tabs(named.entry, context.knowledge, 'roadmap'),
    ]);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...actions, ...named.guess],
      match: named.match,
      ask,
    };
  },
});

function roadOf(role: Role, hours: number | undefined, context: CommandContext): Draft {
  const own = guideOf(role, context.knowledge);
  if (own !== undefined) return guidedRoad(own, role, hours, context);
  if (role.roadmap.length > 0) return documentedRoads(role, hours, context);
  const { knowledge } = context;
  const near = nearGuided(role, knowledge, {
    label: message('Roadmap: {role}'),
    ask: (id) => askOf('roadmap', { role: id, 'hours-per-week': hours }),
  });
  return {
    tone: 'miss',
    title: say('{role} · roadmap', { role: role.title }),
    lead: [
      say('No guide has been written for {role} yet, and no source gives a road to it.', {
        role: role.title,
      }),
    ],
    body: nextActions(asButtonsOrMenu(say('Near roles with a guide'), near)),
  };
}

/** Hours a week that people ask about first. */
const HOURS = [5, 10, 20];

function hourButtons({ id }: Role, shown: number | undefined): Action[] {
  return HOURS.filter((n) => n !== shown).map((n) => ({
    kind: 'ask',
    label: say('{n} h a week', { n }),
    ask: askOf('roadmap', { role: id, 'hours-per-week': n }),
  }));
}
