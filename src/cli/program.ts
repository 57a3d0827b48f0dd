import { Command, CommanderError } from 'commander';
import { launch } from './launch.ts';
import { checkedLang } from './locale.ts';
import { ask } from './tasks/ask.ts';
import { backup, restore } from './tasks/backup.ts';
import { check } from './tasks/check.ts';
import { doctor } from './tasks/doctor.ts';
import { importPack } from './tasks/import.ts';
import { mcp } from './tasks/mcp.ts';
import { migrate } from './tasks/migrate.ts';
import { refresh } from './tasks/refresh.ts';
import { reports } from './tasks/reports.ts';
import { setUpPlaces } from './tasks/set-up-place.ts';
import { UsageProblem } from './usage-problem.ts';

const FROM_A_CHECKOUT = `
From a checkout: npm start, or npm run --silent rolecall -- TASK. Without a task every place starts whose variables are
set (see .env.example); with none, a chat in the terminal, in the language of LC_ALL, LC_MESSAGES or LANG.`;

const TASKS = [ask, mcp, check, importPack, refresh, reports, doctor, migrate, backup, restore, setUpPlaces];

/** Carries out one command line. @throws UsageProblem where it cannot be read. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const program = new Command('rolecall')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    // "ask … --lang de" is about the answer, and "--lang de" alone about the chat.
    .enablePositionalOptions()
    .option('--lang <language>', 'the language of the chat in the terminal')
    .argument('[task]')
    .helpCommand('help [task]', 'what a task takes')
    .addHelpText('after', FROM_A_CHECKOUT)
    .action((task: string | undefined, { lang }: { lang?: string }) => {
      if (task !== undefined)
        throw new UsageProblem(`I don't know "${task}".\n\n${program.helpInformation()}`);
      return launch(checkedLang(lang));
    });
  for (const add of TASKS) add(program);
  // What begins with a slash is a question, as in the chat.
  const task = args[0]?.startsWith('/') === true ? ['ask', ...args] : [...args];
  await program.parseAsync(task, { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageProblem(`${error.message}\n\n${program.helpInformation()}`);
  });
}
