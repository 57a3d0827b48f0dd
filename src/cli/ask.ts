import type { Place } from '../adapter.ts';
import type { Bot } from '../bot.ts';
import { readLine } from '../invocation.ts';
import type { Language } from '../message/language.ts';
import { languageOf } from '../message/language.ts';
import { plain, plainReply } from '../plain.ts';
import type { Answered } from '../provenance.ts';
import type { Reply } from '../reply.ts';
import { speakReply } from '../spoken.ts';

/** How one answer is printed. */
export type Show = (line: string, answered: Answered, language: Language) => string | Promise<string>;

/** The answer in words, whole. */
export const asText: Show = (_line, { reply }, language) => plain(reply, language);

/** The contract other programs rely on: one line of `{ask, match, text, reply, sources}`, all of it in words. */
export const asJson = (line: string, { reply, provenance }: Answered, language: Language): string => {
  const spoken = speakReply(reply, language);
  const { sources } = provenance();
  const answer = { ask: line, match: reply.match, text: plainReply(spoken), reply: spoken, sources };
  return oneLine(JSON.stringify(answer));
};

/** What a place would be sent for this answer. */
export function asPayload(preview: NonNullable<Place['preview']>): Show {
  return async (_line, { reply }, language) => JSON.stringify(await preview(reply, language), null, 2);
}

/** Asks one line as a person at a terminal would, in the language of `locale` (BCP 47). */
export async function askLine(bot: Bot, line: string, locale = 'en'): Promise<Reply> {
  return (await answerLine(bot, line, locale)).reply;
}

/** The same with what the answer rests on. */
export async function answerLine(bot: Bot, line: string, locale = 'en'): Promise<Answered> {
  const names = bot.commands.map((command) => command.name);
  return bot.answerWithProvenance({
    ...readLine(line, names),
    asker: { id: 'cli', locale, manages: true },
    place: { community: null, channel: null },
  });
}

/** One answer for every line of `input`, in order and in the language of `locale`; every line gets one, an empty one too. */
export async function askBatch(
  bot: Bot,
  input: AsyncIterable<Buffer | string>,
  print: (line: string) => void,
  locale = 'en',
): Promise<void> {
  for await (const line of linesOf(input))
    print(asJson(line, await answerLine(bot, line, locale), languageOf(locale)));
}

/** Splits at line feeds only: `readline` would also split at U+2028, and one question would get two answers. */
async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + decodeChunk(decoder, chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

function decodeChunk(decoder: TextDecoder, chunk: Buffer | string): string {
  return typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** JSON leaves these three as they are, and many readers take them for line ends. */
function oneLine(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029').replaceAll('\u0085', '\\u0085');
}
