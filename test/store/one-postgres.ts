import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files, each a process of its own, ask for databases. */
    readonly databases: string;
  }
}

const GIVER = fileURLToPath(new URL('database-giver.ts', import.meta.url));
let giver: ChildProcess | undefined;

/** Before a run of tests: a process that gives out databases. Its PostgreSQL starts when somebody asks for the first. */
export async function setup(project: TestProject): Promise<void> {
  const child = spawn(process.execPath, [GIVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  giver = child;
  const [address] = await once(child.stdout, 'data');
  project.provide('databases', String(address).trim());
}

/** After it: the process ends, and its PostgreSQL with it. */
export async function teardown(): Promise<void> {
  if (giver === undefined) return;
  giver.stdin?.end();
  await once(giver, 'exit');
}
