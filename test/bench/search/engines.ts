import UFuzzy from '@leeoniya/ufuzzy';
import { Index as FlexSearch } from 'flexsearch';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import type { Encoder } from '../../../knowledge/search/encoder.ts';
import { createIndex } from '../../../knowledge/search/index.ts';

/** A thing to be found: a role, or an occupation with all its titles. */
export interface Thing {
  readonly key: string;
  /** What counts as this thing: its key, or the codes of several occupations that a role stands for. */
  readonly codes: readonly string[];
  readonly title: string;
  readonly aliases: readonly string[];
  readonly names?: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Names of roles that stand for it. */
  readonly lent?: readonly string[];
  readonly weight: number;
}

/** What a search gave: codes of things, best first, those of one hit together; and whether it claims to know. */
export interface Given {
  readonly hits: readonly (readonly string[])[];
  readonly answered: boolean;
}

export interface Engine {
  readonly name: string;
  build(things: readonly Thing[]): (typed: string) => Given;
}

/** How many hits are looked at. */
const HITS = 5;

/** A title with the codes of everything that has it, for engines that know titles only. */
interface Title {
  readonly id: number;
  readonly text: string;
  readonly squashed: string;
  readonly codes: readonly string[];
}

function titlesOf(things: readonly Thing[]): Title[] {
  const codes = new Map<string, string[]>();
  for (const { codes: all, title, aliases } of things) {
    for (const name of [title, ...aliases]) {
      const text = name
        .replace(/\s*\([^)]*\)/g, '')
        .trim()
        .toLowerCase();
      const own = codes.get(text) ?? [];
      codes.set(text, own);
      own.push(...all);
    }
  }
  return [...codes].map(([text, own], id) => ({
    id,
    text,
    squashed: text.replace(/[^a-z0-9]/g, ''),
    codes: own,
  }));
}

function given(titles: readonly (Title | undefined)[]): Given {
  const hits = titles.slice(0, HITS).flatMap((title) => (title ? [title.codes] : []));
  return { hits, answered: hits.length > 0 };
}

/** Rolecall's search; with an encoder that has seen none of what is asked, where it is given. */
export function rolecall(encoder?: () => Encoder): Engine {
  return {
    name: 'Rolecall',
    build(things) {
      const entries = things.map((thing) => ({ ...thing, id: thing.key, entry: thing.codes }));
      const index = createIndex(entries, { encoder });
      return (typed) => {
        const { match, entry, choices } = index.find(typed);
        const hits = entry === undefined ? choices : [entry, ...choices];
        return { hits: hits.slice(0, HITS), answered: match.kind === 'exact' || match.kind === 'close' };
      };
    },
  };
}

const fuse: Engine = {
  name: 'fuse.js',
  build(things) {
    const index = new Fuse(titlesOf(things), { keys: ['text'] });
    return (typed) => given(index.search(typed, { limit: HITS }).map(({ item }) => item));
  },
};

function miniSearch(name: string, fields: string[]): Engine {
  return {
    name,
    build(things) {
      const titles = titlesOf(things);
      const index = new MiniSearch<Title>({ fields, searchOptions: { prefix: true, fuzzy: 0.2 } });
      index.addAll(titles);
      return (typed) => given(index.search(typed).map(({ id }) => titles[Number(id)]));
    },
  };
}

const flexSearch: Engine = {
  name: 'FlexSearch',
  build(things) {
    const titles = titlesOf(things);
    const index = new FlexSearch({ tokenize: 'forward' });
    for (const { id, text } of titles) index.add(id, text);
    return (typed) =>
      given(index.search(typed, { limit: HITS, suggest: true }).map((id) => titles[Number(id)]));
  },
};

/** uFuzzy's own name for allowing a mistake in each word. */
const ONE_MISTAKE = { intraMode: 1 } as const;

const uFuzzy: Engine = {
  name: 'uFuzzy',
  build(things) {
    const titles = titlesOf(things);
    const texts = titles.map(({ text }) => text);
    const index = new UFuzzy(ONE_MISTAKE);
    return (typed) => {
      const [found, info, order] = index.search(texts, typed.toLowerCase(), 1);
      return given(order?.map((at) => titles[info?.idx[at] ?? -1]) ?? found?.map((at) => titles[at]) ?? []);
    };
  },
};

const sort: Engine = {
  name: 'fuzzysort',
  build(things) {
    const targets = titlesOf(things).map((title) => ({ title, prepared: fuzzysort.prepare(title.text) }));
    return (typed) =>
      given(fuzzysort.go(typed, targets, { key: 'prepared', limit: HITS }).map(({ obj }) => obj.title));
  },
};

export const others: readonly Engine[] = [
  fuse,
  miniSearch('MiniSearch', ['text']),
  miniSearch('MiniSearch, squashed too', ['text', 'squashed']),
  flexSearch,
  uFuzzy,
  sort,
];
