import type { Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { message, say } from '../../src/message/say.ts';
import { askButton, type Draft } from '../../src/reply.ts';
import { askOf, resolveRole, ROLE_OPTION } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { listSections } from '../views/blocks.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import { nearGuided, noGuide } from '../views/no-guide.ts';
import { onOneScreen } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, restsOn } from '../views/section.ts';
import { guideSummaries } from '../views/guide/summaries.ts';
import { tabs } from '../views/tabs.ts';
import { nightBefore } from './night-before.ts';

/** What an interview for a role asks, on the screen that somebody reads the night before; the whole is a press away. */
export const interview = defineCommand({
  name: 'interview',
  summary: 'What interviews for a role ask, how to prepare, and the usual mistake',
  options: {
    role: ROLE_OPTION,
  },
  examples: ['interview ml-engineer', 'interview data engineer'],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const named = resolveRole(values.role, askOf('interview', values), 'role', context);
    if (named.kind === 'unresolved') return named.reply;
    const { entry } = named;
    const own = guideOf(entry, context.knowledge);
    const draft = own === undefined ? fromSources(entry, context) : answerOf(own, entry, context);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...named.guess],
      match: named.match,
      ask: askOf('interview', { role: entry.id }),
    };
  },
});

function answerOf(own: RoleGuide, role: Role, context: CommandContext): Draft {
  const { knowledge } = context;
  const next = [
    askButton(say('All questions and stages'), 'role', { role: role.id, section: 'interview' }),
    askButton(say('Any interview'), 'advice', { topic: 'interviewing' }),
    ...tabs(role, knowledge, 'interview'),
  ];
  return onOneScreen(nightBefore(own), (sections) => ({
    title: say('{role} · interview', { role: role.title }),
    lead: [guideSummaries['interview']?.(own) ?? ''],
    body: [...nodesOf(sections, knowledge), ...nextActions(next)],
    ...restsOn(evidenceOf(sections), context),
  }));
}

/** What other sources say of interviews, where nobody has written a guide. */
function fromSources(role: Role, context: CommandContext): Draft {
  const { knowledge } = context;
  const sections = listSections('interview', role.interview);
  if (sections.length === 0) return unknown(role, context);
  const next = [
    askButton(say('Any interview'), 'advice', { topic: 'interviewing' }),
    ...tabs(role, knowledge, 'interview'),
  ];
  return {
    title: say('{role} · interview', { role: role.title }),
    lead: [noGuide(role)],
    body: [...nodesOf(sections, knowledge), ...nextActions(next)],
    ...restsOn(evidenceOf(sections), context),
  };
}

function unknown(role: Role, { knowledge }: CommandContext): Draft {
  const near = nearGuided(role, knowledge, {
    label: message('Interview: {role}'),
    ask: (id) => askOf('interview', { role: id }),
  });
  return {
    tone: 'miss',
    title: say('{role} · interview', { role: role.title }),
    lead: [noGuide(role)],
    body: nextActions([
      ...asButtonsOrMenu(say('Near roles with a guide'), near),
      askButton(say('Any interview'), 'advice', { topic: 'interviewing' }),
      ...tabs(role, knowledge, 'interview'),
    ]),
  };
}
