import { ImportProblem } from '../knowledge/import/problem.ts';
import { KnowledgeError } from '../knowledge/load.ts';
import { SetupProblem } from './adapter.ts';
import { endWithReader } from './cli/print.ts';
import { UsageProblem } from './cli/usage-problem.ts';
import { ConfigProblem } from './config.ts';
import { StoreProblem } from './store/database.ts';

/** What a person can mend is told in words; anything else is our fault and keeps its trace. */
function report(error: unknown): void {
  const expected = [UsageProblem, ConfigProblem, KnowledgeError, ImportProblem, SetupProblem, StoreProblem];
  const told = expected.some((kind) => error instanceof kind);
  console.error(told && error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
}

/** Most starts have no argument: what reads a command line is not loaded for them, which takes 20 ms. */
async function carryOut(args: readonly string[]): Promise<void> {
  if (args.length === 0) return (await import('./cli/launch.ts')).launch(undefined);
  return (await import('./cli/program.ts')).runCommandLine(args);
}

endWithReader();
await carryOut(process.argv.slice(2)).catch(report);
