import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { PromptState } from '../../src/community/schedules.ts';
import type { Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { meantBy } from './meant.ts';
import { followedIn, suggestTracks, trackHere } from './follow.ts';
import { overDraft, overOf } from './over.ts';
import { promptDraft } from './post.ts';
import { postsIn } from './prepare.ts';
import { nextTurn } from '../../src/prompts/sequence.ts';
import { topicsOf } from './topic.ts';
import { withoutTrack } from './trackless.ts';
import { settleTrack, writtenTitle } from './tracks.ts';
import { chooseSchedule, communityOf, suggestSchedules } from './where.ts';

/** What a schedule posts next, or how the track of a role begins. */
export const previewPrompts = defineCommand({
  name: 'prompts preview',
  summary: "The next prompt of a schedule, or the first of a role's road",
  options: {
    what: {
      kind: 'words',
      description: 'A schedule or a role; the only schedule if you leave it out',
      suggest: suggestWhat,
    },
    week: { kind: 'number', description: 'Which week of the road, from 1', min: 1, max: 200 },
  },
  examples: ['prompts preview ml-engineer', 'prompts preview', 'prompts preview ml-engineer week:17'],
  shareable: true,
  answer: async ({ what, week }, context) => {
    if (what === undefined) return ofOnlyOne(context);
    const followed = followedIn(what);
    if (followed !== undefined) return ofFollowed(followed, context);
    const ask = askOf('prompts preview', { what, week });
    const track = settleTrack(what, ask, 'what', context);
    const isTrack = track.kind === 'known' && track.match.kind === 'exact';
    const state = isTrack ? undefined : await scheduleNamed(what, context);
    if (state !== undefined) return ofSchedule(state, context);
    if (track.kind === 'unresolved') return track.reply;
    const { id } = track.entry;
    const draft = withoutTrack(id, { ask, option: 'what' }, context) ?? ofTrack(id, week ?? 1, context);
    return { ...draft, body: [...(draft.body ?? []), ...track.guess], match: track.match };
  },
});

async function ofOnlyOne(context: CommandContext): Promise<Draft> {
  const chosen = await chooseSchedule(undefined, 'prompts preview', context, 'what');
  return 'reply' in chosen ? chosen.reply : ofSchedule(chosen.state, context);
}

/** The schedule of this name, as far as schedules are there to be asked about; a track can be previewed without. */
async function scheduleNamed(what: string, context: CommandContext): Promise<PromptState | undefined> {
  const { community, place } = context;
  try {
    const states = await community.schedules.list(`${place.on ?? ''}:${place.community ?? ''}`);
    const schedules = states.map(({ schedule }) => schedule);
    const [only, ...more] = meantBy(what, schedules, context);
    return more.length > 0 ? undefined : states.find(({ schedule }) => schedule.id === only?.id);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function ofSchedule({ schedule, runs }: PromptState, context: CommandContext): Promise<Draft> {
  const { knowledge, now } = context;
  const { id, content, community, timetable } = schedule;
  const past = postsIn(await context.community.schedules.past(id), content);
  const track = await trackHere(content, community, context);
  const turn = nextTurn(track.topics, past);
  if (turn === undefined) return overDraft(overOf(schedule, past, track), knowledge);
  const [run] = runs;
  const due = run === undefined ? null : { at: run.at, zone: timetable.zone };
  const { language = 'en' } = content;
  const because = track.because(turn.topic);
  const draft = promptDraft(turn, { knowledge, now, due, run: null, test: false, because });
  // As it will be posted, whoever looks at it.
  return { ...draft, language };
}

/** How a track begins that follows what is asked here. */
async function ofFollowed(track: string, context: CommandContext): Promise<Draft> {
  const { knowledge, now, place, asker } = context;
  const { topics, because } = await trackHere({ track, by: asker.id }, communityOf(place), context);
  const turn = nextTurn(topics, []);
  if (turn === undefined) return nothing();
  const why = because(turn.topic);
  return promptDraft(turn, { knowledge, now, due: null, run: null, test: false, because: why });
}

function ofTrack(track: string, week: number, { knowledge, now }: CommandContext): Draft {
  const topics = topicsOf({ track }, knowledge);
  const topic = topics[week - 1];
  if (topic === undefined) return noSuchWeek(track, topics.length, knowledge);
  const turn = { topic, week, next: topics[week] };
  return promptDraft(turn, { knowledge, now, due: null, run: null, test: false });
}

function noSuchWeek(track: string, weeks: number, knowledge: KnowledgeBase): Draft {
  return {
    tone: 'miss',
    title: say('Nothing to post'),
    lead: [say('{track} has {n} weeks.', { track: writtenTitle(track, knowledge), n: weeks })],
    body: nextActions([askButton(say('Week {week}', { week: 1 }), 'prompts preview', { what: track })]),
  };
}

/** A track that follows what is asked has nothing only where no prompts are known at all. */
function nothing(): Draft {
  return { tone: 'miss', title: say('Nothing to post'), lead: [say('I know no prompts at all.')] };
}

function suggestWhat(typed: string, context: CommandContext): readonly Suggestion[] {
  return [...suggestSchedules(typed, context), ...suggestTracks(typed, context)];
}
