import { spawnSync } from 'node:child_process';

/** Runs these scripts of package.json one behind the other, each whatever became of the others, and names those that failed. */
function failing(scripts: readonly string[]): string[] {
  return scripts.filter((script) => {
    console.log(`\n> ${script}`);
    const { status, signal } = spawnSync(`npm run --silent ${script}`, { stdio: 'inherit', shell: true });
    if (signal !== null) process.exit(1);
    return status !== 0;
  });
}

const scripts = process.argv.slice(2);
const failed = failing(scripts);
console.log(
  failed.length === 0 ? `\nNothing failed: ${scripts.join(', ')}` : `\nFailed: ${failed.join(', ')}`,
);
process.exitCode = Math.min(1, failed.length);
