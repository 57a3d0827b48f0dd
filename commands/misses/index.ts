import { type CommandContext, defineCommand } from '../../src/command.ts';
import type { CountReport, Tally } from '../../src/community/counts.ts';
import { amount, numeral } from '../../src/message/figures.ts';
import { message, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type Draft, type ReplyNode, type Text } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { communityOf } from '../prompts/where.ts';
import { nextActions } from '../views/actions.ts';
import { roleTitle } from '../views/names.ts';
import { dayOf } from '../views/format.ts';

/** As many missed questions as are listed: rarer ones are noise, and are counted in a note. */
const MISSES = 100;
const ROLES = 10;
/** As many missed questions as can be asked from here. */
const OFFERED = 10;

/** What a community asks that nothing is known about, and what it asks most. */
export const misses = defineCommand({
  name: 'misses',
  summary: 'What people here ask that I know nothing about, and what they ask most',
  options: {},
  examples: ['misses'],
  shareable: false,
  managersOnly: true,
  answer: async (_, context) => {
    const {
      place,
      community: { counts },
    } = context;
    const report = await counts.report(place.on === undefined ? '' : communityOf(place));
    return report.since === null ? nothingYet() : listed(report, report.since, context);
  },
});

/** Said wherever counts are shown. */
const NOBODY = message('Direct messages are not counted, and who asked is recorded nowhere.');

function nothingYet(): Draft {
  return {
    title: say('Nothing asked yet'),
    lead: [
      say('I count what is asked here from now on: roles, and questions that I know nothing about.'),
      phrase` ${say(NOBODY)}`,
    ],
  };
}

function listed({ missed, asked }: CountReport, since: string, { knowledge }: CommandContext): Draft {
  const lead = say(
    '{n, plural, =0 {I knew something about all that was asked} one {One question that I know nothing about, the most frequent first} other {{Words} questions that I know nothing about, the most frequent first}}.',
    amount(missed.length),
  );
  const roles = asked.map((tally) => ({ ...tally, name: roleTitle(tally.name, knowledge) }));
  return {
    title: say('What is asked here'),
    lead: [phrase`${lead} ${say('Counted since {day}.', { day: dayOf(since) })} ${say(NOBODY)}`],
    body: [
      ...tallies(say('Not known'), missed, { most: MISSES, more: MORE_QUESTIONS }),
      ...tallies(say('Asked most'), roles, { most: ROLES, more: MORE_ROLES }),
      ...nextActions(offers(missed)),
    ],
  };
}

/** Said of those beyond the ones that are listed. */
const MORE_QUESTIONS = message(
  '{n, plural, one {One question more, asked no more often, is} other {{Words} questions more, asked no more often, are}} not listed.',
);
const MORE_ROLES = message(
  '{n, plural, one {One role more, asked no more often, is} other {{Words} roles more, asked no more often, are}} not listed.',
);

function tallies(
  title: Said,
  all: readonly Tally[],
  { most, more }: { readonly most: number; readonly more: string },
): ReplyNode[] {
  if (all.length === 0) return [];
  const items = all.slice(0, most).map(line);
  const left = all.length - items.length;
  const note: ReplyNode = {
    kind: 'note',
    text: [say(more, amount(left))],
  };
  return [{ kind: 'list', title, ordered: true, items }, ...(left === 0 ? [] : [note])];
}

function line({ name, total, lastDay }: Tally): Text {
  const asked = say('{n, plural, one {once on {day}} other {{times} times, last on {day}}}', {
    n: total,
    times: numeral(total),
    day: dayOf(lastDay),
  });
  return [bold(name), phrase` · ${asked}`];
}

/** Asked from here, a question shows what members saw. */
function offers(missed: readonly Tally[]) {
  const choices = missed
    .slice(0, OFFERED)
    .map(({ name }) => ({ label: name, ask: askOf('ask', { question: name }) }));
  return choices.length === 0 ? [] : [{ kind: 'choose', label: say('Ask one of them'), choices } as const];
}
