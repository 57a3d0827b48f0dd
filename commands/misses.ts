import { defineCommand } from '../src/command.ts';
import type { CommandContext } from '../src/command.ts';
import type { CountReport, Tally } from '../src/counts.ts';
import type { Draft, ReplyNode, Text } from '../src/reply.ts';
import { bold } from '../src/reply.ts';
import { askOf } from './name.ts';
import { communityOf } from './prompts/where.ts';
import { next } from './show/actions.ts';
import { roleTitle } from './show/names.ts';
import { count, sentence } from './show/words.ts';

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
    const { place, counts } = context;
    const report = await counts.report(place.on === undefined ? '' : communityOf(place));
    return report.since === null ? nothingYet() : listed(report, report.since, context);
  },
});

/** Said wherever counts are shown. */
const NOBODY = 'Direct messages are not counted, and who asked is recorded nowhere.';

function nothingYet(): Draft {
  return {
    title: 'Nothing asked yet',
    lead: [
      `I count what is asked here from now on: roles, and questions that I know nothing about. ${NOBODY}`,
    ],
  };
}

function listed({ missed, asked }: CountReport, since: string, { knowledge }: CommandContext): Draft {
  const found = count(missed.length, 'question');
  const lead =
    missed.length === 0
      ? 'I knew something about all that was asked.'
      : `${sentence(found)} that I know nothing about, the most frequent first.`;
  const roles = asked.map((tally) => ({ ...tally, name: roleTitle(tally.name, knowledge) }));
  return {
    title: 'What is asked here',
    lead: [`${lead} Counted since ${since}. ${NOBODY}`],
    body: [
      ...tallies('Not known', missed, MISSES, 'question'),
      ...tallies('Asked most', roles, ROLES, 'role'),
      ...next(offers(missed)),
    ],
  };
}

function tallies(title: string, all: readonly Tally[], most: number, one: string): ReplyNode[] {
  if (all.length === 0) return [];
  const items = all.slice(0, most).map(line);
  const left = all.length - items.length;
  const note: ReplyNode = {
    kind: 'note',
    text: [
      `${sentence(count(left, one))} more, asked no more often, ${left === 1 ? 'is' : 'are'} not listed.`,
    ],
  };
  return [{ kind: 'list', title, ordered: true, items }, ...(left === 0 ? [] : [note])];
}

function line({ name, total, lastDay }: Tally): Text {
  return [
    bold(name),
    ` · ${total === 1 ? 'once' : `${total.toLocaleString('en-US')} times, last`} on ${lastDay}`,
  ];
}

/** Asked from here, a question shows what members saw. */
function offers(missed: readonly Tally[]) {
  const choices = missed
    .slice(0, OFFERED)
    .map(({ name }) => ({ label: name, ask: askOf('ask', { question: name }) }));
  return choices.length === 0 ? [] : [{ kind: 'choose', label: 'Ask one of them', choices } as const];
}
