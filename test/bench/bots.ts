import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { createBot } from '../../src/bot.ts';
import { silentLog } from '../../src/log.ts';
import type { Far, Load } from './drive.ts';
import { drive } from './drive.ts';
import { openDiscord } from './far-discord.ts';
import { openSlack } from './far-slack.ts';
import type { Figures } from './figures.ts';
import { table } from './figures.ts';

const MAIN = path('../../src/main.ts');
const LOAD: Load = { steady: 600, perSecond: 200, burst: 500, completions: 400 };

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(values.rounds);

await compare('Discord: a bare discord.js bot, and Rolecall', path('bare/discord.ts'), openDiscord);
await compare('Slack: a bare Bolt bot, and Rolecall', path('bare/slack.ts'), openSlack);
await core();

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** The two in turn, round by round, so that a drift of the machine's speed meets both. */
async function compare(title: string, bareScript: string, open: () => Promise<Far>): Promise<void> {
  const bare: Figures[] = [];
  const own: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await drive(bareScript, open, LOAD));
    own.push(await drive(MAIN, open, LOAD));
  }
  console.log(`\n${title} (medians of ${rounds} rounds, over loopback)`);
  console.log(table(bare, own).join('\n'));
}

/** The core alone: answers a second, over every role there is. */
async function core(): Promise<void> {
  const knowledge = await openKnowledge([path('../../knowledge/data')]);
  const bot = createBot({
    commands,
    knowledge: () => knowledge,
    clock: Date.now,
    log: silentLog,
    fallback: 'role',
  });
  const from = {
    asker: { id: 'bench', locale: 'en', manages: false },
    place: { community: null, channel: null },
  };
  const start = performance.now();
  let answers = 0;
  while (performance.now() - start < 2000) {
    for (const role of knowledge.roles.all) await bot.answer({ command: 'role', text: role.title, ...from });
    answers += knowledge.roles.all.length;
  }
  const perSecond = (answers / (performance.now() - start)) * 1000;
  console.log(`\nThe core alone: ${perSecond.toFixed(0)} answers a second to /role, typed by title`);
}
