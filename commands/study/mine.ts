import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { amount, enumerate, numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/say.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import type { Proposal } from '../../src/community/proposals.ts';
import type { Mark, Member, StudyEntry } from '../../src/community/study.ts';
import { Problem } from '../../src/problem.ts';
import type { Draft, ReplyNode, Text } from '../../src/reply.ts';
import { askButton, bold } from '../../src/reply.ts';
import { deleteAll, SURE } from '../privacy/delete.ts';
import { exportAll } from '../privacy/export.ts';
import { proposalLine } from '../prompts/proposed.ts';
import { ownReports } from '../reports/own-reports.ts';
import { nextActions } from '../views/actions.ts';
import { writtenTitle } from '../prompts/tracks.ts';
import { weeksInARow } from './progress.ts';

/** A member's own tracks and weeks. */
export const study = defineCommand({
  name: 'study',
  summary: 'Your own tracks and weeks; nobody else sees them',
  options: {},
  examples: ['study'],
  shareable: false,
  answer: async (_, context) => {
    const { study: book, proposals, reports } = context.community;
    const member = ownerOf(context);
    const [entries, proposed] = [await book.of(member), await proposals.by(member)];
    const reported = ownReports(await reports.by(member));
    if (entries.length + proposed.length + reported.length === 0) return nothingYet();
    const shown = overview(entries, proposed, context);
    return { ...shown, body: [...reported, ...(shown.body ?? []), ...everywhere(context)] };
  },
});

/** A member's weeks, for showing to everybody: by the button of the place, which only they can press. */
export const shareStudy = defineCommand({
  name: 'study share',
  summary: 'Your weeks, for you to show to everybody here if you choose to',
  options: {},
  examples: ['study share'],
  shareable: true,
  answer: async (_, context) => {
    const entries = await context.community.study.of(ownerOf(context));
    if (entries.length === 0) return nothingYet();
    return {
      title: say('Weeks of study'),
      lead: [inARow(entries, context.now)],
      body: [tracks(entries, context)],
    };
  },
});

/** Everything that is kept about a member; "/privacy" has it, too. */
export const exportStudy = defineCommand({
  name: 'study export',
  summary: 'Everything I keep about you, as it is kept',
  options: {},
  examples: ['study export'],
  shareable: false,
  answer: (_, context) => exportAll(context),
});

/** Deletes everything that is kept about a member; "/privacy" does, too. */
export const forgetStudy = defineCommand({
  name: 'study forget',
  summary: 'Delete everything I keep about you',
  options: SURE,
  examples: ['study forget'],
  shareable: false,
  changes: true,
  answer: ({ sure }, context) => deleteAll(sure, 'study forget', context),
});

/**
 * Whose book it is. In a direct message outside of any community that is the person's whole book, from every community of
 * the place: it is their own.
 */
function ownerOf({ asker, place: { on, community } }: CommandContext): Member {
  if (on === undefined) throw new Problem(say('Schedules need a running bot: start it with npm start.'));
  return { community: `${on}:${community ?? ''}`, id: asker.id };
}

/** A remark that it is the whole book, where it is. */
function everywhere({ place: { community, channel } }: CommandContext): ReplyNode[] {
  if (community !== null || channel === null) return [];
  return [{ kind: 'note', text: [say('This is yours from every community here that I am in with you.')] }];
}

function nothingYet(): Draft {
  return {
    tone: 'miss',
    title: say('Nothing yet'),
    lead: [
      say(
        'Press "I\'m in" or "Done" under a weekly prompt, and your weeks are counted here, for your eyes only.',
      ),
    ],
    body: nextActions([askButton(say('Prompts here'), 'prompts list', {})]),
  };
}

function overview(
  entries: readonly StudyEntry[],
  proposed: readonly Proposal[],
  context: CommandContext,
): Draft {
  const lines = proposed.map((proposal) => proposalLine(proposal, context.knowledge));
  return {
    title: say('Your studies'),
    lead: [inARow(entries, context.now)],
    body: [
      ...(entries.length === 0 ? [] : [tracks(entries, context)]),
      ...(lines.length === 0
        ? []
        : [{ kind: 'list', title: say('What you proposed'), items: lines } as const]),
      { kind: 'note', text: [say('Only you see this.')] },
      ...nextActions([
        ...(entries.length === 0 ? [] : [askButton(say('To show'), 'study share', {})]),
        askButton(say('Export'), 'privacy export', {}),
        askButton(say('Forget it all'), 'privacy delete', {}),
      ]),
    ],
  };
}

/** What became of the prompts of each track. */
function tracks(entries: readonly StudyEntry[], { knowledge }: CommandContext): ReplyNode {
  const groups = Map.groupBy(entries, ({ track }) => track);
  const items = Array.from(groups, ([track, own]): Text => [
    bold(writtenTitle(track, knowledge)),
    phrase`: ${marks(own)}`,
  ]);
  return { kind: 'list', items };
}

const IN_A_ROW = message('{n, plural, one {One week} other {{Words} weeks}} in a row.');
const IN_A_ROW_WITH_GRACE = message(
  '{n, plural, one {One week} other {{Words} weeks}} in a row, one week off forgiven.',
);

function inARow(entries: readonly StudyEntry[], now: number): Said {
  const { weeks, graceUsed } = weeksInARow(entries, now);
  if (weeks === 0) return say('No week in a row yet; each one begins anew.');
  return say(graceUsed ? IN_A_ROW_WITH_GRACE : IN_A_ROW, amount(weeks));
}

const TALLIES: Readonly<Record<Mark, string>> = {
  done: message('{count} done'),
  in: message('{count} going on'),
  skip: message('{count} skipped'),
};
const MARKS = ['done', 'in', 'skip'] as const;

function marks(entries: readonly StudyEntry[]): Said {
  const tally = (mark: StudyEntry['mark']) => entries.filter((entry) => entry.mark === mark).length;
  const told = MARKS.map((mark) => ({ mark, n: tally(mark) })).filter(({ n }) => n > 0);
  return enumerate(told.map(({ mark, n }) => say(TALLIES[mark], { n, count: numeral(n) })));
}
