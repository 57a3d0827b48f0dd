import { Stryker } from '@stryker-mutator/core';
import { GUARDS } from './guards.ts';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** Tries every mutant of a file on the tests that `vitest.config.ts` takes from the environment. */
async function tryMutants(file: string, tests: readonly string[]): Promise<readonly Mutant[]> {
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
    allowConsoleColors: false,
    tempDirName: '.mutants',
    concurrency: 1,
  });
  return stryker.runMutationTest();
}

/** A mutant that no test noticed: where it is, and what stood there instead. */
function survivor({ fileName, location, mutatorName, replacement }: Mutant): string {
  const file = fileName.slice(process.cwd().length + 1);
  return `  ${file}:${location.start.line} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}\n`;
}

// Each guard has a run of its own with the tests that are to notice: a first run of all tests takes minutes.
const only = process.argv.slice(2);
for (const { file, tests } of GUARDS.filter((guard) => only.length === 0 || only.includes(guard.file))) {
  const mutants = await tryMutants(file, tests);
  const alive = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  process.stdout.write(`${file}: ${mutants.length} mutants, ${alive.length} survived\n`);
  process.stdout.write(alive.map(survivor).join(''));
}
