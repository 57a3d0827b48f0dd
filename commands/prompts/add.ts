import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/say.ts';
import { joined, message, say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { PromptState } from '../../src/community/schedules.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { askToAgree, SURE } from './agree.ts';
import { settleFallback } from './fallback.ts';
import { fallbackSentence, suggestTracks, trackHere } from './follow.ts';
import { newPlan, TIMING } from './plan.ts';
import { scheduleNodes } from './show.ts';
import { settleHere } from './switch.ts';
import { addForm, askForMore } from './add-form.ts';
import { communityOf, nameHere } from './where.ts';
import { WHEN } from './when.ts';
import { askZone } from './zone.ts';

/** Makes a schedule of prompts; asked without saying of what and when, a form asks. */
export const addPrompts = defineCommand({
  name: 'prompts add',
  summary: 'Post a prompt of a track on a schedule',
  options: {
    track: {
      kind: 'words',
      description:
        'The role or topic whose track to follow; or most-asked, most-missed: what people here ask',
      suggest: suggestTracks,
    },
    when: { kind: 'words', description: WHEN },
    ...TIMING,
    sure: SURE,
  },
  examples: [
    'prompts add ml-engineer when:"every Monday at 9am" zone:Madrid',
    'prompts add data-engineer when:"every 2 weeks on tue 18:30" zone:America/New_York thread:yes',
  ],
  shareable: false,
  managersOnly: true,
  changes: true,
  form: addForm,
  opensForm: ({ track, when }) => track === undefined || when === undefined,
  answer: async ({ track, when, sure, ...told }, context) => {
    const ask = askOf('prompts add', { track, when, ...told });
    if (track === undefined || when === undefined) return askForMore(ask, track);
    const named = await settleHere(track, communityOf(context.place), ask, context);
    if ('reply' in named) return named.reply;
    const draft = await add(named.track, { when, sure, ...told }, ask, context);
    const { body = [], ...read } = named.extra;
    return { ...draft, body: [...(draft.body ?? []), ...body], ...read };
  },
});

async function add(
  track: string,
  { sure, ...told }: Parameters<typeof newPlan>[2] & { readonly sure: string | undefined },
  ask: Ask,
  context: CommandContext,
): Promise<Draft> {
  const fallback = settleFallback(track, told.fallback, ask, context);
  if ('reply' in fallback) return fallback.reply;
  const zone = askZone(told.zone, ask);
  if (zone !== undefined) return zone;
  const { place, asker, now } = context;
  const community = communityOf(place);
  const id = `${track.slice(0, 30)}-${randomUUID().slice(0, 4)}`;
  const plan = newPlan(
    id,
    track,
    { ...told, ...fallback },
    { place, community, by: asker.id, locale: asker.locale, now },
  );
  const { topics, because } = await trackHere(plan.content, community, context);
  const [first] = topics;
  if (first === undefined) throw nothingThere(told);
  const state = await context.community.schedules.keep(plan, sure);
  if ('agreement' in state) return askToAgree(state, ask, context.knowledge);
  const why = because(first);
  const said = [
    say(PROMPTS, { n: topics.length }),
    ...(why === null ? [] : [say('Now: {why}; looked up anew each time.', { why })]),
    fallbackSentence(plan.content, context.knowledge) ?? [],
  ];
  return added(state, said.flat(), context);
}

const PROMPTS = message(
  '{n, plural, one {One prompt} other {# prompts}}, each once; after the last one it pauses and offers another track.',
);

type Narrowed = { readonly phase?: string | undefined; readonly skills?: string | undefined };

function nothingThere({ phase, skills }: Narrowed): Problem {
  const only = enumerate([phase, skills].filter((words) => words !== undefined));
  return new Problem(
    only === ''
      ? say('I know no prompts at all, so there is nothing to post.')
      : say('No prompt of that role is about {only}: leave that out, or look at /prompts preview.', { only }),
  );
}

async function added(state: PromptState, said: readonly Said[], context: CommandContext): Promise<Draft> {
  const { timetable } = state.schedule;
  const hint = timetable.zone === 'UTC' ? [say('Times are UTC; zone:Europe/Madrid would change that.')] : [];
  return {
    title: say('{schedule} is on', { schedule: await nameHere(state.schedule, context) }),
    lead: [joined([...said, ...hint], ' ')],
    body: scheduleNodes(state, context),
  };
}
