import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Thing } from './engines.ts';
import { pick, seeded, shuffled } from '../../../knowledge/build/random.ts';

/** A name that no corpus holds, with the codes of the things that it belongs to. */
export interface Question {
  readonly typed: string;
  readonly right: ReadonlySet<string>;
}

export interface Material {
  readonly things: readonly Thing[];
  readonly questions: readonly Question[];
  readonly what: string;
}

export const HOW_TO_GET = `For the titles of O*NET, give a folder that holds onet-27.0/ and onet-29.2/, each with the publisher's
"Occupation Data.txt" and "Alternate Titles.txt" (https://www.onetcenter.org/db_releases.html, text format):
  npm run bench:search -- FOLDER
A file derived/tech_roles.tsv in it, with the codes of technology occupations in its first column, says which new titles
are asked for; without it, those of the groups 15-1 and 15-2.`;

/** O*NET 27.0 as the corpus; the titles of technology occupations that 29.2 has and 27.0 has not as questions. */
export function onetTitles(folder: string): Material {
  const { things, isTechnology, questions } = newTitles(folder);
  const random = seeded(1);
  const [technology, others] = [true, false].map((wanted) =>
    shuffled(
      things.filter(({ key }) => isTechnology(key) === wanted),
      random,
    ),
  );
  return {
    things: [...(technology ?? []), ...(others ?? [])],
    questions: questions.filter(({ right }) => [...right].some(isTechnology)),
    what: 'titles of O*NET 27.0; new titles of technology occupations in 29.2',
  };
}

/** The titles that 29.2 has and 27.0 has not, of all occupations, and the occupations of 27.0. */
export function newTitles(folder: string) {
  const [old, fresh] = [occupations(join(folder, 'onet-27.0')), occupations(join(folder, 'onet-29.2'))];
  const known = new Set(old.flatMap(namesOf).map(bare));
  const isTechnology = technologyIn(folder);
  const owners = new Map<string, { typed: string; right: Set<string> }>();
  for (const thing of fresh) {
    for (const name of namesOf(thing)) {
      if (known.has(bare(name))) continue;
      const own = owners.get(bare(name)) ?? { typed: unbracketed(name), right: new Set() };
      owners.set(bare(name), own);
      own.right.add(thing.key);
    }
  }
  return { things: old, questions: [...owners.values()], isTechnology };
}

function namesOf({ title, aliases }: Thing): string[] {
  return [title, ...aliases];
}

function unbracketed(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '').trim();
}

function bare(name: string): string {
  return unbracketed(name).toLowerCase();
}

function technologyIn(folder: string): (code: string) => boolean {
  const list = join(folder, 'derived', 'tech_roles.tsv');
  if (!existsSync(list)) return (code) => /^15-[12]/.test(code);
  const codes = new Set(rows(list).map(([code]) => code));
  return (code) => codes.has(code);
}

/** The occupations of one release of O*NET. */
export function occupations(folder: string): Thing[] {
  const aliases = new Map<string, string[]>();
  for (const [code = '', title = ''] of rows(join(folder, 'Alternate Titles.txt')).slice(1)) {
    aliases.set(code, [...(aliases.get(code) ?? []), title]);
  }
  return rows(join(folder, 'Occupation Data.txt'))
    .slice(1)
    .map(([key = '', title = '']) => ({
      key,
      codes: [key],
      title,
      aliases: aliases.get(key) ?? [],
      weight: 1,
    }));
}

function rows(file: string): string[][] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

const SYNTHETIC = { things: 1_000, names: 44, questions: 1 };
const HEADS =
  'Engineer Manager Analyst Technician Specialist Director Designer Operator Consultant Inspector'.split(' ');
const CONSONANTS = 'bcdfghklmnprstvw'.split('');
const VOWELS = 'aeiou'.split('');
const MODIFIERS = 'Senior Field Technical Digital Regional Associate Chief Quality Systems Project'.split(
  ' ',
);

/** Made-up occupations: each has words of its own, shared with a few others, and heads and modifiers that all share. */
export function syntheticTitles(): Material {
  const random = seeded(7);
  const words = Array.from({ length: 2_500 }, () => word(random));
  const things: Thing[] = [];
  const questions: Question[] = [];
  for (let i = 0; i < SYNTHETIC.things; i++) {
    const own = Array.from({ length: 8 }, () => pick(words, random));
    const names = new Set<string>();
    while (names.size < SYNTHETIC.names + SYNTHETIC.questions) names.add(madeName(own, random));
    const [asked = '', title = '', ...aliases] = names;
    things.push({ key: `t${i}`, codes: [`t${i}`], title, aliases, weight: 1 });
    questions.push({ typed: asked, right: new Set([`t${i}`]) });
  }
  return {
    things,
    questions: questions.slice(0, 500),
    what: 'made-up titles; made-up titles that no corpus holds',
  };
}

function word(random: () => number): string {
  const syllables = Array.from({ length: 2 + Math.floor(random() * 2) }, () => {
    return pick(CONSONANTS, random) + pick(VOWELS, random) + pick(['', '', 'n', 'r', 'l', 's'], random);
  });
  const made = syllables.join('');
  return made.charAt(0).toUpperCase() + made.slice(1);
}

function madeName(own: readonly string[], random: () => number): string {
  const words = [pick(own, random)];
  if (random() < 0.4) words.unshift(pick(own, random));
  if (random() < 0.4) words.unshift(pick(MODIFIERS, random));
  return [...new Set(words), pick(HEADS, random)].join(' ');
}
