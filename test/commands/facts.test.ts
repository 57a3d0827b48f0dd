import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { levelName } from '../../commands/views/names.ts';
import { shortDate } from '../../src/message/dates.ts';
import { money, numeral, percentage } from '../../src/message/figures.ts';
import type { Language, Translated } from '../../src/message/language.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import type { Talk } from './talk.ts';
import { BUILT_IN, DATA, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: string | number | boolean;
}

/** Every value of a YAML file with where it stands; of a figure what is printed, by which an answer shows it. */
function leaves(value: unknown, language: Language, path = '', key = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => leaves(each, language, `${path}[${at}]`, key));
  if (typeof value === 'object' && value !== null && 'percent' in value && language !== 'en')
    return leaves(value.percent, language, path, 'percent');
  if (typeof value === 'object' && value !== null && 'printed' in value)
    return leaves(value.printed, language, path, key);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => leaves(each, language, `${path}.${name}`, name));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [{ path, key, value }]
    : [];
}

const MONEY = new Set(['low', 'high', 'p10', 'p25', 'median', 'p75', 'p90']);
/** Keys that tie entries together or choose a form; what they mean is shown by the words they choose. */
const TIES = new Set([
  'id',
  'from',
  'to',
  'course',
  'replacedBy',
  'currency',
  'region',
  'per',
  'priority',
  'open',
  'approximate',
  'ordered',
  'kind',
]);

