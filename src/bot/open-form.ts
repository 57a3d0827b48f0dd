import { refusalOf, settle } from '../admission.ts';
import { problemReply, tooFastReply, unknownCommand } from '../errors.ts';
import type { OpenForm } from '../form.ts';
import type { Invocation } from '../invocation.ts';
import { languageOf } from '../message/language.ts';
import { readValues } from '../parse.ts';
import { Problem } from '../problem.ts';
import type { Reply } from '../reply.ts';
import { speakForm } from '../spoken.ts';
import type { BotParts, CommandsByName } from './parts.ts';
import { contextFor, fault, settingsOf } from './parts.ts';

/** The form of a command with the values that stand already, or the reply that says why there is none. */
export async function openForm(
  parts: BotParts,
  byName: CommandsByName,
  given: Invocation,
): Promise<OpenForm | Reply> {
  const command = byName.get(given.command.toLowerCase());
  const wait = parts.cooldown?.take(given) ?? 0;
  if (wait > 0) return tooFastReply(wait);
  if (command?.form === undefined) return unknownCommand(given.command, given, parts.commands);
  const invocation = await settle(given, settingsOf(parts));
  const refusal = refusalOf(command, invocation, parts.commands);
  if (refusal !== undefined) return refusal;
  try {
    const { values = readValues(command, invocation).raw } = invocation;
    const form = await command.form(values, contextFor(parts, command, invocation));
    speakForm(form, languageOf(invocation.asker.locale));
    return { ...form, ask: { command: command.name, values } };
  } catch (error) {
    if (error instanceof Problem) return problemReply(error, command, invocation.asker);
    return fault(parts, command.name, error);
  }
}
