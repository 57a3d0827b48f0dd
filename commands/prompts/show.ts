import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Place } from '../../src/invocation.ts';
import type { Message, Said } from '../../src/message/message.ts';
import { joined, message, phrase, say, sayText } from '../../src/message/say.ts';
import type { PromptSchedule, PromptState } from '../../src/prompts/desk.ts';
import type { ReplyNode, Text } from '../../src/reply.ts';
import { askButton, bold, channel, moment } from '../../src/reply.ts';
import { describeTimetable } from '../../src/schedule/describe.ts';
import { nextActions } from '../views/actions.ts';
import { join } from '../views/format.ts';
import { followedIn, trackTitle } from './follow.ts';
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

/** A schedule in a line. */
export function scheduleLine(state: PromptState, { knowledge, place }: Shown): Text {
  const { schedule, runs, targets } = state;
  const [run] = runs;
  const paused = targets.filter(({ pausedAt }) => pausedAt !== null);
  const due: Text =
    run === undefined
      ? [say('no run ahead')]
      : sayText('next {moment}', { moment: moment(run.at, schedule.timetable.zone) });
  return [
    bold(schedule.id),
    phrase` · ${trackWords(state, knowledge)} · ${describeTimetable(schedule.timetable)} · `,
    ...whereText(schedule, place),
    ' · ',
    ...(schedule.state === 'paused' ? [say('paused')] : due),
    ...paused.map(({ reason }) => phrase`\n${pausedChannel(reason, schedule.id)}`),
  ];
}

function pausedChannel(reason: Said | null, id: string): Message {
  return reason === null
    ? say('The channel is paused: it refused. Mend that, then /prompts resume {id}', { id })
    : say('The channel is paused: {reason} Mend that, then /prompts resume {id}', {
        reason,
        id,
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

function trackWords({ schedule: { content } }: PromptState, knowledge: KnowledgeBase): Said {
  const { track, fallback } = content;
  const only = [...(content.phase === undefined ? [] : [content.phase]), ...(content.skills ?? [])];
  const title = trackTitle(track, knowledge);
  const named =
    fallback === undefined || followedIn(track) === undefined
      ? title
      : say('{track}, else {role}', { track: title, role: writtenTitle(fallback, knowledge) });
  return only.length === 0 ? named : phrase`${named} (${only.join(', ')})`;
}

/** Where a schedule posts: here, or in a channel by its name. */
export function whereText(schedule: Pick<PromptSchedule, 'targets'>, { channel: own, on }: Place): Text {
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
