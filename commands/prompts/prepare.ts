import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { PostContent } from '../../src/prompts/content.ts';
import { readContent, specOf } from '../../src/prompts/content.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { Prepare } from '../../src/schedule/claims.ts';
import type { Slot } from '../../src/schedule/next.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Occurrence } from '../../src/store/ledger.ts';
import { occurrenceId } from '../../src/store/ledger.ts';
import type { PostFacts } from './post.ts';
import { answerDraft, posted, promptDraft } from './post.ts';
import type { Track } from './follow.ts';
import { trackOf } from './follow.ts';
import { nextTurn } from './sequence.ts';

/** As many runs as are looked back at: a prompt is not repeated within them unless all were posted. */
const PAST = 1_000;

/** Makes the content of runs from the knowledge as it is at the time. */
export function preparing(knowledge: () => KnowledgeBase): Prepare {
  return async (schedule, slot, store) => {
    const [past, proposals] = await Promise.all([
      store.ledger.occurrences(schedule.id, PAST),
      store.proposals.list(schedule.community),
    ]);
    const world = {
      knowledge: knowledge(),
      proposals,
      now: slot.at,
      report: (since: string) => store.counts.report(schedule.community, since),
    };
    const spec = specOf(schedule);
    const track = await trackOf(spec, world);
    return preparePost(schedule, slot, { past, track }, world.knowledge);
  };
}

/** What is kept that a run depends on. */
interface Kept {
  readonly past: readonly Occurrence[];
  readonly track: Track;
}

/** What a schedule's run will say: the next prompt of its track, made from the knowledge as it is now; or why nothing. */
function preparePost(
  schedule: Schedule,
  slot: Slot,
  { past, track }: Kept,
  knowledge: KnowledgeBase,
): { readonly content: PostContent } | { readonly skip: Said } {
  const { id, community, timetable } = schedule;
  const spec = specOf(schedule);
  const turn = nextTurn(track.topics, postsIn(past));
  if (turn === undefined) return { skip: say('There is no prompt for "{track}".', { track: spec.track }) };
  const test = slot.key.startsWith('test-');
  const run = occurrenceId(id, slot.key);
  const due = { at: slot.at, zone: timetable.zone };
  const because = track.because(turn.topic);
  const facts: PostFacts = { knowledge, now: slot.at, due, run, test, because };
  const answer = answerDraft(turn, facts);
  const { topic, week, round } = turn;
  const content = {
    community,
    track: topic.track,
    topic: topic.key,
    title: topic.title,
    week,
    round,
    test,
    mention: spec.mention ?? null,
    language: spec.language ?? 'en',
    reply: posted(promptDraft(turn, facts)),
    answer: answer === null ? null : posted(answer),
  };
  return { content };
}

/**
 * What was posted in runs, latest first. A run that no channel got has used up nothing: its prompt comes with the next.
 */
export function postsIn(past: readonly Occurrence[]): PostContent[] {
  return past.flatMap(({ content, reaches }) => (reaches ? (readContent(content) ?? []) : []));
}
