import type { Command } from 'commander';
import { CACHE, packsOf } from '../packs.ts';
import { print, progress } from '../print.ts';
import { setUp } from '../setup.ts';
import { UsageProblem } from '../usage-problem.ts';

/** `import PUBLISHER DIR --out PACK`: turns a publisher's download into a pack. */
export function importPack(program: Command): void {
  program
    .command('import')
    .summary("turns a publisher's download into a pack: import onet DIR --out PACK")
    .argument('[publisher]', 'onet, oews, projections, esco, gdad or advertised-pay')
    .argument('[dir]', 'the folder of the download')
    .option('--out <pack>', 'the folder to write')
    .action(async (publisher = '', dir: string | undefined, { out }: { out?: string }) => {
      const { importers } = await import('../../../knowledge/import/index.ts');
      const importer = Object.hasOwn(importers, publisher) ? importers[publisher] : undefined;
      if (importer === undefined)
        throw new UsageProblem(`Import one of ${Object.keys(importers).join(', ')}.`);
      if (dir === undefined || out === undefined)
        throw new UsageProblem(
          `rolecall import ${publisher} DIR --out PACK. DIR must hold ${importer.needs.join(' and ')}.`,
        );
      const summary = await importer.run(dir, out, { progress });
      for (const [what, count] of Object.entries(summary.counts)) print(`${count} ${what}`);
      for (const note of summary.notes) print(note);
      print(`${summary.credit}\nUse it: ROLECALL_PACKS=${summary.pack}`);
      const { keepKnowledge } = await import('../../../knowledge/load.ts');
      await keepKnowledge([...packsOf(setUp([]).config), summary.pack], CACHE);
    });
}
