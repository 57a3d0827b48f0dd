import { type CommandContext, defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { say, sayText } from '../../src/message/say.ts';
import { askButton, channel, type Draft, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Report, ReportChannel } from '../../src/community/reports.ts';
import { quote } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { reportCard, reportLine } from './card.ts';
import { communityHere } from './where.ts';

/** What members reported, the oldest first, to be decided on. */
export const listReports = defineCommand({
  name: 'reports',
  summary: 'What members reported of mistakes in answers: accept or dismiss it',
  options: {
    id: {
      kind: 'words',
      description: 'Which one, such as 3f9a1c; the oldest that waits if you leave it out',
    },
  },
  examples: ['reports'],
  shareable: false,
  managersOnly: true,
  answer: async ({ id }, context) => {
    const { reports } = context.community;
    const community = communityHere(context.place);
    const open = await reports.of(community, 'open');
    const shown = id === undefined ? open[0] : await reports.get(community, idOf(id));
    if (id !== undefined && (shown === undefined || shown === null)) return unknownReport(id);
    const accepted = await reports.of(community, 'accepted');
    const where = await reports.channel(community);
    return overview(shown ?? undefined, { open, accepted: accepted.length, where }, context);
  },
});

/** The id that somebody typed or a button carries. */
export function idOf(typed: string): string {
  return typed.trim().toLowerCase();
}

/** There is no such report. */
export function unknownReport(id: string): Draft {
  return {
    tone: 'miss',
    title: say('I have no report "{id}"', { id: quote(id) }),
    lead: [say('Its id stands under each report; /reports lists those that wait.')],
    body: nextActions([askButton(say('Reports'), 'reports', {})]),
  };
}

interface State {
  readonly open: readonly Report[];
  readonly accepted: number;
  readonly where: ReportChannel | null;
}

function overview(shown: Report | undefined, state: State, context: CommandContext): Draft {
  const { open, accepted, where } = state;
  const waiting = say(
    '{n, plural, =0 {No report waits} one {One report waits} other {{Words} reports wait}} for a decision.',
    amount(open.length),
  );
  const others = open.filter(({ id }) => id !== shown?.id);
  const choices = others.map(({ id, about, what }) => ({
    label: `/${about}: ${what}`,
    ask: { command: 'reports', values: { id } },
  }));
  const exporting = accepted === 0 ? [] : [askButton(say('Accepted ones'), 'reports export', {})];
  return {
    title: say('Reports'),
    lead: [waiting, ' ', ...whereTo(where)],
    body: [
      ...troubleOf(where),
      ...(shown === undefined ? [] : cardNodes(shown, context)),
      ...(others.length === 0
        ? []
        : [{ kind: 'list', title: say('The other reports'), items: others.map(reportLine) } as const]),
      ...nextActions([...asButtonsOrMenu(say('Another report'), choices), ...exporting]),
    ],
  };
}

/** The card of a report as a part of an answer. */
function cardNodes(report: Report, context: CommandContext): ReplyNode[] {
  const { title, lead, body = [] } = reportCard(report, context);
  return [{ kind: 'text', title, text: lead }, ...body];
}

function whereTo(where: ReportChannel | null): Text {
  if (where !== null)
    return sayText('New ones are posted in {channel}.', { channel: channel(where.channel) });
  return [say('New ones are posted nowhere: /reports channel chooses where.')];
}

function troubleOf(where: ReportChannel | null): ReplyNode[] {
  if (where?.trouble === undefined || where.trouble === null) return [];
  const { trouble } = where;
  return [
    {
      kind: 'note',
      text: [
        say('The latest could not be posted there: {trouble} Put it right, then choose the channel again.', {
          trouble,
        }),
      ],
    },
  ];
}
