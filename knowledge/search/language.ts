import { LRUCache } from 'lru-cache';
import { distance } from './distance.ts';
import { germanStem, romanceStem } from './inflection.ts';
import de from './languages/de.json' with { type: 'json' };
import en from './languages/en.json' with { type: 'json' };
import es from './languages/es.json' with { type: 'json' };
import pt from './languages/pt-BR.json' with { type: 'json' };
import { normalise } from './normalise.ts';
import { isOrdinary } from './ordinary.ts';
import { parted } from './phrases.ts';

/** What a language adds to the words of the index: `languages/<language>.json`. */
interface Words {
  /** What words and phrases of names are in English. */
  readonly words: Readonly<Record<string, string>>;
  /** Words that say nothing: articles and the like. */
  readonly small: string;
  /** After a whole name, these begin what is no part of it: a place, an employer, what one does besides. */
  readonly aside: string;
  /** The same after a name of several words: a tool, a field, a purpose. */
  readonly purpose: string;
  /** Ranks, words of vacancies and questions, and words for a person that stand around a name. */
  readonly ranks: string;
  readonly around: string;
  readonly person: string;
}

/** Gives a word without the endings of gender and number. */
type Stem = (word: string) => string;

/** A language in which names are read. */
export interface Language {
  readonly code: string;
  /** Words in English, in English order; undefined where none of them is of this language. */
  readonly translate: (words: readonly string[], known: (word: string) => boolean) => string | undefined;
}

/** As many words as a language keeps the reading of. */
const KEPT_WORDS = 2_000;
/** How many words a phrase of the dictionaries may have. */
const SIZES = [4, 3, 2, 1];
/** The shortest part of a German compound, in letters. */
const PART = 2;

const wordsOf = (text: string): ReadonlySet<string> => new Set(normalise(text).split(' '));
const every = (field: 'aside' | 'purpose' | 'person'): ReadonlySet<string> =>
  new Set([en, es, de, pt].flatMap((words: Words) => [...wordsOf(words[field])]));

/** Words that begin an aside or a purpose, and words for a person, in any language. */
export const ASIDES = every('aside');
export const PURPOSES = every('purpose');
export const PERSONS = every('person');

/** Words that may stand around a name in any language and are no part of it. */
export const AROUND: ReadonlySet<string> = new Set(
  [en, es, de, pt].flatMap(({ small, ranks, around, person }: Words) => [
    ...wordsOf(`${small} ${ranks} ${around} ${person}`),
  ]),
);

/** What words for a person are in English: nothing; and what stands for them in a folded name. */
const PERSON = '';
const SOMEONE = '@';

/** A name in the form that all its genders and numbers share, whatever the word for a person in it. */
export interface Fold {
  readonly code: string;
  readonly fold: (name: string) => string;
}

const folding = (words: Words, stem: Stem): Fold['fold'] => {
  const small = wordsOf(words.small);
  return (name) =>
    name
      .split(' ')
      .filter((word) => !small.has(word))
      .map((word) => (PERSONS.has(word) ? SOMEONE : stem(word)))
      .join(' ');
};

/** Words of names in other languages than English. */
export const NAME_WORDS: ReadonlySet<string> = new Set(
  [es, de, pt].flatMap(({ words }) => Object.keys(words).flatMap((key) => normalise(key).split(' '))),
);

/** The languages besides English. Spanish and Portuguese name the kind of work first, German last. */
export const LANGUAGES: readonly Language[] = [
  language('es', es, romanceStem, 'first'),
  language('pt-BR', pt, romanceStem, 'first'),
  language('de', de, germanStem, 'last'),
];

/** How names of each language are folded. */
export const FOLDS: readonly Fold[] = [
  { code: 'en', fold: folding(en, (word) => word) },
  { code: 'es', fold: folding(es, romanceStem) },
  { code: 'pt-BR', fold: folding(pt, romanceStem) },
  { code: 'de', fold: folding(de, germanStem) },
];

