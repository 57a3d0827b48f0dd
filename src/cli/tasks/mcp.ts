import { stdin, stdout } from 'node:process';
import type { Command } from 'commander';
import { openForPrograms } from '../open-bot.ts';
import { setUp } from '../setup.ts';

/** `mcp`: the questions as tools for an assistant that starts this process and speaks the Model Context Protocol with it. */
export function mcp(program: Command): void {
  program
    .command('mcp')
    .summary('the questions as tools of the Model Context Protocol, on standard input and output')
    .action(async () => {
      const run = setUp([]);
      const stopping = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
      const { bot, stop } = await openForPrograms(run);
      const { serveStdio } = await import('../../../adapters/mcp/stdio.ts');
      await serveStdio({ bot, log: run.log }, { input: stdin, output: stdout }, stopping.signal);
      stop();
    });
}
