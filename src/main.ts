import { existsSync } from 'node:fs';
import { loadEnvFile, stdin } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { settings as discord } from '../adapters/discord/settings.ts';
import { settings as slack } from '../adapters/slack/settings.ts';
import { commands } from '../commands/index.ts';
import { preparing } from '../commands/prompts/prepare.ts';
import { ImportProblem } from '../knowledge/import/problem.ts';
import { KnowledgeError, openKnowledge, watchKnowledge } from '../knowledge/load.ts';
import type { Connection } from './adapter.ts';
import { SetupProblem } from './adapter.ts';
import type { Bot } from './bot.ts';
import { createBot } from './bot.ts';
import type { Show } from './cli/ask.ts';
import { asJson, askBatch, askLine, asPayload, asText } from './cli/ask.ts';
import { lateBot, lateLeases } from './cli/late-bot.ts';
import { checkKnowledge, importPack } from './cli/knowledge.ts';
import { checkedLang, LANG, localeIn } from './cli/locale.ts';
import { opening, packsOf } from './cli/packs.ts';
import { endWithReader, print } from './cli/print.ts';
import { readArgs } from './cli/read-args.ts';
import { announce, startPlaces, tellNotStarted } from './cli/start.ts';
import { stopAll, stopOnSignal } from './cli/stop.ts';
import { USAGE } from './cli/usage.ts';
import { UsageProblem } from './cli/usage-problem.ts';
import type { Config } from './config.ts';
import { ConfigProblem, GENERAL, readConfig, unknownVariables } from './config.ts';
import type { Log } from './log.ts';
import { createLog } from './log.ts';
import { languageOf } from './message/language.ts';
import { createPictures } from './picture/pictures.ts';
import type { PromptService } from './prompts/service.ts';
import { StoreProblem } from './store/database.ts';

/** The places a token turns on. Their code is loaded only when they are on, since an SDK costs 100 MB. */
const PLACES = [
  {
    settings: discord,
    connect: async (to: Connection) => (await import('../adapters/discord/index.ts')).connect(to),
  },
  {
    settings: slack,
    connect: async (to: Connection) => (await import('../adapters/slack/index.ts')).connect(to),
  },
];

const SHOWS: Readonly<Record<string, () => Promise<Show>>> = {
  text: async () => asText,
  json: async () => asJson,
  discord: async () => asPayload((await import('../adapters/discord/render.ts')).preview),
  slack: async () => asPayload((await import('../adapters/slack/render.ts')).preview),
};

interface Run {
  readonly config: Config;
  readonly log: Log;
}

async function main(line: readonly string[]): Promise<void> {
  const [task, ...args] = line;
  if (task === undefined || task.startsWith('--lang'))
    return start(setUp(), checkedLang(readArgs(line, LANG).values.lang));
  switch (task) {
    case 'ask':
      return ask(args, setUp([]));
    case 'check':
      return checkKnowledge(args, setUp([]).config);
    case 'import':
      return importPack(args, setUp([]).config);
    case 'reports':
      return exportReports(args, setUp([]));
    case 'migrate':
      return migrate(args, setUp([]));
    case 'manifest':
      return printManifest(args);
    case 'deploy':
      return deploy(args, setUp());
    case 'help':
    case '--help':
    case '-h':
      return print(USAGE);
    default:
      throw new UsageProblem(`I don't know "${task}".\n\n${USAGE}`);
  }
}

/** A question asked here needs no place, so a place that is only half set up does not stand in its way. */
function setUp(places = PLACES.map((place) => place.settings)): Run {
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env, places);
  const declared = [...places.flatMap((place) => place.variables), ...GENERAL];
  const secret = declared.filter((variable) => variable.secret);
  const secrets = secret.flatMap(({ name }) => config.variables[name] ?? []);
  // In a terminal chat lines of a log would stand between the answers.
  const usual = config.places.length > 0 ? 'info' : 'warn';
  const level = process.env['LOG_LEVEL'] === undefined ? usual : config.variables.LOG_LEVEL;
  const log = createLog({ level: level ?? usual, secrets });
  for (const warning of config.warnings) log.error({}, warning);
  return { config, log };
}

async function start(run: Run, lang?: string): Promise<void> {
  const { config, log } = run;
  const settings = PLACES.map((place) => place.settings);
  for (const sentence of unknownVariables(process.env, settings)) log.warn({}, sentence);
  if (config.places.length === 0) {
    if (config.problems.length > 0) throw problemOf(config);
    return chat(run, lang ?? localeIn(process.env));
  }
  if (lang !== undefined)
    throw new UsageProblem('--lang is for a terminal: places say what their people read.');
  for (const problem of config.problems) tellNotStarted(problem, log);
  return serve(run);
}

function problemOf({ problems }: Config): ConfigProblem {
  return new ConfigProblem(problems.flatMap(({ sentences }) => sentences));
}

async function serve(run: Run): Promise<void> {
  const { config, log } = run;
  // Begun once the places are connecting, which is mostly waiting.
  const coming = setImmediate().then(() => openBot(run));
  const bot = lateBot(
    commands,
    coming.then((opened) => opened.bot),
  );
  const on = PLACES.filter((place) => config.places.includes(place.settings.place));
  const leases = lateLeases(coming.then((opened) => opened.prompts.leases));
  const to = { bot, variables: config.variables, log, pictures: createPictures(), leases };
  const starting = startPlaces(on, to);
  const opened = await coming.catch(async (error: unknown) => {
    await stopAll(await starting);
    throw error;
  });
  const [adapters] = await Promise.all([starting, opened.prompts.tryStore()]);
  if (adapters.length === 0) {
    opened.stop();
    await opened.prompts.stop();
    throw new SetupProblem('No place could be started; the lines above say why.');
  }
  opened.prompts.start(adapters);
  announce(adapters, log);
  stopOnSignal(adapters, opened, log);
}

