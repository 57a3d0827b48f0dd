import { randomUUID } from 'node:crypto';
import type { Bot } from '../bot.ts';
import type { Log } from '../log.ts';
import { plain } from '../plain.ts';
import type { AnswerRecord } from './record.ts';
import { recordOf } from './record.ts';
import type { Operation } from './operations.ts';
import { ArgumentProblem, readArguments } from './operations.ts';

/** What came of a question: `refused` for how it was asked, `failed` for a fault of ours. The reason says what to do. */
export type Outcome =
  | { readonly kind: 'answered'; readonly record: AnswerRecord }
  | { readonly kind: 'refused' | 'failed'; readonly reason: string };

/** Asks a question for a program, whichever way it came in. Never throws. */
export async function askFor(
  operation: Operation,
  given: Readonly<Record<string, unknown>>,
  { bot, log }: { readonly bot: Bot; readonly log: Log },
): Promise<Outcome> {
  try {
    const { invocation, line, language } = readArguments(operation, given);
    const answered = await bot.answerWithProvenance(invocation);
    const record = recordOf(line, answered, language);
    if (record !== undefined) return { kind: 'answered', record };
    const reason = plain(answered.reply, language);
    return { kind: answered.failed === true ? 'failed' : 'refused', reason };
  } catch (error) {
    if (error instanceof ArgumentProblem) return { kind: 'refused', reason: error.message };
    return fault(operation.name, error, log);
  }
}

function fault(command: string, error: unknown, log: Log): Outcome {
  const reference = randomUUID().slice(0, 8);
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error({ reference, command, reason }, 'an answer could not be given to a program');
  return { kind: 'failed', reason: `Something went wrong on my side; the log has it under ${reference}.` };
}
