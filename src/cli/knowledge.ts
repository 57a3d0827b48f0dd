import type { Config } from '../config.ts';
import { CACHE, packsOf } from './packs.ts';
import { print } from './print.ts';
import { readArgs } from './read-args.ts';
import { UsageProblem } from './usage-problem.ts';

/** Lints knowledge; the exit code says whether there are errors. */
export async function checkKnowledge(args: readonly string[], config: Config): Promise<void> {
  const { positionals } = readArgs(args, {});
  const packs = [...packsOf(config), ...positionals];
  const { check, formatFinding } = await import('../../knowledge/check.ts');
  const findings = await check(packs, { today: new Date().toISOString().slice(0, 10) });
  for (const finding of findings) print(formatFinding(finding));
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  print(`${packs.join(', ')}: ${errors} errors, ${findings.length - errors} warnings`);
  if (errors > 0) process.exitCode = 1;
}

/** Turns a publisher's download into a pack. */
export async function importPack(args: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = readArgs(args, { out: { type: 'string' } });
  const [name = '', dir] = positionals;
  const { importers } = await import('../../knowledge/import/index.ts');
  const importer = Object.hasOwn(importers, name) ? importers[name] : undefined;
  if (importer === undefined) throw new UsageProblem(`Import one of ${Object.keys(importers).join(', ')}.`);
  if (dir === undefined || values.out === undefined) {
    throw new UsageProblem(
      `rolecall import ${name} DIR --out PACK. DIR must hold ${importer.needs.join(' and ')}.`,
    );
  }
  const summary = await importer.run(dir, values.out, {
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  for (const [what, count] of Object.entries(summary.counts)) print(`${count} ${what}`);
  for (const note of summary.notes) print(note);
  print(`${summary.credit}\nUse it: ROLECALL_PACKS=${summary.pack}`);
  const { keepKnowledge } = await import('../../knowledge/load.ts');
  await keepKnowledge([...packsOf(config), summary.pack], CACHE);
}
