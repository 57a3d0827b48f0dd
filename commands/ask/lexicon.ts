import de from './lexicon/de.json' with { type: 'json' };
import en from './lexicon/en.json' with { type: 'json' };
import es from './lexicon/es.json' with { type: 'json' };
import pt from './lexicon/pt-BR.json' with { type: 'json' };
import families from './lexicon/families.json' with { type: 'json' };
import occupations from './lexicon/occupations.json' with { type: 'json' };
import trades from './lexicon/trades.json' with { type: 'json' };
import places from './lexicon/places.json' with { type: 'json' };
import { once } from '../../knowledge/once.ts';
import { plainOf } from './words.ts';

/** Words of all four languages by what they mean: people mix languages, and names are the same in most. */
const LANGUAGES = [en, es, de, pt];
const LOCALES = ['en', 'es', 'de', 'pt-BR'];

/** Names of several words are written with `_` between them. */
function named(list: string): string[] {
  return list.split(' ').map((name) => name.replaceAll('_', ' '));
}

type Field =
  | 'stop'
  | 'free'
  | 'hour'
  | 'week'
  | 'day'
  | 'per'
  | 'time'
  | 'money'
  | 'dollar'
  | 'thousand'
  | 'join'
  | 'or'
  | 'notNames'
  | 'cheap'
  | 'paid'
  | 'over'
  | 'not'
  | 'at'
  | 'verbs'
  | 'one';

function every(field: Field): ReadonlySet<string> {
  return new Set(LANGUAGES.flatMap((words) => named(words[field])));
}

function byMeaning(field: 'levels' | 'levelHints' | 'courseLevels' | 'kinds'): ReadonlyMap<string, string> {
  const all = LANGUAGES.flatMap((words) => Object.entries(words[field]));
  return new Map(all.flatMap(([meaning, list]) => named(list).map((name) => [name, meaning] as const)));
}

/** Words that any question is made of. */
export const STOP_WORDS = every('stop');
/** The same, language by language: English, Spanish, German, Portuguese. */
export const STOP_WORDS_BY_LANGUAGE = LANGUAGES.map(({ stop }) => new Set(named(stop)));
/** Words that are a skill's name in a list of skills only, and mean something else in a sentence. */
export const NO_NAMES = every('notNames');
/** What people call somebody by one word, with the role that most mean; '' where the command asks which. */
export const TRADES: ReadonlyMap<string, string> = new Map(
  Object.entries(trades).flatMap(([role, list]) => named(list).map((name) => [name, role] as const)),
);
/** What people are called who work outside technology. */
export const OCCUPATIONS: ReadonlySet<string> = new Set(Object.values(occupations).flatMap(named));
/** Words that turn what follows into its opposite. */
export const NOT = every('not');
/** Words of titles that are verbs of a sentence as often: "how do they test data engineers". */
export const VERBS = every('verbs');
/** Articles that count: "an hour a day". */
export const ONE = every('one');
/** Words before a place. */
export const AT = every('at');
export const CHEAP = every('cheap');
export const PAID = every('paid');
/** Words before the least that something may cost. */
export const OVER = every('over');
export const FREE = every('free');
/** What stands between two questions, and between two things that are named. */
export const AND = every('join');
/** What stands between two things of which one is meant. */
export const OR = every('or');
export const JOINING: ReadonlySet<string> = new Set([...AND, ...OR]);
export const LEVELS = byMeaning('levels');
/** Words that say a level besides something else: a starting salary. */
export const LEVEL_HINTS = byMeaning('levelHints');
export const COURSE_LEVELS = byMeaning('courseLevels');
export const KINDS = byMeaning('kinds');
/** What figures are of. */
export const UNITS = {
  hour: every('hour'),
  week: every('week'),
  day: every('day'),
  per: every('per'),
  time: every('time'),
  money: every('money'),
  dollar: every('dollar'),
  thousand: every('thousand'),
};
/** Numbers that are written out. */
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((words) => named(words.numbers).map((name, at) => [name, at + 1] as const)),
);

/** What people call a family of roles. */
export const FAMILIES: ReadonlyMap<string, string> = new Map(
  Object.entries(families).flatMap(([family, list]) => named(list).map((name) => [name, family] as const)),
);

/** Whom most mean who say that they want into a field. */
export const FIELD_ROLES: Readonly<Record<string, string>> = {
  'AI and machine learning': 'ml-engineer',
  'Cloud and operations': 'cloud-engineer',
  Data: 'data-analyst',
  Design: 'ux-designer',
  Product: 'product-manager',
  Quality: 'qa-engineer',
  Security: 'security-analyst',
  Software: 'software-engineer',
};

/** Names of places that mean something else in most sentences. */
export const DOUBTFUL_PLACES = new Set(named(places.doubtful));

/** The code of work that is done anywhere. */
export const REMOTE = 'remote';

/**
 * Places by name: the code of their country, '' for a part of the world and for no place in particular. Made for the first
 * question: a start need not wait 20 ms for the countries of the world.
 */
export const placesByName = once(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...named(places.remote).map((name) => [name, REMOTE] as const),
      ...named(places.regions).map((name) => [name, ''] as const),
      ...countryNames(),
      ...[...Object.entries(places.cities), ...Object.entries(places.countries)].flatMap(([code, list]) =>
        named(list).map((name) => [name, code] as const),
      ),
    ]),
);

function countryNames(): (readonly [string, string])[] {
  const letters = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');
  const codes = letters.flatMap((one) => letters.map((two) => one + two));
  return LOCALES.flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[plainOf(name), code] as const];
    });
  });
}
