import type { KnowledgeBase } from '../../knowledge/index.ts';
import { defineCommand } from '../../src/command.ts';
import { shortDate } from '../../src/message/dates.ts';
import { amount } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/say.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import type { Mark } from '../../src/community/study.ts';
import { askButton, bold, code, type Draft, quiet, type ReplyNode, type Text } from '../../src/reply.ts';
import type { MemberData } from '../../src/community/members.ts';
import { proposalLine } from '../prompts/proposed.ts';
import { writtenTitle } from '../prompts/tracks.ts';
import { ownReports } from '../reports/own-reports.ts';
import { nextActions } from '../views/actions.ts';
import { everythingOf, everywhereNote } from './owner.ts';

/** All that is kept of whoever asks, in words. */
export const showPrivacy = defineCommand({
  name: 'privacy show',
  summary: 'All that I keep about you; nobody else sees it',
  options: {},
  examples: ['privacy show'],
  shareable: false,
  answer: async (_, context) => {
    const data = await context.community.members.of(everythingOf(context));
    const n = entriesIn(data);
    if (n === 0) return nothingKept();
    return {
      title: say('What I keep about you'),
      lead: [say(ENTRIES, amount(n))],
      body: [
        ...listsOf(data, context.knowledge),
        ...everywhereNote(context),
        countsNote(),
        ...nextActions([
          askButton(say('Export'), 'privacy export', {}),
          askButton(say('Forget it all'), 'privacy delete', {}),
        ]),
      ],
    };
  },
});

const ENTRIES = message(
  '{n, plural, one {One entry} other {{Words} entries}}, which nobody else is shown with your name.',
);

/** How many things are kept. */
export function entriesIn(data: MemberData): number {
  return Object.values(data).reduce((sum: number, entries) => sum + entries.length, 0);
}

/** What is said where nothing is. */
export function nothingKept(): Draft {
  return {
    title: say('I keep nothing about you'),
    lead: [say('No week of study, no proposal, no report and no schedule of yours.')],
    body: [countsNote()],
  };
}

function countsNote(): ReplyNode {
  const words = say('What a community asks is counted without people: none of that can be told to be yours.');
  return { kind: 'note', text: [words] };
}

function listsOf(data: MemberData, knowledge: KnowledgeBase): ReplyNode[] {
  const { study, proposals, reports, schedules, settings } = data;
  return [
    ...listOf(
      say('Your studies'),
      study.map(({ title, track, mark, dueAt }) => [
        bold(title),
        phrase` · ${writtenTitle(track, knowledge)} · ${say(MARKS[mark])} · ${dayOf(dueAt)}`,
      ]),
    ),
    ...listOf(
      say('What you proposed'),
      proposals.map((proposal) => proposalLine(proposal, knowledge)),
    ),
    ...ownReports(reports),
    ...listOf(
      say('Schedules that you made: you are told when one cannot be posted'),
      schedules.map(({ id, track }) => [bold(writtenTitle(track, knowledge)), ' ', quiet(id)]),
    ),
    ...listOf(
      say('Settings that you changed'),
      settings.map(({ setting, at }) => [code(setting), phrase` · ${dayOf(at)}`]),
    ),
  ];
}

function listOf(title: Said, items: readonly Text[]): ReplyNode[] {
  return items.length === 0 ? [] : [{ kind: 'list', title, items }];
}

const MARKS: Readonly<Record<Mark, string>> = {
  in: message('going on'),
  done: message('done'),
  skip: message('skipped'),
};

function dayOf(at: number): Said {
  return shortDate(new Date(at).toISOString().slice(0, 10));
}
