import { existsSync } from 'node:fs';
import { loadEnvFile, stdin } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { settings as discord } from '../adapters/discord/settings.ts';
import { settings as slack } from '../adapters/slack/settings.ts';
import { commands } from '../commands/index.ts';
import { preparing } from '../commands/prompts/prepare.ts';
import { ImportProblem } from '../knowledge/import/problem.ts';
import { keepKnowledge, KnowledgeError, openKnowledge, watchKnowledge } from '../knowledge/load.ts';
import type { Connection } from './adapter.ts';
import { SetupProblem } from './adapter.ts';
import type { Bot } from './bot.ts';
import { createBot } from './bot.ts';
import type { Show } from './cli/ask.ts';
import { asJson, askBatch, askLine, asPayload, asText } from './cli/ask.ts';
import { lateBot } from './cli/late-bot.ts';
import { checkedLang, LANG, localeIn } from './cli/locale.ts';
import { startPlaces } from './cli/start.ts';
import { stopAll, stopOnSignal } from './cli/stop.ts';
import { UsageProblem } from './cli/usage-problem.ts';
import type { Config } from './config.ts';
import { ConfigProblem, GENERAL, readConfig } from './config.ts';
import type { Log } from './log.ts';
import { createLog } from './log.ts';
import { createPictures } from './picture/pictures.ts';
import type { PromptService } from './prompts/service.ts';
import { StoreProblem } from './store/database.ts';

const BUILT_IN = fileURLToPath(new URL('../knowledge/data', import.meta.url));

/** Where checked knowledge is kept from one start to the next: ours alone, never a folder shared with other users. */
const CACHE =
  process.env['ROLECALL_DATA_DIR'] ??
  fileURLToPath(new URL('../node_modules/.cache/rolecall', import.meta.url));

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

const USAGE = `Usage:
  npm start                                       every place whose variables are set; a terminal chat with none,
                                                  in the language of LC_ALL, LC_MESSAGES or LANG; or: -- --lang de
  npm run --silent rolecall -- ask "/role ml-engineer" [--as text|json|discord|slack] [--lang en|es|de|pt-BR]
                                                  text is in the language of LC_ALL, LC_MESSAGES or LANG unless told
  npm run --silent rolecall -- ask --batch        one question a line in, one JSON answer a line out; English unless told
  npm run --silent rolecall -- check [DIR]        lints knowledge
  npm run --silent rolecall -- import onet|oews|projections|esco|gdad|advertised-pay DIR --out PACK
                                                  turns a publisher's download into a pack
  npm run --silent rolecall -- reports export --out DIR
                                                  writes the accepted reports of mistakes, for whoever corrects them
  npm run --silent rolecall -- migrate FILE       moves schedules and studies from a file to DATABASE_URL
  npm run --silent rolecall -- manifest slack     the Slack app manifest
  npm run --silent rolecall -- deploy discord     registers the Discord commands`;

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
      return checkKnowledge(args, setUp([]));
    case 'import':
      return importPack(args, setUp([]));
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
  return { config, log: createLog({ level: level ?? usual, secrets }) };
}

function packsOf(config: Config): string[] {
  const own = (config.variables.ROLECALL_PACKS ?? '').split(':').filter((folder) => folder !== '');
  return [BUILT_IN, ...own];
}

async function start(run: Run, lang?: string): Promise<void> {
  const { config, log } = run;
  if (config.places.length === 0) return chat(run, lang ?? localeIn(process.env));
  if (lang !== undefined)
    throw new UsageProblem('--lang is for a terminal: places say what their people read.');
  // Begun once the places are connecting, which is mostly waiting.
  const opening = setImmediate().then(() => openBot(run));
  const bot = lateBot(
    commands,
    opening.then((opened) => opened.bot),
  );
  const on = PLACES.filter((place) => config.places.includes(place.settings.place));
  const starting = startPlaces(on, { bot, variables: config.variables, log, pictures: createPictures() });
  const opened = await opening.catch(async (error: unknown) => {
    await stopAll(await starting);
    throw error;
  });
  const adapters = await starting;
  if (adapters.length === 0) throw new SetupProblem('No place could be started; the lines above say why.');
  opened.prompts.start(adapters);
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
  const { current, stop } = await watchKnowledge(packsOf(config), told, { cache: CACHE });
  const { createPrompts, settingsIn } = await import('./prompts/service.ts');
  const prompts = createPrompts({ ...settingsIn(config.variables), prepare: preparing(current), log });
  const parts = { commands, knowledge: current, clock: Date.now, log, fallback: 'ask' };
  const bot = createBot({ ...parts, prompts: prompts.desk, counts: prompts.counts });
  return { bot, prompts, stop };
}

async function chat(run: Run, locale: string | undefined): Promise<void> {
  const { bot, prompts, stop } = await openBot(run);
  const { connect } = await import('../adapters/terminal/index.ts');
  const terminal = connect({ bot, variables: run.config.variables, log: run.log }, undefined, locale);
  prompts.start([terminal]);
  await terminal.ended;
  stop();
  await prompts.stop();
}

