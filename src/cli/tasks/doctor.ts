import type { Command } from 'commander';
import type { Diagnosis } from '../../diagnosis.ts';
import { GENERAL } from '../../config.ts';
import { redacting } from '../../log.ts';
import { print } from '../print.ts';
import { type Run, setUp, SETTINGS } from '../setup.ts';

/** `doctor`: what is wrong, and what to press or type; exit code 1 where anything is. */
export function doctor(program: Command): void {
  program
    .command('doctor')
    .summary('looks for what is wrong, and says what to press or type; exit 1 where anything is')
    .option('--json', 'as {ok, found: [{state, about, detail, remedy}]}')
    .action(async ({ json = false }: { json?: boolean }) => {
      const run = setUp();
      const { checkUp } = await import('../doctor/check-up.ts');
      const found = await checkUp(run, { env: process.env, now: Date.now });
      const isOk = found.every(({ state }) => state !== 'wrong');
      const redact = redacting(secretsOf(run));
      if (json) print(redact(JSON.stringify({ ok: isOk, found }, null, 2)));
      else for (const each of found) print(redact(lineOf(each)));
      if (!isOk) process.exitCode = 1;
    });
}

/** Tokens, and the password in an address. */
function secretsOf({ config: { variables } }: Run): string[] {
  const declared = [...SETTINGS.flatMap((place) => place.variables), ...GENERAL];
  const values = declared.flatMap(({ name, secret }) => (secret === true ? (variables[name] ?? []) : []));
  const passwords = values.flatMap((value) => (URL.canParse(value) ? new URL(value).password : []));
  return [...values, ...passwords];
}

function lineOf({ state, about, detail, remedy }: Diagnosis): string {
  const line = `${state.padEnd(7)}  ${about} — ${detail}.`;
  return remedy === undefined ? line : `${line}\n         → ${remedy.replace(/\.$/, '')}.`;
}
