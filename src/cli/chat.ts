import { stdin } from 'node:process';
import { openBot } from './open-bot.ts';
import type { Run } from './setup.ts';
import { UsageProblem } from './usage-problem.ts';

/** What is said where nobody can ask anything. */
const NOBODY = `There is no place to answer in, and no terminal to ask from: nothing was typed, and no place is set up.
Set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN (see .env.example); or start me in a terminal.`;

/** A chat in the terminal, in the language of `locale`, until its input ends. */
export async function chat(run: Run, locale: string | undefined): Promise<void> {
  const { bot, prompts, stop } = await openBot(run);
  const tried = prompts.tryStore();
  const { connect } = await import('../../adapters/terminal/index.ts');
  const terminal = connect({ bot, variables: run.config.variables, log: run.log }, undefined, locale);
  prompts.start([terminal]);
  const lines = await terminal.ended;
  stop();
  await tried;
  await prompts.stop();
  if (lines === 0 && !stdin.isTTY) throw new UsageProblem(NOBODY);
}
