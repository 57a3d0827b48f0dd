import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { core } from './core.ts';
import type { Far, Script } from './drive.ts';
import { drive } from './drive.ts';
import { openDiscord } from './far-discord.ts';
import { openSlack } from './far-slack.ts';
import type { Figures } from './figures.ts';
import { median, table } from './figures.ts';
import { hostile, LONGEST, tellSlowest } from './hostile.ts';
import { makeQuestions } from './questions.ts';
import manifest from '../../package.json' with { type: 'json' };

// What a reader is told; the bots' own words go nowhere.
const HOW = `Over loopback, in turn, medians of the rounds. Ready: from the start of the process to its first answer. Rolecall runs
from dist/, and the bare bots with V8's compiled code kept from an earlier start too; they say "Hello, world" to everything. After
its first answer each bot is left alone for four seconds. Nobody has asked the questions that are "asked first", and they are about
roles that nothing was asked of ahead; those "asked again" were asked once before. Each question comes from another member.`;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(values.rounds);

await promisify(execFile)(process.execPath, wordsOf(manifest.scripts.build), { cwd: path('../..') });
const packs = [path('../../knowledge/made'), path('../../knowledge/data')];
const questions = await makeQuestions(packs);
// As `npm start` starts it.
const own = wordsOf(manifest.scripts.start).map(fromRoot);

/** One question, and then nothing. */
const START_ONLY = { asked: questions.asked.slice(0, 1), prewarmed: [], typed: [] };

console.log(HOW);
await compare('Discord: a bare discord.js bot, and Rolecall', bareBot('discord'), openDiscord, 1.6);
await compare('Slack: a bare Bolt bot, and Rolecall', bareBot('slack'), openSlack, 1.8);
console.log(await freshCopy());
console.log(`\nThe core alone, ${questions.asked.length} questions`);
console.log((await core(packs, questions.asked)).join('\n'));
console.log(
  `\n${LONGEST} letters of something slow in every option: how long one answer, rendered for all places, blocks`,
);
console.log(tellSlowest(await hostile(packs)).join('\n'));

/** The arguments of Node.js in a script. */
function wordsOf(script: string): string[] {
  return script.split(' ').slice(1);
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

function fromRoot(argument: string): string {
  return /^(\.\/|src\/)/.test(argument) ? path(`../../${argument}`) : argument;
}

function bareBot(place: string): Script {
  return ['--require', path('bare/compile-cache.cjs'), path(`bare/${place}.js`)];
}

/** The two in turn, round by round, so that a drift of the machine's speed meets both. */
async function compare(
  title: string,
  bareScript: Script,
  open: () => Promise<Far>,
  readyAim: number,
): Promise<void> {
  // The first start fills the cache, as it does for whoever starts a bot a second time.
  await drive(bareScript, open, START_ONLY);
  const bare: Figures[] = [];
  const ours: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await drive(bareScript, open, questions));
    ours.push(await drive(own, open, questions));
  }
  console.log(`\n${title}, ${rounds} rounds`);
  console.log(table(bare, ours, readyAim).join('\n'));
}

/** The first start of what an image holds, in a folder that nothing was ever started from, against a bare bot that was. */
async function freshCopy(): Promise<string> {
  const bare: number[] = [];
  const copies: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-fresh-'));
    for (const part of ['dist', 'package.json', 'knowledge/made', 'knowledge/data'])
      cpSync(path(`../../${part}`), join(folder, part), { recursive: true });
    symlinkSync(path('../../node_modules'), join(folder, 'node_modules'), 'junction');
    const flags = wordsOf(manifest.scripts.start).filter((word) => word.includes('='));
    const script = [...flags, '--require', join(folder, 'dist/preload.cjs'), join(folder, 'dist/main.js')];
    bare.push((await drive(bareBot('discord'), openDiscord, START_ONLY)).ready);
    copies.push((await drive(script, openDiscord, START_ONLY)).ready);
    rmSync(folder, { recursive: true });
  }
  return told(median(bare), median(copies));
}

function told(bare: number, copy: number): string {
  const ratio = copy / bare;
  return `\nThe first start of a fresh copy, Discord: ${copy.toFixed(0)} ms, ${ratio.toFixed(2)}× (aim 1.8×, ${ratio <= 1.8 ? 'met' : 'missed'})`;
}
