import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Place } from '../../src/invocation.ts';
import type { Message, Said } from '../../src/message/say.ts';
import { joined, message, phrase, say, sayText } from '../../src/message/say.ts';
import type { PromptSchedule } from '../../src/community/schedule.ts';
import type { PromptState } from '../../src/community/schedules.ts';
import type { ReplyNode, Text } from '../../src/reply.ts';
import { askButton, bold, channel, moment } from '../../src/reply.ts';
import { describeTimetable } from '../../src/schedules/describe.ts';
import { nextActions } from '../views/actions.ts';
import { join } from '../views/format.ts';
import { followedIn, trackTitle } from './follow.ts';
import type { Over } from './over.ts';
import { LANGUAGE_NAMES } from './plan.ts';
import { writtenTitle } from './tracks.ts';
import { channelsOf } from './where.ts';

type Shown = Pick<CommandContext, 'knowledge' | 'place'>;

/** What a schedule does, in fields. */
export function scheduleNodes(state: PromptState, { knowledge, place }: Shown): ReplyNode[] {
  const { schedule } = state;
  return [
    {
      kind: 'fields',
      fields: [
        { name: say('Track'), value: [trackWords(state, knowledge)] },
        { name: say('When'), value: [describeTimetable(schedule.timetable)] },
        { name: say('Next'), value: nextRuns(state) },
        { name: say('Where'), value: [...whereText(schedule, place), phrase` · ${extras(state)}`] },
      ],
    },
    ...troubles(state),
    ...nextActions(buttons(schedule)),
  ];
}

function buttons({ id, state }: PromptSchedule) {
  return [
    askButton(say('Preview'), 'prompts preview', { what: id }),
    state === 'active'
      ? askButton(say('Pause'), 'prompts pause', { schedule: id })
      : askButton(say('Resume'), 'prompts resume', { schedule: id }),
    askButton(say('Test'), 'prompts test', { schedule: id }),
    askButton(say('Why'), 'prompts why', { schedule: id }),
  ];
}

/** A schedule in a line, by its name. */
export function scheduleLine(state: PromptState, name: Said, over: Over | undefined, shown: Shown): Text {
  const { schedule, targets } = state;
  const paused = targets.filter(({ pausedAt }) => pausedAt !== null);
  const narrowed = narrowedWords(state, shown.knowledge);
  return [
    bold(name),
    phrase` · ${joined([...narrowed, describeTimetable(schedule.timetable)], ' · ')} · `,
    ...whereText(schedule, shown.place),
    ' · ',
    ...standing(state, over),
    ...paused.map(({ reason }) => phrase`\n${pausedChannel(reason, name)}`),
  ];
}

/** When it comes next, or why it does not. */
function standing({ schedule, runs }: PromptState, over: Over | undefined): Text {
  const [run] = runs;
  if (schedule.state === 'paused') {
    if (over === undefined) return [say('paused')];
    return [over.count > 0 ? say('paused: its track is finished') : say('paused: it has no prompts')];
  }
  if (run === undefined) return [say('no run ahead')];
  return sayText('next {moment}', { moment: moment(run.at, schedule.timetable.zone) });
}

function pausedChannel(reason: Said | null, name: Said): Message {
  return reason === null
    ? say('The channel is paused: it refused. Mend that, then /prompts resume {id}', { id: name })
    : say('The channel is paused: {reason} Mend that, then /prompts resume {id}', {
        reason,
        id: name,
      });
}

/** The next runs, each reader's own time where the place can show it. */
function nextRuns({ runs, schedule }: PromptState): Text {
  if (runs.length === 0)
    return [schedule.state === 'paused' ? say('none: it is paused') : say('none: it is over')];
  return join(
    runs.map(({ at, shifted }) => [
      moment(at, schedule.timetable.zone),
      ...(shifted ? [phrase` ${say('(the clock change skips the usual time)')}`] : []),
    ]),
    '\n',
  );
}

function trackWords(state: PromptState, knowledge: KnowledgeBase): Said {
  const title = trackTitle(state.schedule.content.track, knowledge);
  return joined([title, ...narrowedWords(state, knowledge)], ', ');
}

/** What a schedule posts besides the whole of its track. */
function narrowedWords({ schedule: { content } }: PromptState, knowledge: KnowledgeBase): Said[] {
  const { track, fallback, phase, skills = [] } = content;
  const only = [...(phase === undefined ? [] : [phase]), ...skills];
  return [
    ...(fallback === undefined || followedIn(track) === undefined
      ? []
      : [say('else {role}', { role: writtenTitle(fallback, knowledge) })]),
    ...(only.length === 0 ? [] : [say('only {only}', { only: only.join(', ') })]),
  ];
}

/** Where a schedule posts: here, or in a channel by its name. */
function whereText(schedule: Pick<PromptSchedule, 'targets'>, { channel: own, on }: Place): Text {
  const here = own ?? on;
  const names = channelsOf(schedule).map((id): Text =>
    id === here ? [say('here')] : sayText('in {channel}', { channel: channel(id) }),
  );
  return join(names, ', ');
}

const EXTRAS = {
  thread: message('with a thread'),
  pin: message('pinned'),
  mention: message('mentions one role'),
} as const;

function extras({ schedule }: PromptState): Said {
  const { thread, pin, answerAfterHours: hours, lateHours, content } = schedule;
  const { mention, language = 'en' } = content;
  const parts = [
    ...(thread ? [say(EXTRAS.thread)] : []),
    ...(pin ? [say(EXTRAS.pin)] : []),
    ...(hours === null ? [] : [say('key after {hours} h', { hours })]),
    ...(mention === undefined ? [] : [say(EXTRAS.mention)]),
    ...(language === 'en' ? [] : [say(LANGUAGE_NAMES[language])]),
    say('at most {hours} h late', { hours: lateHours }),
  ];
  return joined(parts, ', ');
}

function troubles({ targets }: PromptState): ReplyNode[] {
  return targets
    .filter(({ pausedAt }) => pausedAt !== null)
    .map(({ reason }) => ({
      kind: 'note',
      text: [reason === null ? say('Paused there: it refused.') : say('Paused there: {reason}', { reason })],
    }));
}
