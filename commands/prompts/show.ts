import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { PromptState } from '../../src/prompts/desk.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Place } from '../../src/invocation.ts';
import { describeTimetable } from '../../src/schedule/describe.ts';
import type { Inline, ReplyNode, Text } from '../../src/reply.ts';
import { askButton, bold, moment } from '../../src/reply.ts';
import { next } from '../show/actions.ts';
import { join } from '../show/words.ts';
import { trackTitle } from './follow.ts';
import { channelsOf } from './where.ts';

/** What a schedule does, in fields. */
export function scheduleNodes(
  state: PromptState,
  { knowledge, place }: Pick<CommandContext, 'knowledge' | 'place'>,
): ReplyNode[] {
  const { schedule } = state;
  const { id } = schedule;
  const buttons = [
    askButton('Preview', 'prompts preview', { what: id }),
    schedule.state === 'active'
      ? askButton('Pause', 'prompts pause', { schedule: id })
      : askButton('Resume', 'prompts resume', { schedule: id }),
    askButton('Test', 'prompts test', { schedule: id }),
    askButton('Why', 'prompts why', { schedule: id }),
  ];
  return [
    {
      kind: 'fields',
      fields: [
        { name: 'Track', value: [trackWords(state, knowledge)] },
        { name: 'When', value: [describeTimetable(schedule.timetable)] },
        { name: 'Next', value: nextRuns(state) },
        { name: 'Where', value: [`${whereWords(state, place)}${extras(state)}`] },
      ],
    },
    ...troubles(state),
    ...next(buttons),
  ];
}

/** A schedule in a line. */
export function scheduleLine(state: PromptState, knowledge: KnowledgeBase): Text {
  const { schedule, runs, targets } = state;
  const [run] = runs;
  const paused = targets.filter(({ pausedAt }) => pausedAt !== null);
  const due: Inline[] =
    run === undefined ? ['no run ahead'] : ['next ', moment(run.at, schedule.timetable.zone)];
  return [
    bold(schedule.id),
    ` · ${trackWords(state, knowledge)} · ${describeTimetable(schedule.timetable)} · `,
    ...(schedule.state === 'paused' ? ['paused'] : due),
    ...paused.map(
      ({ reason }) =>
        `\nThe channel is paused: ${reason ?? 'it refused.'} Mend that, then /prompts resume ${schedule.id}`,
    ),
  ];
}

/** The next runs, each reader's own time where the place can show it. */
export function nextRuns({ runs, schedule }: PromptState): Text {
  if (runs.length === 0) return [schedule.state === 'paused' ? 'none: it is paused' : 'none: it is over'];
  return join(
    runs.map(({ at, shifted }) => [
      moment(at, schedule.timetable.zone),
      ...(shifted ? [' (the clock change skips the usual time)'] : []),
    ]),
    '\n',
  );
}

function trackWords({ schedule: { content } }: PromptState, knowledge: KnowledgeBase): string {
  const only = [...(content.phase === undefined ? [] : [content.phase]), ...(content.skills ?? [])];
  return `${trackTitle(content.track, knowledge)}${only.length === 0 ? '' : ` (${only.join(', ')})`}`;
}

function whereWords({ schedule }: PromptState, { channel, on }: Place): string {
  const names = channelsOf(schedule).map((id) => (id === (channel ?? on) ? 'here' : `channel ${id}`));
  return names.join(', ');
}

function extras({ schedule }: PromptState): string {
  const parts = [
    ...(schedule.thread ? ['with a thread'] : []),
    ...(schedule.pin ? ['pinned'] : []),
    ...(schedule.answerAfterHours === null ? [] : [`key after ${schedule.answerAfterHours} h`]),
    ...(schedule.content.mention === undefined ? [] : ['mentions one role']),
    `at most ${schedule.lateHours} h late`,
  ];
  return ` · ${parts.join(', ')}`;
}

function troubles({ targets }: PromptState): ReplyNode[] {
  return targets
    .filter(({ pausedAt }) => pausedAt !== null)
    .map(({ reason }) => ({ kind: 'note', text: [`Paused there: ${reason ?? 'it refused.'}`] }));
}
