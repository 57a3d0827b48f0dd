import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const QUESTIONS = [
  '/role ml-engineer',
  '/salary ml-engineer',
  '/help',
  '/transition ml-engineer',
  '/course ml-engineer',
];

/** Runs what was built once, so that V8's compiled code comes with it. */
export async function warmUp(dist: string): Promise<void> {
  const args = ['--require', join(dist, 'preload.cjs'), join(dist, 'main.js'), 'ask', '--batch'];
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(QUESTIONS.join('\n'));
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`What was built ended with ${child.exitCode}.`);
  // Node writes them for its own user, and a service often runs as another.
  const entries = readdirSync(join(dist, 'code'), { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((each) => each.isFile()))
    chmodSync(join(entry.parentPath, entry.name), 0o644);
}
