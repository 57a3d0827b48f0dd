import type { Course, KnowledgeBase } from '../../knowledge/index.ts';
import { numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, message, phrase, say, sayText } from '../../src/message/say.ts';
import {
  type Action,
  askButton,
  bold,
  type Draft,
  type Inline,
  link,
  moment,
  type Reply,
  type Text,
} from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { costsOf, costWords } from '../views/courses.ts';
import { credits } from '../views/credits.ts';
import type { Turn } from '../../src/prompts/sequence.ts';
import type { Topic } from '../../src/prompts/topic.ts';
import { writtenTitle } from './tracks.ts';

/** How long a prompt takes, as its author estimates. */
const DURATION_WORDS: Readonly<Record<NonNullable<Topic['duration']>, string>> = {
  'ten-minutes': message('about ten minutes'),
  hour: message('about an hour'),
  weekend: message('a weekend'),
};

/** What a post is made of besides its topic. */
export interface PostFacts {
  readonly knowledge: KnowledgeBase;
  /** Epoch milliseconds: when its sources are judged overdue or not. */
  readonly now: number;
  /** When it is due, and where; null for a look at a track that no schedule follows. */
  readonly due: { readonly at: number; readonly zone: string } | null;
  /** The name of the run, for the buttons; null in a preview. */
  readonly run: string | null;
  readonly test: boolean;
  /** Why this role, where the track follows what is asked. */
  readonly because?: Said | null;
}

/** A week's prompt: why it matters, one thing to read, to build and to discuss. */
export function promptDraft(turn: Turn, facts: PostFacts): Draft {
  const { topic, week } = turn;
  const { knowledge } = facts;
  const mark = facts.test ? phrase`${say('Test')} · ` : '';
  const named = say('Week {week} of {role}', { week, role: writtenTitle(topic.track, knowledge) });
  return {
    title: phrase`${mark}${joined([named, topic.title, ...durationOf(topic)], ' · ')}`,
    lead: [topic.why],
    body: [
      {
        kind: 'list',
        items: [...readItem(topic, knowledge), ...buildItem(topic), ...discussItem(topic)],
      },
      { kind: 'note', text: footnote(turn, facts) },
      ...nextActions(buttons(topic, facts)),
    ],
    sources: credits(sourcesOf(topic, knowledge), facts),
  };
}

/** The answer key, as it is posted later; null where the prompt has none. */
export function answerDraft({ topic }: Turn, { knowledge, now, run }: PostFacts): Draft | null {
  if (topic.answer === undefined) return null;
  return {
    title: say('The key: {title}', { title: topic.title }),
    lead: [topic.answer],
    body: run === null ? [] : nextActions([askButton(say('Done'), 'study done', { run })]),
    sources: credits(sourcesOf(topic, knowledge), { knowledge, now }),
  };
}

/** A draft as a document that is posted rather than answered. */
export function posted(draft: Draft): Reply {
  return {
    tone: 'answer',
    body: [],
    sources: [],
    match: null,
    ...draft,
    ask: null,
    shareable: false,
  };
}

function durationOf({ duration }: Topic): Said[] {
  return duration === undefined ? [] : [say(DURATION_WORDS[duration])];
}

function readItem({ read, duration }: Topic, knowledge: KnowledgeBase): Text[] {
  if (read === undefined) return [];
  const course = knowledge.courses.get(read.course ?? '');
  const url = read.url ?? course?.url;
  const name: Inline = url === undefined ? bold(read.title) : link(read.title, url);
  const cost = costWords(read) ?? costOf(course) ?? say('cost not known');
  const time = hours(read.hours) ?? (duration === undefined ? say('time not known') : undefined);
  const said = time === undefined ? [cost] : [cost, time];
  return [[bold(say('Read')), ' ', name, phrase` (${joined(said, ', ')})`]];
}

function costOf(course: Course | undefined): Said | undefined {
  if (course === undefined) return undefined;
  const [cost] = costsOf(course);
  return cost?.text;
}

function buildItem({ build }: Topic): Text[] {
  if (build === undefined) return [];
  const about = hours(build.hours);
  return [[bold(say('Build')), phrase` ${build.text}${about === undefined ? '' : phrase` (${about})`}`]];
}

function discussItem({ discuss }: Topic): Text[] {
  return discuss === undefined ? [] : [[bold(say('Discuss')), phrase` ${discuss}`]];
}

/** Times are the author's estimate, so they say "about". */
function hours(count: number | undefined): Said | undefined {
  if (count === undefined) return undefined;
  return count < 1
    ? say('about {minutes} min', { minutes: Math.round((count * 60) / 5) * 5 })
    : say('about {hours} h', { hours: numeral(count) });
}

function footnote({ next: after }: Turn, { due, because }: PostFacts): Text {
  const parts: Text[] = [
    ...(due === null ? [] : [sayText('due {moment}', { moment: moment(due.at, due.zone) })]),
    ...(because === undefined || because === null ? [] : [[because]]),
    [after === undefined ? say('the last one of this track') : say('next: {title}', { title: after.title })],
  ];
  return parts.flatMap((part, at): Inline[] => (at === 0 ? [...part] : [' · ', ...part]));
}

/** The foot names who asks for the topic, and who says what its course costs. */
function sourcesOf({ sources, read }: Topic, knowledge: KnowledgeBase): string[] {
  const course = knowledge.courses.get(read?.course ?? '');
  const priced = course === undefined ? [] : costsOf(course).slice(0, 1);
  return [...sources, ...priced.flatMap((cost) => cost.sources)];
}

function buttons({ key, hint }: Topic, { run }: PostFacts): Action[] {
  return [
    ...(run === null
      ? []
      : [
          askButton(say("I'm in"), 'study join', { run }),
          askButton(say('Done'), 'study done', { run }),
          askButton(say('Skip'), 'study skip', { run }),
        ]),
    ...(hint === undefined ? [] : [askButton(say('Hint'), 'study hint', { topic: key })]),
  ];
}
