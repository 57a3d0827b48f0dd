import { commands } from '../../commands/index.ts';
import { welcomeReply } from '../../commands/help/welcome.ts';
import { naming } from '../../commands/prompts/called.ts';
import { preparing } from '../../commands/prompts/prepare.ts';
import { traced } from '../../commands/why/provenance.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { openKnowledge, watchKnowledge } from '../../knowledge/load.ts';
import type { Bot } from '../bot.ts';
import { createBot } from '../bot.ts';
import type { PromptService } from '../community/prompt-service.ts';
import { createCooldown } from '../cooldown.ts';
import type { Log } from '../log.ts';
import { opening, packsOf } from './packs.ts';
import type { Run } from './setup.ts';

/** A bot with its schedules, on knowledge that follows its files until `stop`. */
export interface Opened {
  readonly bot: Bot;
  readonly prompts: PromptService;
  readonly knowledge: () => KnowledgeBase;
  readonly stop: () => void;
}

/** A bot that lives on: it remembers, posts, and takes up changed files. */
export async function openBot({ config, log }: Run): Promise<Opened> {
  const { current, stop } = await watchKnowledge(packsOf(config), tellMistakes(log), opening(log));
  const { createPrompts } = await import('../community/service.ts');
  const { settingsIn } = await import('../community/prompt-service.ts');
  const prompts = createPrompts({
    ...settingsIn(config.variables),
    prepare: preparing(current),
    nameOf: naming(current),
    welcome: welcomeReply(commands),
    log,
  });
  const parts = { commands, knowledge: current, clock: Date.now, log, fallback: 'ask', trace: traced };
  const cooldown = createCooldown(Date.now);
  const bot = createBot({ ...parts, cooldown, community: prompts.community });
  return { bot, prompts, knowledge: current, stop };
}

/** A bot for programs, which remembers nothing, on knowledge that follows its files until `stop`. */
export async function openForPrograms({ config, log }: Run): Promise<Pick<Opened, 'bot' | 'stop'>> {
  const { current, stop } = await watchKnowledge(packsOf(config), tellMistakes(log), opening(log));
  const parts = { commands, knowledge: current, clock: Date.now, log, fallback: 'ask' };
  return { bot: createBot({ ...parts, trace: traced }), stop };
}

/** What is said when changed files have mistakes. */
function tellMistakes(log: Log): (error: Error) => void {
  return ({ message }) => {
    log.warn({ reason: message }, 'the changed knowledge has mistakes; the last good one stays in use');
  };
}

/** A bot for questions asked here and now, which remembers nothing. */
export async function openAnswers({ config, log }: Run): Promise<Bot> {
  const knowledge = await openKnowledge(packsOf(config), opening(log));
  const parts = { commands, knowledge: () => knowledge, clock: Date.now, log, fallback: 'ask' };
  return createBot({ ...parts, trace: traced });
}
