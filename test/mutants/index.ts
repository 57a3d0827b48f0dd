import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { GUARDS, type Guard } from './guards.ts';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** A plain object, since the type of a level is exported by a package below Stryker's own alone. */
const QUIET: object = { logLevel: 'error' };

/** Tries every mutant of a file on the tests that `vitest.config.ts` takes from the environment. */
async function tryMutants({ file, tests }: Guard): Promise<readonly Mutant[]> {
  process.env['ROLECALL_GUARD_TESTS'] = tests.join(',');
  const stryker = new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    tsconfigFile: 'none: TypeScript 7 has no programming interface that Stryker knows',
    mutate: [file],
    mutator: { excludedMutations: ['StringLiteral'] },
    coverageAnalysis: 'perTest',
    reporters: [],
    ...QUIET,
    allowConsoleColors: false,
    tempDirName: '.mutants',
    concurrency: 2,
  });
  return stryker.runMutationTest();
}

/** A mutant that no test noticed: where it is, and what stood there instead. */
function survivor({ fileName, location, mutatorName, replacement }: Mutant): string {
  const { line, column } = location.start;
  const place = `${relative('', fileName)}:${line}:${column}`;
  return `  ${place} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 160)}\n`;
}

/** One line a guard, then what survived, a line each. What ends the run or never ends is noticed, too. */
function report({ file }: Guard, mutants: readonly Mutant[], seconds: number): string {
  const tried = mutants.filter(({ status }) => status !== 'Ignored');
  const alive = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const counts = `${tried.length} mutants, ${tried.length - alive.length} killed, ${alive.length} survived`;
  return `${file}: ${counts}, ${seconds} s\n${alive.map(survivor).join('')}`;
}

// Each guard has a run of its own with the tests that are to notice: a first run of all tests takes minutes.
const only = process.argv.slice(2);
for (const guard of GUARDS.filter(({ file }) => only.length === 0 || only.includes(file))) {
  const began = performance.now();
  const mutants = await tryMutants(guard);
  process.stdout.write(report(guard, mutants, Math.round((performance.now() - began) / 1000)));
}