/** How an answer writes a value; undefined for one that ties entries together, or is only what people type. */
function written({ path, key, value }: Leaf, language: Language): Said | undefined {
  if (TIES.has(key) || path.startsWith('.names')) return undefined;
  if (MONEY.has(key) && typeof value === 'number' && path.startsWith('.pay'))
    // Where a sum stands whole, a range has its currency once.
    return language === 'en' ? money(value, 'USD') : numeral(value);
  if (key === 'nearest') return say('the nearest occupation');
  if (key === 'workplace') return say('remote');
  if (key === 'role') return bot.knowledge.roles.get(String(value))?.title;
  if (key === 'source' || key === 'sources') return bot.knowledge.sources.get(String(value))?.name;
  if (key === 'level' && /^\.(pay|ladder)/.test(path)) return levelName(String(value) as 'mid');
  if (key === 'basis') return language === 'en' ? englishBasis(String(value)) : undefined;
  if (key === 'value' || key === 'free') return value === true && key === 'free' ? say('free') : undefined;
  if (key === 'cost' && language !== 'en' && /^free$/i.test(String(value))) return say('free');
  if (key === 'percent') return percentage(Number(value));
  if (typeof value === 'number') return numeral(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return shortDate(String(value));
  return String(value);
}

function englishBasis(basis: string): string {
  return basis === 'unstated' ? 'basis not said' : basis.replace('total', 'total pay');
}

/** Ranges with the dash of print, one kind of space, no case. */
function fold(text: string): string {
  return text
    .replace(/(\d)-(\d)/g, '$1–$2')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** The files of the built-in packs that say something of a role, by their paths in a pack. */
function filesAbout(role: string): string[] {
  const found = BUILT_IN.flatMap((cwd) => globSync([`roles/${role}.yaml`, `roles/${role}/*.yaml`], { cwd }));
  return found.toSorted();
}

function fileAt(path: string): string {
  return BUILT_IN.map((pack) => join(pack, path)).find((each) => existsSync(each)) ?? path;
}

function missing(
  file: string,
  text: string,
  but: (leaf: Leaf) => boolean = () => false,
  language: Language = 'en',
): string[] {
  const told = fold(text);
  return leaves(parse(readFileSync(fileAt(file), 'utf8')), language)
    .filter((leaf) => !but(leaf))
    .flatMap((leaf) => {
      const said = written(leaf, language);
      const words = said === undefined ? undefined : speak(said, language);
      return words === undefined || told.includes(fold(words).trim())
        ? []
        : [`${file}${leaf.path}: ${words}`];
    });
}

describe('every fact of the data is in some answer', () => {
  test('about a role: in /role … all', async () => {
    const lost: string[] = [];
    for (const { id } of bot.knowledge.roles.all) {
      const text = await bot.say(`/role ${id} all`);
      for (const file of filesAbout(id))
        lost.push(...missing(file, text, (leaf) => isDocumentedMove(id, leaf)));
    }
    expect(lost).toEqual([]);
  }, 30_000);

  test('about a course: in /course', async () => {
    const lost: string[] = [];
    for (const { id } of bot.knowledge.courses.all)
      lost.push(
        ...missing(
          `courses/${id}.yaml`,
          await bot.say(`/course ${id} view:full`),
          ({ key }) => key === 'aliases',
        ),
      );
    expect(lost).toEqual([]);
  });

  test('about a guide: in /role … all', async () => {
    const lost: string[] = [];
    for (const { role } of bot.knowledge.of('guide').all)
      lost.push(
        ...missing(`guides/${role}.yaml`, await bot.say(`/role ${role} all`), ({ key, path }) =>
          isGuideTie(key, path),
        ),
      );
    expect(lost).toEqual([]);
  });

  test('about a topic: in /advice', async () => {
    const lost: string[] = [];
    for (const { id } of bot.knowledge.of('topic').all)
      lost.push(
        ...missing(
          `topics/${id}.yaml`,
          await bot.say(`/advice ${id}`),
          // `track` is what its weekly prompts are called.
          ({ key, path }) =>
            path.startsWith('.names') || ['restsOn', 'roles', 'seen', 'url', 'track'].includes(key),
        ),
      );
    expect(lost).toEqual([]);
  });

  test('about a move: in /transition', async () => {
    const lost: string[] = [];
    for (const { id, from, to } of bot.knowledge.transitions.all)
      lost.push(
        ...missing(`transitions/${id}.yaml`, await bot.say(`/transition ${from} to ${to} view:full`)),
      );
    expect(lost).toEqual([]);
  });

  test('about a source: in /sources', async () => {
    const text = await bot.say('/sources');
    // That something has no releases goes without saying.
    const lost = globSync('sources/*.yaml', { cwd: DATA }).flatMap((file) =>
      missing(file, text, ({ key, value }) => key === 'nextRelease' && value === 'none'),
    );
    expect(lost).toEqual([]);
  });
});

describe('every fact is in the answer in every language', () => {
  test.each<Translated>(['es', 'de', 'pt-BR'])('%s', async (spoken) => {
    const lost: string[] = [];
    for (const id of ['ml-engineer', 'defense-ml-engineer', 'data-engineer']) {
      const text = await bot.say(`/role ${id} all`, spoken);
      for (const file of filesAbout(id))
        lost.push(...missing(file, text, (leaf) => isDocumentedMove(id, leaf), spoken));
    }
    for (const { id } of bot.knowledge.courses.all.slice(0, 40)) {
      const text = await bot.say(`/course ${id} view:full`, spoken);
      lost.push(...missing(`courses/${id}.yaml`, text, ({ key }) => key === 'aliases', spoken));
    }
    expect(lost).toEqual([]);
  });
});

/** What ties a guide to other entries, chooses a form, or is a span told as one: "about 12–20 h". */
function isGuideTie(key: string, path: string): boolean {
  const ties = ['free', 'deeper', 'when', 'asked', 'leansOn', 'seen', 'url', 'low', 'high', 'restsOn'];
  return ties.includes(key) || /^\.(phases\[\d+\]\.skills|isNot\[\d+\]\.role)/.test(path);
}

/** A move that a source lists stands among the documented moves, by the role's own title, without the list's heading. */
function isDocumentedMove(from: string, { path, value }: Leaf): boolean {
  if (!path.startsWith('.moves') || typeof value !== 'string') return false;
  if (value === 'Transition opportunities') return true;
  const { match } = bot.knowledge.roles.find(value);
  return match.kind === 'exact' && bot.knowledge.transitions.between(from, match.id) !== undefined;
}
