import type { Command } from 'commander';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { UsageProblem } from '../usage-problem.ts';

interface Asked {
  readonly replace?: boolean;
}

/** `backup FILE`: all that is remembered in one file, while the bot runs. */
export function backup(program: Command): void {
  program
    .command('backup')
    .summary('copies all that is remembered to a file, while the bot runs: backup FILE')
    .argument('[file]', 'the file to write')
    .option('--replace', 'writes over a file that is there already')
    .action(async (file: string | undefined, { replace = false }: Asked) => {
      if (file === undefined) throw new UsageProblem('Name the file to write: rolecall backup FILE.');
      const { backupStore } = await import('../../store/backup.ts');
      const { from, to, tables, rows } = await backupStore(await addressOf(), file, { replace });
      for (const { table, before, after } of tables)
        print(`${table}: ${before} rows there, ${after} in the backup`);
      print(
        `${rows} rows of ${from} are in ${to}. It holds what members keep: store it as you store the database.`,
      );
    });
}

/** `restore FILE`: puts a backup back, while the bot runs. */
export function restore(program: Command): void {
  program
    .command('restore')
    .summary('puts a backup back, all of it or nothing: restore FILE')
    .argument('[file]', 'the backup')
    .option('--replace', 'puts it in the stead of what is remembered now')
    .action(async (file: string | undefined, { replace = false }: Asked) => {
      if (file === undefined) throw new UsageProblem('Name the backup: rolecall restore FILE.');
      const { restoreStore } = await import('../../store/restore.ts');
      const { to, tables, rows, madeAt, overdue } = await restoreStore(file, await addressOf(), { replace });
      for (const { table, before, kept, after } of tables) {
        const stayed = kept === 0 ? '' : `${kept} that stayed here, `;
        print(`${table}: ${before} rows in the backup, ${stayed}${after} here now`);
      }
      print(`${rows} rows are in ${to}, as of ${madeAt ?? 'a time that the file does not tell'}.`);
      if (overdue > 0) print(OVERDUE.replace('{n}', String(overdue)));
    });
}

const OVERDUE =
  '{n} schedules came due since: of each a running bot posts the latest run, unless it is too late or its post is known here.';

async function addressOf() {
  const { settingsIn } = await import('../../community/prompt-service.ts');
  return settingsIn(setUp([]).config.variables).address;
}
