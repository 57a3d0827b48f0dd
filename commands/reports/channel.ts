import { defineCommand } from '../../src/command.ts';
import { languageOf } from '../../src/message/language.ts';
import { amount } from '../../src/message/figures.ts';
import { say, sayText } from '../../src/message/say.ts';
import { askButton, channel as channelInline, type Text } from '../../src/reply.ts';
import { channelOf } from '../prompts/where.ts';
import { nextActions } from '../views/actions.ts';
import { communityHere } from './where.ts';

/** What is typed to post reports nowhere. */
const NOWHERE = 'none';

/** Chooses where reports are posted, with buttons to decide on them. */
export const setReportChannel = defineCommand({
  name: 'reports channel',
  summary: 'Choose the channel where reports of mistakes are posted',
  options: {
    channel: {
      kind: 'words',
      names: 'channel',
      orWords: true,
      description: 'The channel; this one if you leave it out; none posts them nowhere',
    },
  },
  examples: ['reports channel'],
  shareable: false,
  managersOnly: true,
  changes: true,
  answer: async ({ channel: typed }, { asker, place, community: { reports } }) => {
    const here = communityHere(place);
    const id = typed?.trim().toLowerCase() === NOWHERE ? null : channelOf(typed, place);
    await reports.postIn(here, place.on ?? '', id, { language: languageOf(asker.locale), by: asker.id });
    const open = await reports.of(here, 'open');
    return {
      title: id === null ? say('Reports are posted nowhere') : say('Reports have a channel'),
      lead: said(id),
      body: [
        ...(open.length === 0
          ? []
          : [
              {
                kind: 'note',
                text: [
                  say(
                    '{n, plural, one {One report waits} other {{Words} reports wait}} already; /reports lists what was sent before.',
                    amount(open.length),
                  ),
                ],
              } as const,
            ]),
        ...nextActions([askButton(say('Reports'), 'reports', {})]),
      ],
    };
  },
});

function said(id: string | null): Text {
  if (id === null) return [say('They wait in /reports for whoever manages this community.')];
  return sayText(
    'New ones are posted in {channel}. Whoever can read that channel reads them; only those who manage this community can accept or dismiss one.',
    { channel: channelInline(id) },
  );
}
