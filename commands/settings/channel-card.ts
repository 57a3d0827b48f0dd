import type { CommandContext } from '../../src/command.ts';
import { ruleIn } from '../../src/rules.ts';
import { message, say, sayText } from '../../src/message/say.ts';
import { askButton, channel as channelInline, type Draft } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { answerChoices, commandWords, menu, toldOf } from './card.ts';
import type { Changed } from './change.ts';
import { settingName, settingWords } from './describe.ts';

/** What holds in one channel, with what changes it there. */
export async function channelCard(
  community: string,
  channel: string,
  changed: Changed,
  { community: { settings } }: CommandContext,
): Promise<Draft> {
  const chosen = await settings.of(community);
  const rule = ruleIn(chosen, channel);
  const isOwn = Object.keys(chosen.channels?.[channel] ?? {}).length > 0;
  const here = { channel: channelInline(channel) };
  return {
    title: say('Settings of a channel'),
    lead:
      changed === null
        ? sayText(isOwn ? OWN : SAME, here)
        : [channelInline(channel), ' · ', ...toldOf(changed.map((each) => ({ ...each, channel: null })))],
    body: [
      {
        kind: 'fields',
        fields: [
          { name: settingName('answers'), value: settingWords('answers', rule.answers ?? null) },
          { name: say('Commands'), value: commandWords(rule) },
        ],
      },
      ...nextActions([
        menu(settingName('answers'), [
          ...answerChoices({ channel }),
          {
            label: say('as everywhere'),
            ask: { command: 'settings', values: { channel, answers: 'default' } },
          },
        ]),
        { kind: 'form', label: say('Commands here'), ask: { command: 'settings', values: { channel } } },
        askButton(say('The whole community'), 'settings', {}),
      ]),
    ],
  };
}

const OWN = message('In {channel} this holds, whatever the community chose otherwise.');
const SAME = message('In {channel} the same holds as in the whole community.');
