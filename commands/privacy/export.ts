import { type CommandContext, defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { message, say } from '../../src/message/say.ts';
import { askButton, code, type Draft, type ReplyFile, type Text } from '../../src/reply.ts';
import type { MemberData } from '../../src/community/members.ts';
import { nextActions } from '../views/actions.ts';
import { everythingOf, everywhereNote } from './owner.ts';
import { entriesIn, nothingKept } from './show.ts';

/** The version of the exported file's form. */
const VERSION = 1;
const NAME = 'rolecall-export.json';

/** All that is kept of whoever asks, as it is kept: a line each, and a file for a program. */
export async function exportAll(context: CommandContext): Promise<Draft> {
  const data = await context.community.members.of(everythingOf(context));
  const n = entriesIn(data);
  if (n === 0) return nothingKept();
  return {
    title: say('What I keep about you'),
    lead: [say(LINES, amount(n))],
    body: [
      { kind: 'list', items: linesOf(data) },
      ...everywhereNote(context),
      ...nextActions([askButton(say('Forget it all'), 'privacy delete', {})]),
    ],
    file: fileOf(data, context),
  };
}

/** The same as a command. */
export const exportPrivacy = defineCommand({
  name: 'privacy export',
  summary: 'All that I keep about you as a file (JSON)',
  options: {},
  examples: ['privacy export'],
  shareable: false,
  answer: (_, context) => exportAll(context),
});

const LINES = message(
  '{n, plural, one {One line as it is kept} other {{Words} lines as they are kept}}. The same comes as a file, which only you get: beside this answer or in a message from me.',
);

function fileOf(data: MemberData, { asker, place, now }: CommandContext): ReplyFile {
  const about = { format: 'rolecall member export', version: VERSION, exportedAt: timeOf(now) };
  const kept = { ...about, place: place.on, member: asker.id, ...data };
  return { name: NAME, text: JSON.stringify(kept, withTimes, 2) };
}

/** Instants are kept as numbers, and read better as what they are. */
function withTimes(key: string, value: unknown): unknown {
  return typeof value === 'number' && /^(at|.*At)$/.test(key) ? timeOf(value) : value;
}

function linesOf({ study, proposals, reports, schedules, settings }: MemberData): Text[] {
  return [
    ...study.map(({ run, title, track, mark, at }) => line(run, [title, track, mark, timeOf(at)])),
    ...proposals.map(({ id, title, track, build, discuss, link, state, reason, madeAt }) =>
      line(id, [title, track, build, discuss, link, state, reason, timeOf(madeAt)]),
    ),
    ...reports.map(({ id, about, what, right, source, state, reason, madeAt }) =>
      line(id, [`/${about}`, what, right, source, state, reason, timeOf(madeAt)]),
    ),
    ...schedules.map(({ id, track }) => line(id, [track])),
    ...settings.map(({ setting, channel, before, after, at }) =>
      line(setting, [channel, before, after, timeOf(at)]),
    ),
  ];
}

function line(id: string, parts: readonly (string | null | undefined)[]): Text {
  return [code(id), ` · ${parts.filter((part) => part !== undefined && part !== null).join(' · ')}`];
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
