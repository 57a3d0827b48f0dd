import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import type { Member, StudyEntry } from '../../src/prompts/study.ts';
import type { Draft, Text } from '../../src/reply.ts';
import { askButton, bold, code } from '../../src/reply.ts';
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
    const entries = await context.prompts.study.of(memberOf(context));
    return entries.length === 0 ? nothingYet() : overview(entries, context);
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
    const entries = await context.prompts.study.of(memberOf(context));
    if (entries.length === 0) return nothingYet();
    return {
      title: 'What I keep about you',
      lead: [`${sentence(count(entries.length, 'line'))}, one for each prompt that you pressed a button on.`],
      body: [
        { kind: 'list', items: entries.map(exported) },
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
        lead: ['It cannot be brought back. Export it first if you want a copy.'],
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

function overview(entries: readonly StudyEntry[], { knowledge, now }: CommandContext): Draft {
  const tracks = Map.groupBy(entries, ({ track }) => track);
  return {
    title: 'Your studies',
    lead: [inARow(entries, now)],
    body: [
      {
        kind: 'list',
        items: Array.from(tracks, ([track, own]): Text => [
          bold(roleTitle(track, knowledge)),
          `: ${marks(own)}`,
        ]),
      },
      { kind: 'note', text: ['Only you see this.'] },
      ...next([askButton('Export', 'study export', {}), askButton('Forget it all', 'study forget', {})]),
    ],
  };
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
