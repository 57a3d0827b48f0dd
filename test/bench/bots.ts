import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { core } from './core.ts';
import type { Far, Script } from './drive.ts';
import { drive } from './drive.ts';
import { openDiscord } from './far-discord.ts';
import { openSlack } from './far-slack.ts';
import type { Figures } from './figures.ts';
import { table } from './figures.ts';
import { hostile, LONGEST, tellSlowest } from './hostile.ts';
import { makeQuestions } from './questions.ts';
import manifest from '../../package.json' with { type: 'json' };

// What a reader is told; the bots' own words go nowhere.
const HOW = `Over loopback, in turn, medians of the rounds. Ready: from the start of the process to its first answer, with what
Rolecall keeps from an earlier start. The bare bots say "Hello, world" to everything. Nobody has asked the questions that
are "asked first"; those "asked again" were asked once before.`;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(values.rounds);

const packs = [path('../../knowledge/made'), path('../../knowledge/data')];
const questions = await makeQuestions(packs);
// As `npm start` starts it.
const own = manifest.scripts.start.split(' ').slice(1).map(fromRoot);

console.log(HOW);
await compare('Discord: a bare discord.js bot, and Rolecall', [path('bare/discord.js')], openDiscord);
await compare('Slack: a bare Bolt bot, and Rolecall', [path('bare/slack.js')], openSlack);
console.log(`\nThe core alone, ${questions.asked.length} questions`);
console.log((await core(packs, questions.asked)).join('\n'));
console.log(
  `\n${LONGEST} letters of something slow in every option: how long one answer, rendered for all places, blocks`,
);
console.log(tellSlowest(await hostile(packs)).join('\n'));

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

function fromRoot(argument: string): string {
  return /^(\.\/|src\/)/.test(argument) ? path(`../../${argument}`) : argument;
}

/** The two in turn, round by round, so that a drift of the machine's speed meets both. */
async function compare(title: string, bareScript: Script, open: () => Promise<Far>): Promise<void> {
  // The first start fills the caches, as it does for whoever starts a bot a second time.
  await drive(own, open, { asked: questions.asked.slice(0, 1), typed: [] });
  const bare: Figures[] = [];
  const ours: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await drive(bareScript, open, questions));
    ours.push(await drive(own, open, questions));
  }
  console.log(`\n${title}, ${rounds} rounds`);
  console.log(table(bare, ours).join('\n'));
}
