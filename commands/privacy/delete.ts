import { type CommandContext, defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { message, say } from '../../src/message/say.ts';
import { askButton, type Draft, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Forgotten } from '../../src/community/members.ts';
import { nextActions } from '../views/actions.ts';
import { everythingOf, everywhereNote } from './owner.ts';

/** Deletes all that is kept of whoever asks, once they are sure; `command` is the one that asks. */
export async function deleteAll(
  sure: string | undefined,
  command: string,
  context: CommandContext,
): Promise<Draft> {
  if (sure !== 'yes') return question(command, context);
  const { deleted, stay } = await context.community.members.forget(everythingOf(context));
  return {
    title: say('Forgotten'),
    lead: [deleted === 0 ? say('I keep nothing about you now.') : say(GONE, amount(deleted))],
    body: whatStays(stay),
  };
}

/** The option that the button fills in. */
export const SURE = {
  sure: { kind: 'choice', description: 'yes deletes it', choices: ['yes', 'no'], hidden: true },
} as const;

/** The same as a command. */
export const deletePrivacy = defineCommand({
  name: 'privacy delete',
  summary: 'Delete everything I keep about you',
  options: SURE,
  examples: ['privacy delete'],
  shareable: false,
  changes: true,
  answer: ({ sure }, context) => deleteAll(sure, 'privacy delete', context),
});

function question(command: string, context: CommandContext): Draft {
  return {
    tone: 'question',
    title: say('Delete everything?'),
    lead: [
      say(
        'It cannot be brought back. Export it first if you want a copy. What others rest on stays, without your name: a prompt of yours that was accepted, mistakes that you reported, schedules that you made, settings that you changed.',
      ),
    ],
    body: [
      ...everywhereNote(context),
      ...nextActions([
        askButton(say('Delete it all'), command, { sure: 'yes' }),
        askButton(say('Export'), 'privacy export', {}),
      ]),
    ],
  };
}

const GONE = message(
  '{n, plural, one {One line} other {{Words} lines}} deleted; I keep nothing about you now.',
);
const STAYS: Readonly<Record<keyof Forgotten['stay'], string>> = {
  proposals: message(
    "{n, plural, one {One prompt that was accepted: it is the community's.} other {{Words} prompts that were accepted: they are the community's.}}",
  ),
  reports: message(
    '{n, plural, one {One report of a mistake, for whoever corrects it.} other {{Words} reports of mistakes, for whoever corrects them.}}',
  ),
  schedules: message(
    '{n, plural, one {One schedule, which goes on; nobody is told when it cannot be posted.} other {{Words} schedules, which go on; nobody is told when one cannot be posted.}}',
  ),
  settings: message(
    '{n, plural, one {One change of a setting, in the list of changes.} other {{Words} changes of settings, in the list of changes.}}',
  ),
};
const KINDS = ['proposals', 'reports', 'schedules', 'settings'] as const;

function whatStays(stay: Forgotten['stay']): ReplyNode[] {
  const items = KINDS.filter((kind) => stay[kind] > 0).map((kind): Text => [
    say(STAYS[kind], amount(stay[kind])),
  ]);
  return items.length === 0 ? [] : [{ kind: 'list', title: say('What stays, without you'), items }];
}
