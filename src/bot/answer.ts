import { permitted, refusalOf, settle } from '../admission.ts';
import type { AnswerCache } from '../answer-cache.ts';
import { questionOf } from '../answer-cache.ts';
import type { Command } from '../command.ts';
import { problemReply, tooFastReply, unknownCommand } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { languageOf } from '../message/language.ts';
import { type ReadValues, readValues } from '../parse.ts';
import { Problem } from '../problem.ts';
import type { Answered } from '../provenance.ts';
import { restingOnNothing } from '../provenance.ts';
import { speakReply } from '../spoken.ts';
import { composeReply, countReply } from './compose.ts';
import type { BotParts, CommandsByName } from './parts.ts';
import { contextFor, fault, settingsOf } from './parts.ts';

/** Answers a question, whatever becomes of it. Never rejects. */
export async function answer(
  parts: BotParts,
  byName: CommandsByName,
  answers: AnswerCache,
  given: Invocation,
): Promise<Answered> {
  const wait = parts.cooldown?.take(given) ?? 0;
  if (wait > 0) return restingOnNothing(tooFastReply(wait));
  const name = given.command === '' ? parts.fallback : given.command.toLowerCase();
  const command = byName.get(name);
  if (command === undefined) return restingOnNothing(unknownCommand(name, given, parts.commands));
  const invocation = await settle(given, settingsOf(parts));
  const refusal = refusalOf(command, invocation, parts.commands);
  if (refusal !== undefined) return restingOnNothing(refusal);
  try {
    const context = contextFor(parts, command, invocation);
    const read = readPaged(command, invocation);
    const question = questionOf(command, read, context);
    const known = answers.get(question);
    const answered = known ?? (await composeReply(parts, command, invocation, { read, context }));
    // A sentence without a value is our fault: found here, where it can still be told.
    speakReply(answered.reply, languageOf(invocation.asker.locale));
    if (known === undefined) answers.set(question, answered);
    const allowed = permitted(answered.reply, invocation, parts.commands);
    if (invocation.settings.counts !== 'off') countReply(parts, command, invocation, allowed);
    return { ...answered, reply: allowed };
  } catch (error) {
    if (error instanceof Problem) return restingOnNothing(problemReply(error, command, invocation.asker));
    return { ...restingOnNothing(fault(parts, command.name, error)), failed: true };
  }
}

/** What was asked; a page that was turned to wins over one that was typed. */
function readPaged(command: Command, invocation: Invocation): ReadValues {
  const read = readValues(command, invocation);
  const page = invocation.page ?? read.page;
  return page === undefined ? read : { ...read, page };
}
