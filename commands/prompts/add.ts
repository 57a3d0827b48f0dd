import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { Problem } from '../../src/parse.ts';
import type { Draft } from '../../src/reply.ts';
import { askOf, settleRole } from '../name.ts';
import { followedIn, suggestTracks, trackHere } from './follow.ts';
import { newPlan, TIMING } from './plan.ts';
import { scheduleNodes } from './show.ts';
import { communityOf } from './where.ts';

/** Makes a schedule of prompts. */
export const addPrompts = defineCommand({
  name: 'prompts add',
  summary: "Post a prompt from a role's road on a schedule",
  options: {
    track: {
      kind: 'words',
      description: 'The role whose road to follow; or most-asked, most-missed: what people here ask',
      required: true,
      suggest: suggestTracks,
    },
    when: {
      kind: 'words',
      description: 'mon 09:00 · weekdays 18:30 · every 2 weeks on tue 18:30 · day 1 10:00 · cron 0 9 * * 1',
      required: true,
    },
    ...TIMING,
  },
  examples: [
    'prompts add ml-engineer when:"mon 09:00" zone:Europe/Madrid',
    'prompts add data-engineer when:"every 2 weeks on tue 18:30" zone:America/New_York thread:yes',
  ],
  shareable: false,
  managersOnly: true,
  answer: async ({ track, when, ...told }, context) => {
    const followed = followedIn(track);
    if (followed !== undefined) return add(followed, { when, ...told }, context);
    const role = settleRole(track, askOf('prompts add', { track, when, ...told }), 'track', context);
    if (role.kind === 'unclear') return role.reply;
    const draft = await add(role.entry.id, { when, ...told }, context);
    return { ...draft, body: [...(draft.body ?? []), ...role.guess], match: role.match };
  },
});

async function add(
  track: string,
  told: Parameters<typeof newPlan>[2],
  context: CommandContext,
): Promise<Draft> {
  const { place, asker, now, prompts } = context;
  const community = communityOf(place);
  const id = `${track.slice(0, 30)}-${randomUUID().slice(0, 4)}`;
  const plan = newPlan(id, track, told, { place, community, by: asker.id, now });
  const { topics, because } = await trackHere(plan.content, community, context);
  const [first] = topics;
  if (first === undefined) throw nothingThere(told);
  const why = because(first);
  const begins = why === null ? '' : ` Now: ${why}; looked up anew each time.`;
  return added(
    await prompts.keep(plan),
    `${topics.length} prompts, none twice before all were posted.${begins}`,
    context,
  );
}

function nothingThere({
  phase,
  skills,
}: {
  phase?: string | undefined;
  skills?: string | undefined;
}): Problem {
  const only = [phase, skills].filter((words) => words !== undefined).join(' and ');
  return new Problem(
    only === ''
      ? 'No source names a skill for that role, so there is nothing to post: choose another role.'
      : `No prompt of that role is about ${only}: leave that out, or look at /prompts preview.`,
  );
}

function added(
  state: Awaited<ReturnType<CommandContext['prompts']['keep']>>,
  said: string,
  context: CommandContext,
): Draft {
  const { zone } = state.schedule.timetable;
  const hint = zone === 'UTC' ? ' Times are UTC; zone:Europe/Madrid would change that.' : '';
  return {
    title: `${state.schedule.id} is on`,
    lead: [`${said}${hint}`],
    body: scheduleNodes(state, context),
  };
}