function language(code: string, words: Words, stem: Stem, head: 'first' | 'last'): Language {
  const small = wordsOf(words.small);
  const stems = (name: readonly string[]) => name.filter((word) => !small.has(word)).map(stem);
  const dictionary = new Map(
    Object.entries(words.words).map(([key, english]) => [
      stems(normalise(key).split(' ')).join(' '),
      normalise(english),
    ]),
  );
  for (const word of wordsOf(words.person)) dictionary.set(stem(word), PERSON);
  const near = nearest([...dictionary.keys()].filter((key) => !key.includes(' ')));
  const compound = (word: string, known: (part: string) => boolean) =>
    head === 'last' ? parts(word, (part) => dictionary.has(stem(part)) || known(part)) : [word];
  return {
    code,
    translate(typed, known) {
      const phrases = head === 'first' ? [typed] : phrasesOf(typed, small).toReversed();
      const units = phrases.map((phrase) =>
        translated(
          phrase.filter((word) => !small.has(word)).flatMap((word) => compound(word, known)),
          { dictionary, stem: (word) => (known(word) ? stem(word) : near(stem(word))) },
        ),
      );
      if (!units.flat().some(({ found }) => found)) return undefined;
      const ordered = head === 'first' ? units.flat().toReversed() : units.flat();
      return ordered.flatMap(({ text }) => (text === PERSON ? [] : [text])).join(' ');
    },
  };
}

/** Letters of a word for each that may be mistyped, and of the shortest that may be. */
const SLIP = 6;

/** Gives the word of a list that a word is but for a typing mistake or two; the word itself where there is none. */
function nearest(list: readonly string[]): (word: string) => string {
  const all = new Set(list);
  // A sentence has each of its words looked up in many runs.
  const known = new LRUCache<string, string>({ max: KEPT_WORDS });
  return (word) => {
    const kept = known.get(word) ?? nearestOf(word, all, list);
    known.set(word, kept);
    return kept;
  };
}

function nearestOf(word: string, all: ReadonlySet<string>, list: readonly string[]): string {
  const most = Math.min(2, Math.floor(word.length / SLIP));
  if (most === 0 || all.has(word) || isOrdinary(word)) return word;
  const found = list.filter((each) => each.length >= SLIP && distance(word, each, most) <= most);
  return found.length === 1 ? (found[0] ?? word) : word;
}

/** What stands between small words: "Entwickler | eingebettete Systeme". */
function phrasesOf(words: readonly string[], small: ReadonlySet<string>): string[][] {
  const phrases: string[][] = [[]];
  for (const word of words) {
    if (small.has(word)) phrases.push([]);
    else phrases.at(-1)?.push(word);
  }
  return phrases.filter((phrase) => phrase.length > 0);
}

interface Unit {
  readonly text: string;
  readonly found: boolean;
}

/** Words as phrases of the dictionary, the longest there are, and in between as they stand. */
function translated(
  words: readonly string[],
  { dictionary, stem }: { readonly dictionary: ReadonlyMap<string, string>; readonly stem: Stem },
): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < words.length;) {
    const size = SIZES.find((count) =>
      dictionary.has(
        words
          .slice(at, at + count)
          .map(stem)
          .join(' '),
      ),
    );
    const key = words
      .slice(at, at + (size ?? 1))
      .map(stem)
      .join(' ');
    const last = units.at(-1);
    if (size !== undefined) units.push({ text: dictionary.get(key) ?? '', found: true });
    else if (last?.found === false)
      units[units.length - 1] = { text: `${last.text} ${words[at]}`, found: false };
    else units.push({ text: words[at] ?? '', found: false });
    at += size ?? 1;
  }
  return units;
}

/** The parts of a compound, as `Software|entwickler` or, with the s that joins them, `Sicherheit(s)|analyst`. */
function parts(word: string, known: (part: string) => boolean): string[] {
  if (word.length < 2 * PART || known(word)) return [word];
  const joint = (part: string) =>
    part.length >= PART &&
    (known(part) || (part.endsWith('s') && part.length > PART + 1 && known(part.slice(0, -1))));
  return (
    parted(word, joint)
      ?.split(' ')
      .map((part) => (known(part) ? part : part.slice(0, -1))) ?? [word]
  );
}
