import { claimedCommunity } from '../claimed.ts';
import type { Command, CommandContext } from '../command.ts';
import { offlineCommunity } from '../community/offline.ts';
import { countableIn } from '../countable.ts';
import { repeatedReply } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import type { ReadValues } from '../parse.ts';
import type { Answered } from '../provenance.ts';
import { restingOnNothing } from '../provenance.ts';
import type { Ask, Draft, Reply } from '../reply.ts';
import type { BotParts } from './parts.ts';
import { fault } from './parts.ts';

/** Has a command answer, once however often it was heard, and makes a reply of its draft. */
export async function composeReply(
  parts: BotParts,
  command: Command,
  invocation: Invocation,
  { read: { values, raw, page }, context }: { readonly read: ReadValues; readonly context: CommandContext },
): Promise<Answered> {
  const community = await claimedCommunity(command, invocation, parts.community ?? offlineCommunity);
  if (community === undefined) return restingOnNothing(repeatedReply(command));
  const draft = await command.answer(values, { ...context, community });
  const ask = draft.ask ?? { command: command.name, values: raw };
  const reply = finish(command, draft, { ...ask, ...(page === undefined ? {} : { page }) });
  const { trace } = parts;
  if (trace === undefined) return restingOnNothing(reply);
  // No more of the draft and the context is kept with the answer: neither who asked, nor where.
  const { evidence, sourceIds = [] } = draft;
  const { knowledge } = context;
  const rests = evidence === undefined ? { sourceIds } : { evidence, sourceIds };
  return { reply, provenance: () => trace(rests, knowledge) };
}

function finish(command: Command, draft: Draft, ask: Ask): Reply {
  const { tone = 'answer', title, lead, body = [], sources = [], match = null } = draft;
  const shareable = command.shareable && tone === 'answer';
  const reply = { tone, title, lead, body, sources, match, ask, shareable };
  const { language, file } = draft;
  return {
    ...reply,
    ...(language === undefined ? {} : { language }),
    ...(file === undefined ? {} : { file }),
  };
}

/** Counts what was asked, if that is counted. An answer never fails by it. */
export function countReply(parts: BotParts, command: Command, invocation: Invocation, reply: Reply): void {
  if (parts.community === undefined) return;
  try {
    const world = { knowledge: parts.knowledge(), commands: parts.commands };
    const found = countableIn(reply, { invocation, command }, world);
    if (found !== null) parts.community.counts.count(found.community, found.kind, found.name, invocation.id);
  } catch (error) {
    fault(parts, command.name, error);
  }
}
