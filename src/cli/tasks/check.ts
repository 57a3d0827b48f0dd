import type { Command } from 'commander';
import { packsOf } from '../packs.ts';
import { print, progress } from '../print.ts';
import { setUp } from '../setup.ts';

/** `check [DIR…]`: lints knowledge; the exit code says whether there are errors. */
export function check(program: Command): void {
  program
    .command('check')
    .summary('lints knowledge: the built-in one, that of ROLECALL_PACKS, and DIR')
    .argument('[dir...]')
    .option('--coverage', 'roles by kinds of facts, their sources, how old, and what is missing')
    .option('--links', 'asks for every address, and reports the dead and the moved; needs a network')
    .action(async (folders: string[], { coverage, links }: { coverage?: true; links?: true }) => {
      const packs = [...packsOf(setUp([]).config), ...folders];
      if (links === true) return askLinks(packs);
      const knowledge = await import('../../../knowledge/check.ts');
      if (coverage === true) {
        for (const line of await knowledge.coverage(packs)) print(line);
        return;
      }
      const { readUtterances } = await import('../../../commands/ask/utterances.ts');
      const findings = [
        ...(await knowledge.check(packs, { today: new Date().toISOString().slice(0, 10) })),
        ...readUtterances().findings,
      ];
      for (const finding of findings) print(knowledge.formatFinding(finding));
      const errors = findings.filter((finding) => finding.severity === 'error').length;
      print(`${packs.join(', ')}: ${errors} errors, ${findings.length - errors} warnings`);
      if (errors > 0) process.exitCode = 1;
    });
}

async function askLinks(packs: readonly string[]): Promise<void> {
  const { checkLinks } = await import('../../../knowledge/check/links.ts');
  const { formatFinding } = await import('../../../knowledge/check.ts');
  const { findings, asked, unknown } = await checkLinks(packs, progress);
  for (const finding of findings) print(formatFinding(finding));
  for (const url of unknown) print(`not known: ${url}`);
  print(`${asked} addresses asked: ${findings.length} dead or moved, ${unknown.length} not known`);
}
