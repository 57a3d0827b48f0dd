import type { Command } from 'commander';
import { commands } from '../../../commands/index.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import { opening, packsOf } from '../packs.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { UsageProblem } from '../usage-problem.ts';

/** `reports export --out DIR`: the accepted reports of mistakes, for whoever corrects them. */
export function reports(program: Command): void {
  program
    .command('reports')
    .summary('writes the accepted reports of mistakes: reports export --out DIR')
    .argument('[task]', 'export')
    .option('--out <dir>', 'the folder to write to')
    .action(async (task: string | undefined, { out }: { out?: string }) => {
      if (task !== 'export' || out === undefined)
        throw new UsageProblem(
          'rolecall reports export --out DIR writes the accepted reports to a file in DIR.',
        );
      const { config, log } = setUp([]);
      const { writePatch } = await import('../../../commands/reports/patch.ts');
      const { settingsIn } = await import('../../community/prompt-service.ts');
      const knowledge = await openKnowledge(packsOf(config), opening(log));
      const { address } = settingsIn(config.variables);
      print(await writePatch({ address, out, knowledge, commands }));
    });
}