async function ask(args: readonly string[], { config, log }: Run): Promise<void> {
  const options = { as: { type: 'string', default: 'text' }, batch: { type: 'boolean' }, ...LANG } as const;
  const { values, positionals } = readArgs(args, options);
  const lang = checkedLang(values.lang);
  const knowledge = await openKnowledge(packsOf(config), { cache: CACHE });
  const bot = createBot({ commands, knowledge: () => knowledge, clock: Date.now, log, fallback: 'ask' });
  if (values.batch === true) return askBatch(bot, stdin, print, lang);
  const show = SHOWS[values.as];
  if (show === undefined) throw new UsageProblem(`--as takes ${Object.keys(SHOWS).join(', ')}.`);
  const line = positionals.join(' ');
  if (line.trim() === '') throw new UsageProblem(`Ask something: rolecall ask "/role ml-engineer".`);
  // Other programs read everything but text.
  const locale = lang ?? (values.as === 'text' ? localeIn(process.env) : undefined);
  return print((await show())(line, await askLine(bot, line, locale)));
}

async function migrate([file = 'rolecall.sqlite']: readonly string[], { config }: Run): Promise<void> {
  const url = config.variables.DATABASE_URL;
  if (url === undefined) throw new UsageProblem('Set DATABASE_URL to the empty database to move to.');
  const { moveStore } = await import('./store/move.ts');
  const { from, to, tables, rows } = await moveStore(file, url);
  for (const { table, before, after } of tables) print(`${table}: ${before} rows before, ${after} after`);
  print(`${rows} rows moved from ${from} to ${to}; the file stays, marked as moved.`);
}

async function exportReports(args: readonly string[], { config }: Run): Promise<void> {
  const { values, positionals } = readArgs(args, { out: { type: 'string' } });
  const { out } = values;
  if (positionals.join(' ') !== 'export' || out === undefined)
    throw new UsageProblem('rolecall reports export --out DIR writes the accepted reports to a file in DIR.');
  const [{ writePatch }, { settingsIn }] = [
    await import('../commands/reports/patch.ts'),
    await import('./prompts/service.ts'),
  ];
  const packs = packsOf(config);
  const knowledge = await openKnowledge(packs, { cache: CACHE });
  const { address } = settingsIn(config.variables);
  print(await writePatch({ address, out, packs, knowledge, commands }));
}

async function checkKnowledge(args: readonly string[], { config }: Run): Promise<void> {
  const { positionals } = readArgs(args, {});
  const packs = [...packsOf(config), ...positionals];
  const { check, formatFinding } = await import('../knowledge/check.ts');
  const findings = await check(packs, { today: new Date().toISOString().slice(0, 10) });
  for (const finding of findings) print(formatFinding(finding));
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  print(`${packs.join(', ')}: ${errors} errors, ${findings.length - errors} warnings`);
  if (errors > 0) process.exitCode = 1;
}

async function importPack(args: readonly string[], { config }: Run): Promise<void> {
  const { values, positionals } = readArgs(args, { out: { type: 'string' } });
  const [name = '', dir] = positionals;
  const { importers } = await import('../knowledge/import/index.ts');
  const importer = Object.hasOwn(importers, name) ? importers[name] : undefined;
  if (importer === undefined) throw new UsageProblem(`Import one of ${Object.keys(importers).join(', ')}.`);
  if (dir === undefined || values.out === undefined) {
    throw new UsageProblem(
      `rolecall import ${name} DIR --out PACK. DIR must hold ${importer.needs.join(' and ')}.`,
    );
  }
  const summary = await importer.run(dir, values.out, {
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  for (const [what, count] of Object.entries(summary.counts)) print(`${count} ${what}`);
  for (const note of summary.notes) print(note);
  print(`${summary.credit}\nUse it: ROLECALL_PACKS=${summary.pack}`);
  await keepKnowledge([...packsOf(config), summary.pack], CACHE);
}

async function printManifest([place]: readonly string[]): Promise<void> {
  if (place !== 'slack') throw new UsageProblem('Only Slack has a manifest: rolecall manifest slack.');
  const { manifest } = await import('../adapters/slack/menu.ts');
  print(JSON.stringify(manifest(commands), null, 2));
}

async function deploy([place]: readonly string[], { config, log }: Run): Promise<void> {
  if (place !== 'discord')
    throw new UsageProblem('Only Discord needs commands deployed: rolecall deploy discord.');
  if (!config.places.includes('discord'))
    throw new UsageProblem('Set DISCORD_TOKEN first: see .env.example.');
  const { deploy: register } = await import('../adapters/discord/deploy.ts');
  print(await register(commands, config.variables, log));
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function readArgs<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageProblem(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a person can mend is told in words; anything else is our fault and keeps its trace. */
function report(error: unknown): void {
  const expected = [UsageProblem, ConfigProblem, KnowledgeError, ImportProblem, SetupProblem, StoreProblem];
  const told = expected.some((kind) => error instanceof kind);
  console.error(told && error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
}

await main(process.argv.slice(2)).catch(report);
