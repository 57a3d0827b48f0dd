import { commands } from '../../commands/index.ts';
import { traced } from '../../commands/why/provenance.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { BUILT_IN, HAND_PACK } from '../../knowledge/built-in.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import { askLine } from '../../src/cli/ask.ts';
import { silentLog } from '../../src/log.ts';
import { languageOf } from '../../src/message/language.ts';
import { plain } from '../../src/plain.ts';
import { speak } from '../../src/message/speak.ts';
import type { Action, Ask, Reply } from '../../src/reply.ts';
import type { SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import type { Files } from '../knowledge/pack.ts';
import { aPack } from '../knowledge/pack.ts';

export const DATA = HAND_PACK;
export { BUILT_IN };
const NOW = '2026-11-22';

/** Somebody to talk to: every question is one typed line. */
export interface Talk {
  readonly bot: Bot;
  readonly knowledge: KnowledgeBase;
  /** The answer as a document, in the language of a locale. */
  readonly ask: (line: string, locale?: string) => Promise<SpokenReply>;
  /** The answer in words. */
  readonly say: (line: string, locale?: string) => Promise<string>;
  /** Presses a button. */
  readonly press: (ask: Ask) => Promise<SpokenReply>;
}

/** A bot with all commands on the packs in `folders`, on the day `today`. */
export async function talkAbout(folders: readonly string[], today = NOW): Promise<Talk> {
  const knowledge = await known(folders);
  const clock = () => Date.parse(today);
  const bot = createBot({
    commands,
    knowledge: () => knowledge,
    clock,
    log: silentLog,
    fallback: 'ask',
    trace: traced,
  });
  const someone = {
    asker: { id: 'u', locale: 'en', manages: false },
    place: { community: null, channel: null },
  };
  return {
    bot,
    knowledge,
    ask: async (line, locale) => speakReply(await askLine(bot, line, locale), languageOf(locale)),
    say: async (line, locale) => plain(await askLine(bot, line, locale), languageOf(locale)),
    press: async ({ command, values }) => speakReply(await bot.answer({ ...someone, command, values }), 'en'),
  };
}

let builtIn: Promise<KnowledgeBase> | undefined;

/** Reading the built-in knowledge takes a second, and nothing ever changes it: once is enough for all tests of a worker. */
function known(folders: readonly string[]): Promise<KnowledgeBase> {
  if (folders !== BUILT_IN) return openKnowledge(folders);
  builtIn ??= openKnowledge(folders);
  return builtIn;
}

/** The same on the built-in knowledge. */
export async function talk(): Promise<Talk> {
  return talkAbout(BUILT_IN);
}

/** The same on a pack of these files; only inside a test. */
export async function talkAboutFiles(files: Files, today?: string): Promise<Talk> {
  return talkAbout([aPack(files)], today);
}

export function actionsOf(reply: Reply): readonly Action[] {
  return reply.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
}

/** Every question that the buttons and menus of a reply ask. */
export function asksOf(reply: Reply): Ask[] {
  return actionsOf(reply).flatMap((action) => {
    switch (action.kind) {
      case 'ask':
      case 'share':
        return [action.ask];
      case 'choose':
        return action.choices.map((choice) => choice.ask);
      case 'form':
      case 'link':
        return [];
    }
  });
}

/** What stands on the buttons and in the menus of a reply. */
export function labelsOf(reply: Reply): string[] {
  const all = actionsOf(reply).flatMap((action) =>
    action.kind === 'choose' ? action.choices.map((choice) => choice.label) : [action.label],
  );
  return all.map((label) => speak(label, reply.language ?? 'en'));
}

/** Lines on a phone of 40 characters, blank ones included. */
export function phoneLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 40)), 0);
}
