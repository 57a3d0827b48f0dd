import type { Command } from 'commander';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { UsageProblem } from '../usage-problem.ts';

/** `migrate FILE`: moves all that is remembered from a file to PostgreSQL, and counts it before and after. */
export function migrate(program: Command): void {
  program
    .command('migrate')
    .summary('moves schedules and studies from a file to DATABASE_URL')
    .argument('[file]', 'the SQLite file', 'rolecall.sqlite')
    .action(async (file: string) => {
      const url = setUp([]).config.variables.DATABASE_URL;
      if (url === undefined) throw new UsageProblem('Set DATABASE_URL to the empty database to move to.');
      const { moveStore } = await import('../../store/move.ts');
      const { from, to, tables, rows } = await moveStore(file, url);
      for (const { table, before, after } of tables) print(`${table}: ${before} rows before, ${after} after`);
      print(`${rows} rows moved from ${from} to ${to}; the file stays, marked as moved.`);
    });
}
