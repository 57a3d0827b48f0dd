import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { PostContent, PostedPrompt, PromptSpec } from '../../src/prompts/content.ts';
import { keptPost, readContent, specOf } from '../../src/prompts/content.ts';
import { message, say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import type { Prepare, Prepared } from '../../src/community/prepare-post.ts';
import type { Slot } from '../../src/schedules/next.ts';
import type { Schedule } from '../../src/community/schedule.ts';
import type { Occurrence } from '../../src/store/ledger.ts';
import { occurrenceId } from '../../src/store/ledger.ts';
import type { PostFacts } from './post.ts';
import { answerDraft, posted, promptDraft } from './post.ts';
import type { Track } from './follow.ts';
import { trackOf } from './follow.ts';
import { overDraft, overOf, overSentence } from './over.ts';
import { nextTurn, postedIn } from '../../src/prompts/sequence.ts';

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
): Prepared {
  const { id, community, timetable } = schedule;
  const spec = specOf(schedule);
  const posts = postsIn(past, spec);
  const turn = nextTurn(track.topics, posts);
  if (turn === undefined) return nothingToPost(schedule, { posts, track }, knowledge);
  const test = slot.key.startsWith('test-');
  const run = occurrenceId(id, slot.key);
  const due = { at: slot.at, zone: timetable.zone };
  const facts: PostFacts = { knowledge, now: slot.at, due, run, test, because: track.because(turn.topic) };
  const answer = answerDraft(turn, facts);
  const { topic, week } = turn;
  const { mention = null, language = 'en' } = spec;
  const content: PostContent = {
    community,
    track: topic.track,
    topic: topic.key,
    title: speak(topic.title, language),
    week,
    before: postedIn(posts),
    test,
    mention,
    language,
    reply: posted(promptDraft(turn, facts)),
    answer: answer === null ? null : posted(answer),
  };
  return { content: keptPost(content) };
}

/** A schedule that has nothing to post pauses, with a post that says so; not while its track may be only left out. */
function nothingToPost(
  { id, community, content }: Schedule,
  { posts, track }: { readonly posts: readonly PostedPrompt[]; readonly track: Track },
  knowledge: KnowledgeBase,
): Prepared {
  const spec = specOf({ content });
  const isEmpty = track.topics.length === 0;
  if (isEmpty && (knowledge.leftOut ?? []).length > 0) return { skip: say(LEFT_OUT) };
  const over = overOf({ id, content: spec }, posts, track);
  const { language = 'en' } = spec;
  return {
    content: keptPost({ community, language, reply: posted(overDraft(over, knowledge)) }),
    pause: overSentence(over, knowledge),
  };
}

const LEFT_OUT = message(
  'Its prompts may be in the knowledge that is left out because of mistakes; the log names each file and line.',
);

/**
 * What was posted in runs, latest first, since a schedule's track began. A run that no channel got has used up nothing:
 * its prompt comes with the next.
 */
export function postsIn(
  past: readonly Occurrence[],
  { since = 0 }: Pick<PromptSpec, 'since'>,
): PostedPrompt[] {
  return past.flatMap(({ content, reaches, claimedAt }) =>
    reaches && claimedAt >= since ? (readContent(content) ?? []) : [],
  );
}