/** A bot with its schedules, on knowledge that follows its files until `stop`. */
interface Opened {
  readonly bot: Bot;
  readonly prompts: PromptService;
  readonly stop: () => void;
}

async function openBot({ config, log }: Run): Promise<Opened> {
  const told = (error: Error) => {
    log.warn({ reason: error.message }, 'the changed knowledge has mistakes; the last good one stays in use');
  };
  const { current, stop } = await watchKnowledge(packsOf(config), told, opening(log));
  const { createPrompts, settingsIn } = await import('./prompts/service.ts');
  const prompts = createPrompts({ ...settingsIn(config.variables), prepare: preparing(current), log });
  const parts = { commands, knowledge: current, clock: Date.now, log, fallback: 'ask' };
  const bot = createBot({ ...parts, prompts: prompts.desk, counts: prompts.counts });
  return { bot, prompts, stop };
}

/** What is said where nobody can ask anything. */
const NOBODY = `There is no place to answer in, and no terminal to ask from: nothing was typed, and no place is set up.
Set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN (see .env.example); or start me in a terminal.`;

async function chat(run: Run, locale: string | undefined): Promise<void> {
  const { bot, prompts, stop } = await openBot(run);
  const tried = prompts.tryStore();
  const { connect } = await import('../adapters/terminal/index.ts');
  const terminal = connect({ bot, variables: run.config.variables, log: run.log }, undefined, locale);
  prompts.start([terminal]);
  const lines = await terminal.ended;
  stop();
  await tried;
  await prompts.stop();
  if (lines === 0 && !stdin.isTTY) throw new UsageProblem(NOBODY);
}

async function ask(args: readonly string[], { config, log }: Run): Promise<void> {
  const options = { as: { type: 'string', default: 'text' }, batch: { type: 'boolean' }, ...LANG } as const;
  const { values, positionals } = readArgs(args, options);
  const lang = checkedLang(values.lang);
  const knowledge = await openKnowledge(packsOf(config), opening(log));
  const bot = createBot({ commands, knowledge: () => knowledge, clock: Date.now, log, fallback: 'ask' });
  if (values.batch === true) return askBatch(bot, stdin, print, lang);
  const show = SHOWS[values.as];
  if (show === undefined) throw new UsageProblem(`--as takes ${Object.keys(SHOWS).join(', ')}.`);
  const line = positionals.join(' ');
  if (line.trim() === '') throw new UsageProblem(`Ask something: rolecall ask "/role ml-engineer".`);
  // Other programs read everything but text.
  const locale = lang ?? (values.as === 'text' ? localeIn(process.env) : undefined);
  return print((await show())(line, await askLine(bot, line, locale), languageOf(locale)));
}

async function migrate([file = 'rolecall.sqlite']: readonly string[], { config }: Run): Promise<void> {
  const url = config.variables.DATABASE_URL;
  if (url === undefined) throw new UsageProblem('Set DATABASE_URL to the empty database to move to.');
  const { moveStore } = await import('./store/move.ts');
  const { from, to, tables, rows } = await moveStore(file, url);
  for (const { table, before, after } of tables) print(`${table}: ${before} rows before, ${after} after`);
  print(`${rows} rows moved from ${from} to ${to}; the file stays, marked as moved.`);
}

async function exportReports(args: readonly string[], { config, log }: Run): Promise<void> {
  const { values, positionals } = readArgs(args, { out: { type: 'string' } });
  const { out } = values;
  if (positionals.join(' ') !== 'export' || out === undefined)
    throw new UsageProblem('rolecall reports export --out DIR writes the accepted reports to a file in DIR.');
  const [{ writePatch }, { settingsIn }] = [
    await import('../commands/reports/patch.ts'),
    await import('./prompts/service.ts'),
  ];
  const packs = packsOf(config);
  const knowledge = await openKnowledge(packs, opening(log));
  const { address } = settingsIn(config.variables);
  print(await writePatch({ address, out, packs, knowledge, commands }));
}

async function printManifest([place]: readonly string[]): Promise<void> {
  if (place !== 'slack') throw new UsageProblem('Only Slack has a manifest: rolecall manifest slack.');
  const { manifest } = await import('../adapters/slack/menu.ts');
  print(JSON.stringify(manifest(commands), null, 2));
}

async function deploy([place]: readonly string[], { config, log }: Run): Promise<void> {
  if (place !== 'discord')
    throw new UsageProblem('Only Discord needs commands deployed: rolecall deploy discord.');
  if (config.problems.some((problem) => problem.place === place)) throw problemOf(config);
  if (!config.places.includes('discord'))
    throw new UsageProblem('Set DISCORD_TOKEN first: see .env.example.');
  const { deploy: register } = await import('../adapters/discord/deploy.ts');
  print(await register(commands, config.variables, log));
}

/** What a person can mend is told in words; anything else is our fault and keeps its trace. */
function report(error: unknown): void {
  const expected = [UsageProblem, ConfigProblem, KnowledgeError, ImportProblem, SetupProblem, StoreProblem];
  const told = expected.some((kind) => error instanceof kind);
  console.error(told && error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
}

endWithReader();
await main(process.argv.slice(2)).catch(report);
