import { defineCommand } from '../../src/command.ts';
import { phrase, say } from '../../src/message/say.ts';
import { shortDate } from '../../src/message/dates.ts';
import type { Said } from '../../src/message/message.ts';
import type { Action, Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { explain, summarise } from '../../src/outbox/history.ts';
import type { History } from '../../src/store/history.ts';
import type { Occurrence } from '../../src/store/ledger.ts';
import { nextActions } from '../views/actions.ts';
import { chooseSchedule, suggestSchedules } from './where.ts';

/** More runs than this are in no menu. */
const SHOWN = 20;

/** What became of a run, in a line, with its log behind a button: a proof to show to others. */
export const whyPrompts = defineCommand({
  name: 'prompts why',
  summary: 'What happened to a run: whether it was posted, how late, and the log of it',
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
    log: {
      kind: 'choice',
      description: 'yes: each step and each error',
      choices: ['yes', 'no'],
      hidden: true,
    },
  },
  examples: ['prompts why'],
  shareable: true,
  managersOnly: true,
  answer: async ({ schedule, run, log }, context) => {
    const chosen = await chooseSchedule(schedule, 'prompts why', context);
    if ('reply' in chosen) return chosen.reply;
    const { schedule: of } = chosen.state;
    const past = await context.community.schedules.past(of.id);
    const shown: Shown = {
      id: of.id,
      name: chosen.name,
      past,
      wanted: run === undefined ? past[0]?.slot : run.trim(),
    };
    const history =
      shown.wanted === undefined ? null : await context.community.schedules.why(`${of.id}@${shown.wanted}`);
    if (history === null) return unknown(shown);
    return told(history, of.timetable.zone, log === 'yes', shown);
  },
});

/** What is asked about: a run of a schedule, among its others. */
interface Shown {
  readonly id: string;
  readonly name: Said;
  readonly past: readonly Occurrence[];
  readonly wanted: string | undefined;
}

function told(history: History, zone: string, withLog: boolean, shown: Shown): Draft {
  const { slot } = history.occurrence;
  const log = askButton(say('The log'), 'prompts why', { schedule: shown.id, run: slot, log: 'yes' });
  const items = withLog ? explain(history, zone) : [];
  return {
    title: phrase`${shown.name} · ${slotName(slot)}`,
    lead: [summarise(history, zone)],
    body: [
      ...(withLog ? [{ kind: 'list', items } as const] : []),
      ...nextActions([...(withLog ? [] : [log]), ...others(shown)]),
    ],
  };
}

function unknown(shown: Shown): Draft {
  const { name, past, wanted = '' } = shown;
  const lead =
    past.length === 0
      ? say('{schedule} has not been due yet.', { schedule: name })
      : say('{schedule} has no run "{run}".', { schedule: name, run: wanted.slice(0, 40) });
  return {
    tone: 'miss',
    title: say('Nothing happened then'),
    lead: [lead],
    body: nextActions(others(shown)),
  };
}

function others({ id, past, wanted }: Shown): Action[] {
  const choices = past
    .filter(({ slot }) => slot !== wanted)
    .slice(0, SHOWN)
    .map(({ slot }) => ({
      label: slotName(slot),
      ask: { command: 'prompts why', values: { schedule: id, run: slot } },
    }));
  return choices.length === 0 ? [] : [{ kind: 'choose', label: say('Another run'), choices }];
}

/** When a run was due by its schedule's clock, as its key has it: `2026-09-07T09:00`; a test says so before it. */
function slotName(slot: string): Said {
  const [, test, day = '', time = ''] = /^(test-)?(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)/.exec(slot) ?? [];
  if (day === '') return slot;
  const due = say('{day}, {time}', { day: shortDate(day), time });
  return test === undefined ? due : say('test of {when}', { when: due });
}
