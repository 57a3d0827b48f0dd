import { managersOf } from './admission.ts';
import { createAnswerCache } from './answer-cache.ts';
import { answer } from './bot/answer.ts';
import { openForm } from './bot/open-form.ts';
import type { BotParts } from './bot/parts.ts';
import { settingsOf } from './bot/parts.ts';
import { suggest } from './bot/suggest.ts';
import type { Command, Suggestion } from './command.ts';
import type { OpenForm } from './form.ts';
import type { Invocation, Place, Typing } from './invocation.ts';
import type { Answered } from './provenance.ts';
import type { Reply } from './reply.ts';
import { readTyped, tellCut } from './typed.ts';

/** The one door. `answer` never throws and always gives a reply; so does `suggest`, an empty list at worst. */
export interface Bot {
  readonly commands: readonly Command[];
  answer(invocation: Invocation): Promise<Reply>;
  /** The same for a program, which is told what the answer rests on. Never throws. */
  answerWithProvenance(invocation: Invocation): Promise<Answered>;
  suggest(typing: Typing, limit: number): readonly Suggestion[];
  /** The form of a command, or the reply that says why there is none. Never throws. */
  form(invocation: Invocation): Promise<OpenForm | Reply>;
  /** The place's own id of the role or group whose people manage the community of a place beside its administrators. */
  managersOf(place: Place): Promise<string | undefined>;
}

/** Builds the bot from its parts. All it keeps is answers that would be the same again. */
export function createBot(parts: BotParts): Bot {
  const byName = new Map(parts.commands.map((command) => [command.name, command]));
  const answers = createAnswerCache();
  const answerWithProvenance = async (given: Invocation): Promise<Answered> => {
    const { invocation, isCut } = readTyped(given);
    const answered = await answer(parts, byName, answers, invocation);
    return isCut ? { ...answered, reply: tellCut(answered.reply) } : answered;
  };
  return {
    commands: parts.commands,
    answer: async (invocation) => (await answerWithProvenance(invocation)).reply,
    answerWithProvenance,
    suggest: (typing, limit) => suggest(parts, byName, typing, limit),
    form: (given) => openForm(parts, byName, readTyped(given).invocation),
    managersOf: (place) => managersOf(place, settingsOf(parts)),
  };
}
