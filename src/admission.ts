import type { Command } from './command.ts';
import { communityOfPlace, isKeptOut, isShown, settledAsker, settledPlace, waysIn } from './rules.ts';
import type { SettingBook } from './community/setting-book.ts';
import type { CommunitySettings } from './community/settings.ts';
import { NO_CHOICE } from './community/settings.ts';
import { keptOutReply, managersReply } from './errors.ts';
import type { Asker, Invocation, Place } from './invocation.ts';
import { readLine } from './invocation.ts';
import type { Reply } from './reply.ts';

/** Who asks and where. */
interface Asking {
  readonly asker: Asker;
  readonly place: Place;
}

/** What was heard as the community wants it, and what it chose. */
export type Settled<T extends Asking> = T & { readonly settings: CommunitySettings };

/** What was heard, with what its community chose: who manages it, its language and its zone. Never rejects. */
export async function settle(invocation: Invocation, book: SettingBook): Promise<Settled<Invocation>> {
  const community = communityOfPlace(invocation.place);
  return settled(invocation, community === null ? NO_CHOICE : await book.of(community));
}

/** The place's own id of the group whose people manage a community beside its administrators. Never rejects. */
export async function managersOf(place: Place, book: SettingBook): Promise<string | undefined> {
  const community = communityOfPlace(place);
  return community === null ? undefined : (await book.of(community)).managers;
}

/** The same by what was seen last, for what cannot wait. */
export function settleKnown<T extends Asking>(asking: T, book: SettingBook): Settled<T> {
  const community = communityOfPlace(asking.place);
  return settled(asking, community === null ? NO_CHOICE : book.known(community));
}

function settled<T extends Asking>(asking: T, settings: CommunitySettings): Settled<T> {
  const { asker, place } = asking;
  return { ...asking, asker: settledAsker(asker, settings), place: settledPlace(place, settings), settings };
}

/** Why a command gets no answer from this asker or in this channel, as a reply that only they see; undefined where it does. */
export function refusalOf(
  command: Command,
  { asker, place, settings }: Settled<Asking>,
  commands: readonly Command[],
): Reply | undefined {
  if (command.managersOnly === true && !asker.manages) return managersReply(command, commands);
  return isKeptOut(command, place, settings) ? keptOutReply(command, waysIn(command, settings)) : undefined;
}

/**
 * The answer as it may be given: where a command let another one answer, that one must not be kept out either; and marked
 * as one for everybody where the community wants that.
 */
export function permitted(reply: Reply, heard: Settled<Asking>, commands: readonly Command[]): Reply {
  for (const command of answeringIn(reply, commands)) {
    const refusal = refusalOf(command, heard, commands);
    if (refusal !== undefined) return refusal;
  }
  return reply.shareable && isShown(heard.place, heard.settings) ? shown(reply) : reply;
}

/** The commands whose answer it is: the one that it can be asked again with, and the one that a line among its values names. */
function answeringIn({ ask }: Reply, commands: readonly Command[]): Command[] {
  const command = commands.find(({ name }) => name === ask?.command);
  if (ask === null || command === undefined) return [];
  const names = commands.map(({ name }) => name);
  const lines = Object.entries(command.options).flatMap(([name, option]) =>
    'line' in option && option.line ? (ask.values[name] ?? []) : [],
  );
  const asked = lines.map((line) => readLine(line, names).command);
  return [command, ...commands.filter(({ name }) => asked.includes(name))];
}

const SHOWN = new WeakMap<Reply, Reply>();

/** The same answer each time, so that it is drawn once. */
function shown(reply: Reply): Reply {
  const known = SHOWN.get(reply) ?? { ...reply, shown: true };
  SHOWN.set(reply, known);
  return known;
}
