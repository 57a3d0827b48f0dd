import { defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { say, sayText } from '../../src/message/say.ts';
import { askButton, code, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Report } from '../../src/community/reports.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { join } from '../views/format.ts';
import { mistakeItems, reportLine } from './card.ts';
import { communityHere } from './where.ts';

/** What was accepted, for whoever corrects the data. */
export const exportReports = defineCommand({
  name: 'reports export',
  summary: 'The accepted reports, for whoever corrects the data',
  options: {},
  examples: ['reports export'],
  shareable: true,
  managersOnly: true,
  answer: async (_, { place, community: { reports } }) => {
    const accepted = await reports.of(communityHere(place), 'accepted');
    if (accepted.length === 0)
      return {
        tone: 'miss',
        title: say('Nothing to export'),
        lead: [say('No report was accepted yet; /reports lists those that wait.')],
        body: nextActions([askButton(say('Reports'), 'reports', {})]),
      };
    const choices = accepted.map(({ id, about, what }) => ({
      label: `/${about}: ${what}`,
      ask: { command: 'reports', values: { id } },
    }));
    return {
      title: say('Accepted reports'),
      lead: [
        say(
          '{n, plural, one {One mistake} other {{Words} mistakes}} to correct in the data.',
          amount(accepted.length),
        ),
      ],
      body: [
        { kind: 'list', items: accepted.map(whole) },
        note(),
        ...nextActions(asButtonsOrMenu(say('Look at a report'), choices)),
      ],
    };
  },
});

/** All that a report says, in one item. */
function whole(report: Report): Text {
  const { right, source } = report;
  return join([reportLine(report), ...mistakeItems({ right, source })], ' · ');
}

function note(): ReplyNode {
  return {
    kind: 'note',
    text: sayText('With the file and line of each, as a file: {command}', {
      command: code('npm run --silent rolecall -- reports export --out DIR'),
    }),
  };
}
