import { defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import type { Draft } from '../../src/reply.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { explain, summarise } from '../../src/schedule/why.ts';
import type { Occurrence } from '../../src/store/ledger.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { chooseSchedule, suggestSchedules } from './where.ts';

/** More runs than this are in no menu. */
const SHOWN = 20;

/** The history of a run, to be shown to others as a proof: due, claimed by whom, each step, each error. */
export const whyPrompts = defineCommand({
  name: 'prompts why',
  summary: 'What happened to a run: when it was due, each step, each error',
  options: {
    schedule: {
      kind: 'words',
      description: 'Which schedule; the only one if you leave it out',
      suggest: suggestSchedules,
    },
    run: {
      kind: 'words',
      description: 'When it was due, such as 2026-09-07T09:00; the latest if you leave it out',
    },
  },
  examples: ['prompts why'],
  shareable: true,
  managersOnly: true,
  answer: async ({ schedule, run }, context) => {
    const chosen = await chooseSchedule(schedule, 'prompts why', context);
    if ('reply' in chosen) return chosen.reply;
    const { id, timetable } = chosen.state.schedule;
    const past = await context.prompts.past(id);
    const wanted = run === undefined ? past[0]?.slot : run.trim();
    const history = wanted === undefined ? null : await context.prompts.why(`${id}@${wanted}`);
    if (history === null) return unknown(id, wanted, past);
    return {
      title: say('{schedule}, due {slot}', { schedule: id, slot: history.occurrence.slot }),
      lead: summarise(history, timetable.zone),
      body: [{ kind: 'list', items: explain(history, timetable.zone) }, ...others(id, wanted, past)],
    };
  },
});

function unknown(id: Schedule['id'], wanted: string | undefined, past: readonly Occurrence[]): Draft {
  const lead =
    past.length === 0
      ? say('{schedule} has not been due yet.', { schedule: id })
      : say('{schedule} has no run "{run}".', { schedule: id, run: wanted?.slice(0, 40) ?? '' });
  return {
    tone: 'miss',
    title: say('Nothing happened then'),
    lead: [lead],
    body: others(id, wanted, past),
  };
}

function others(id: string, shown: string | undefined, past: readonly Occurrence[]) {
  const choices = past
    .filter(({ slot }) => slot !== shown)
    .slice(0, SHOWN)
    .map(({ slot }) => ({
      label: slot,
      ask: { command: 'prompts why', values: { schedule: id, run: slot } },
    }));
  return nextActions(asButtonsOrMenu(say('Another run'), choices));
}
