import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Resident memory of a process in MB; NaN on a system that tells in neither of two ways. */
export async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const kilobytes = (await fromProc(pid)) ?? (await fromPs(pid)) ?? Number.NaN;
  return kilobytes / 1024;
}

async function fromProc(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}

async function fromPs(pid: number | undefined): Promise<number | undefined> {
  const told = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => undefined);
  return told === undefined ? undefined : Number(told.stdout);
}
