import type { CommandContext } from '../../src/command.ts';
import type { RecordedChange } from '../../src/community/setting-book.ts';
import { say } from '../../src/message/say.ts';
import { askButton, type Draft, member as memberInline, moment, type Text } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { changeLine } from './describe.ts';

/** Who changed what and when, the latest first. */
export async function settingsHistory(
  here: string,
  { community: { settings } }: CommandContext,
): Promise<Draft> {
  const changes = await settings.history(here);
  const { zone = 'UTC' } = await settings.of(here);
  return {
    title: say('Who changed what'),
    lead: [
      changes.length === 0
        ? say('Nobody changed a setting here within a year.')
        : say(
            'The latest first. A change is known for a year, and who made it until that member is deleted.',
          ),
    ],
    body: [
      ...(changes.length === 0
        ? []
        : [{ kind: 'list', items: changes.map((change) => line(change, zone)) } as const]),
      ...nextActions([askButton(say('All settings'), 'settings', {})]),
    ],
  };
}

function line({ member, at, ...change }: RecordedChange, zone: string): Text {
  const who = member === '' ? say('somebody who was deleted') : memberInline(member);
  return [...changeLine(change), '\n', moment(at, zone), ' · ', who];
}
