import { stdin } from 'node:process';
import type { Command } from 'commander';
import { PLACES } from '../../../adapters/index.ts';
import { languageOf } from '../../message/language.ts';
import { asJson, askBatch, answerLine, asPayload, asText, type Show } from '../ask.ts';
import { checkedLang, localeIn } from '../locale.ts';
import { openAnswers } from '../open-bot.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { UsageProblem } from '../usage-problem.ts';

const SHOWS: Readonly<Record<string, Show>> = {
  text: asText,
  json: asJson,
  ...Object.fromEntries(
    PLACES.flatMap(({ settings, preview }) =>
      preview === undefined ? [] : [[settings.place, asPayload(preview)] as const],
    ),
  ),
};

interface Asked {
  readonly as: string;
  readonly batch?: true;
  readonly lang?: string;
}

/** `ask "/role ml-engineer"`: one answer, or one for each line that comes in. */
export function ask(program: Command): void {
  program
    .command('ask')
    .summary('one answer: ask "/role ml-engineer"')
    .argument('[question...]')
    .option('--as <form>', Object.keys(SHOWS).join(', '), 'text')
    .option('--batch', 'one question a line in, one JSON answer a line out; in English unless told')
    .option('--lang <language>', 'the language of the answer; text is in that of the terminal unless told')
    .action(async (question: string[], asked: Asked) => {
      const lang = checkedLang(asked.lang);
      const bot = await openAnswers(setUp([]));
      if (asked.batch === true) return askBatch(bot, stdin, print, lang);
      const show = Object.hasOwn(SHOWS, asked.as) ? SHOWS[asked.as] : undefined;
      if (show === undefined) throw new UsageProblem(`--as takes ${Object.keys(SHOWS).join(', ')}.`);
      const line = question.join(' ');
      if (line.trim() === '') throw new UsageProblem('Ask something: rolecall ask "/role ml-engineer".');
      // Other programs read everything but text.
      const locale = lang ?? (asked.as === 'text' ? localeIn(process.env) : undefined);
      return print(await show(line, await answerLine(bot, line, locale), languageOf(locale)));
    });
}
