import { type CommandContext, defineCommand } from '../../src/command.ts';
import { type Said, say } from '../../src/message/say.ts';
import { askButton, type Draft } from '../../src/reply.ts';
import { LENGTHS, type Report, type Verdict } from '../../src/community/reports.ts';
import { readReason } from '../../src/community/words.ts';
import { nextActions } from '../views/actions.ts';
import { reportLine, verdictButtons } from './card.ts';
import { idOf, unknownReport } from './list.ts';
import { communityHere } from './where.ts';

const WHICH = {
  id: { kind: 'words', description: 'Which one, such as 3f9a1c; its button knows', required: true },
} as const;

/** Takes a report as right: it becomes part of what is exported. */
export const acceptReport = defineCommand({
  name: 'reports accept',
  summary: 'Accept a report: it is exported for whoever corrects the data',
  options: WHICH,
  examples: ['reports accept 3f9a1c'],
  shareable: true,
  managersOnly: true,
  changes: true,
  answer: ({ id }, context) => decide(id, { state: 'accepted' }, context),
});

/** Sets a report aside, also one that was accepted, with a reason where there is one. */
export const dismissReport = defineCommand({
  name: 'reports dismiss',
  summary: 'Dismiss a report, or take out an accepted one once the data is corrected',
  options: {
    ...WHICH,
    reason: { kind: 'words', description: 'Why, in a sentence that whoever sent it sees' },
  },
  examples: ['reports dismiss 3f9a1c reason:"The source says 2026."'],
  shareable: true,
  managersOnly: true,
  changes: true,
  answer: ({ id, reason }, context) =>
    decide(id, { state: 'dismissed', reason: readReason(reason) }, context),
  form: ({ id = '', reason = '' }) => ({
    title: say('Dismiss report {id}', { id }),
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: say('Why? (may be left empty)'),
        hint: say('Whoever sent it sees it in /study.'),
        multiline: true,
        max: LENGTHS.reason,
        ...(reason === '' ? {} : { value: reason }),
      },
    ],
  }),
});

async function decide(
  typed: string,
  verdict: Verdict,
  { place, community: { reports } }: CommandContext,
): Promise<Draft> {
  const community = communityHere(place);
  const before = await reports.get(community, idOf(typed));
  if (before === null) return unknownReport(typed);
  const isDone = before.state === verdict.state && (verdict.state === 'accepted' || verdict.reason === null);
  const report = isDone ? before : await reports.decide(community, before.id, verdict);
  return report === null ? unknownReport(typed) : decided(report, isDone);
}

function decided(report: Report, wasBefore: boolean): Draft {
  const { about } = report;
  return {
    title:
      report.state === 'accepted'
        ? say('Accepted: /{about}', { about })
        : say('Dismissed: /{about}', { about }),
    lead: [wasBefore ? say('Somebody had decided so already.') : consequence(report)],
    body: [
      { kind: 'list', items: [reportLine(report)] },
      ...nextActions([...verdictButtons(report), askButton(say('Reports'), 'reports', {})]),
    ],
  };
}

function consequence({ state, reason }: Report): Said {
  if (state === 'accepted') return say('/reports export has it for whoever corrects the data.');
  return reason === null
    ? say('Whoever sent it sees that in /study.')
    : say('Whoever sent it reads in /study: "{reason}"', { reason });
}
