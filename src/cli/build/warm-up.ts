import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Nobody listens there: the bot starts as with every place, cannot reach any, and prewarms all the same. */
const NOWHERE = 'http://127.0.0.1:1/';
const PLACES = {
  DISCORD_TOKEN: 'none',
  DISCORD_API_URL: NOWHERE,
  SLACK_BOT_TOKEN: 'xoxb-none',
  SLACK_APP_TOKEN: 'xapp-none',
  SLACK_API_URL: NOWHERE,
};
/** No start takes so long. Milliseconds. */
const LONGEST = 60_000;

/**
 * Runs what was built until it has prewarmed, so that V8's compiled code comes with it: what a start and the first answers
 * need is not compiled again. Another process than this one, with the flags of a start, since V8 tells them apart.
 */
export async function warmUp(dist: string): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), 'rolecall-build-'));
  // Not what is required before: its path is relative.
  const flags = process.execArgv.filter((arg) => arg.includes('='));
  const args = [...flags, '--require', join(dist, 'preload.cjs'), join(dist, 'main.js')];
  const env = { PATH: process.env['PATH'], ROLECALL_DATA_DIR: own, LOG_LEVEL: 'debug', ...PLACES };
  const child = spawn(process.execPath, args, { cwd: own, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const late = setTimeout(() => child.kill('SIGKILL'), LONGEST);
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    const before = told;
    told += String(chunk);
    // Once: a second signal would end it before it has written anything.
    if (isWarm(told) && !isWarm(before)) child.kill('SIGTERM');
  });
  await once(child, 'close');
  clearTimeout(late);
  rmSync(own, { recursive: true, force: true });
  if (child.exitCode !== 0) throw new Error(`What was built ended with ${child.exitCode}:\n${told}`);
  letAllRead(join(dist, 'code'));
}

function isWarm(told: string): boolean {
  return told.includes('"prewarmed"');
}

/** Node writes its compiled code for its own user, and a service often runs as another. */
function letAllRead(folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((each) => each.isFile()))
    chmodSync(join(entry.parentPath, entry.name), 0o644);
}
