import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import type { Proposal } from '../../src/prompts/proposals.ts';
import type { Member, StudyEntry } from '../../src/prompts/study.ts';
import type { Draft, ReplyNode, Text } from '../../src/reply.ts';
import { askButton, bold, code } from '../../src/reply.ts';
import { proposalLine } from '../prompts/proposed.ts';
import { communityOf } from '../prompts/where.ts';
import { next } from '../show/actions.ts';
import { roleTitle } from '../show/names.ts';
import { count, enumerate, sentence } from '../show/words.ts';
import { weeksInARow } from './progress.ts';

/** A member's own tracks and weeks. */
export const study = defineCommand({
  name: 'study',
  summary: 'Your own tracks and weeks; nobody else sees them',
  options: {},
  examples: ['study'],
  shareable: false,
  answer: async (_, context) => {
    const { study: book, proposals } = context.prompts;
    const member = memberOf(context);
    const [entries, proposed] = [await book.of(member), await proposals.by(member)];
    return entries.length + proposed.length === 0 ? nothingYet() : overview(entries, proposed, context);
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
    const entries = await context.prompts.study.of(memberOf(context));
    if (entries.length === 0) return nothingYet();
    return {
      title: 'Weeks of study',
      lead: [inARow(entries, context.now)],
      body: [tracks(entries, context)],
    };
  },
});

/** Everything that is kept about a member, as it is kept. */
export const exportStudy = defineCommand({
  name: 'study export',
  summary: 'Everything I keep about you, as it is kept',
  options: {},
  examples: ['study export'],
  shareable: false,
  answer: async (_, context) => {
    const member = memberOf(context);
    const entries = await context.prompts.study.of(member);
    const proposed = await context.prompts.proposals.by(member);
    const lines = [...entries.map(exported), ...proposed.map(exportedProposal)];
    if (lines.length === 0) return nothingYet();
    return {
      title: 'What I keep about you',
      lead: [
        `${sentence(count(lines.length, 'line'))}, one for each prompt that you pressed a button on or proposed.`,
      ],
      body: [
        { kind: 'list', items: lines },
        ...next([askButton('Forget it all', 'study forget', { sure: 'yes' })]),
      ],
    };
  },
});

/** Deletes everything that is kept about a member. */
export const forgetStudy = defineCommand({
  name: 'study forget',
  summary: 'Delete everything I keep about you',
  options: { sure: { kind: 'choice', description: 'yes deletes it', choices: ['yes', 'no'] } },
  examples: ['study forget'],
  shareable: false,
  answer: async ({ sure }, context) => {
    if (sure !== 'yes')
      return {
        tone: 'question',
        title: 'Delete everything?',
        lead: [
          'It cannot be brought back. Export it first if you want a copy. A prompt of yours that was accepted stays, without your name.',
        ],
        body: next([
          askButton('Delete it all', 'study forget', { sure: 'yes' }),
          askButton('Export', 'study export', {}),
        ]),
      };
    const gone = await context.prompts.study.forget(memberOf(context));
    return {
      title: 'Forgotten',
      lead: [`${sentence(count(gone, 'line'))} deleted; I keep nothing about you now.`],
    };
  },
});

/** Who asks, as the book of studies names them. */
export function memberOf({ asker, place }: CommandContext): Member {
  return { community: communityOf(place), id: asker.id };
}

function nothingYet(): Draft {
  return {
    tone: 'miss',
    title: 'Nothing yet',
    lead: [
      'Press "I\'m in" or "Done" under a weekly prompt, and your weeks are counted here, for your eyes only.',
    ],
    body: next([askButton('Prompts here', 'prompts list', {})]),
  };
}

function overview(
  entries: readonly StudyEntry[],
  proposed: readonly Proposal[],
  context: CommandContext,
): Draft {
  const lines = proposed.map((proposal) => proposalLine(proposal, context.knowledge));
  return {
    title: 'Your studies',
    lead: [inARow(entries, context.now)],
    body: [
      ...(entries.length === 0 ? [] : [tracks(entries, context)]),
      ...(lines.length === 0 ? [] : [{ kind: 'list', title: 'What you proposed', items: lines } as const]),
      { kind: 'note', text: ['Only you see this.'] },
      ...next([
        ...(entries.length === 0 ? [] : [askButton('To show', 'study share', {})]),
        askButton('Export', 'study export', {}),
        askButton('Forget it all', 'study forget', {}),
      ]),
    ],
  };
}

/** What became of the prompts of each track. */
function tracks(entries: readonly StudyEntry[], { knowledge }: CommandContext): ReplyNode {
  const groups = Map.groupBy(entries, ({ track }) => track);
  const items = Array.from(groups, ([track, own]): Text => [
    bold(roleTitle(track, knowledge)),
    `: ${marks(own)}`,
  ]);
  return { kind: 'list', items };
}

function inARow(entries: readonly StudyEntry[], now: number): string {
  const { weeks, graceUsed } = weeksInARow(entries, now);
  if (weeks === 0) return 'No week in a row yet; each one begins anew.';
  return `${sentence(count(weeks, 'week'))} in a row${graceUsed ? ', one week off forgiven' : ''}.`;
}

function marks(entries: readonly StudyEntry[]): string {
  const tally = (mark: StudyEntry['mark']) => entries.filter((entry) => entry.mark === mark).length;
  const parts = [
    [tally('done'), 'done'],
    [tally('in'), 'going on'],
    [tally('skip'), 'skipped'],
  ] as const;
  return enumerate(parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`));
}

function exported({ run, title, track, mark, at }: StudyEntry): Text {
  return [code(run), ` · ${title} · ${track} · ${mark} · ${new Date(at).toISOString()}`];
}

function exportedProposal({ id, title, track, build, discuss, link, state, reason, madeAt }: Proposal): Text {
  const said = [build, discuss, link, state, reason].filter((part) => part !== undefined && part !== null);
  return [code(id), ` · ${[title, track, ...said, new Date(madeAt).toISOString()].join(' · ')}`];
}
