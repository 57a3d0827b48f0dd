import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { enumerate, printed } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { Ask } from '../../src/reply.ts';
import { regionName } from '../views/names.ts';
import { VOCABULARY } from './intents.ts';
import { ORDINARY, RANKS } from './ordinary.ts';
import { wordsOf } from './tokens.ts';

const LETTERS = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');

/** What countries are called, in lower case, with their codes. */
const COUNTRIES: ReadonlyMap<string, string> = countries();

function countries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((one) => LETTERS.map((two) => one + two));
  const named = codes.flatMap((code): [string, string][] => {
    const name = names.of(code);
    return name === undefined ? [] : [[name.toLowerCase(), code]];
  });
  return new Map([
    ...named,
    ['uk', 'GB'],
    ['britain', 'GB'],
    ['england', 'GB'],
    ['europe', 'EU'],
    ['usa', 'US'],
  ]);
}

/** Cities and parts of countries that people ask about, in lower case: for most of them a word before says so anyway. */
const CITIES = new Set(
  `amsterdam|austin|bangalore|barcelona|bay area|bengaluru|berlin|boston|california|chicago|delhi|denver|dubai|dublin|florida|
  hamburg|hyderabad|lagos|latam|lisbon|london|los angeles|madrid|manchester|melbourne|mexico city|miami|milan|montreal|mumbai|
  munich|nairobi|new york|nyc|paris|prague|pune|san francisco|sao paulo|são paulo|seattle|sf|silicon valley|stockholm|sydney|
  tel aviv|texas|tokyo|toronto|vancouver|vienna|warsaw|washington|zurich|zürich`.split(/\|\s*/),
);

const PAY = new Set(['salary', 'compare']);
/** Commands that answer the same wherever somebody is. */
const ANYWHERE = new Set(['course', 'sources', 'help', 'skills']);

/** A place in a question, and its code where it is a country. */
interface Place {
  readonly name: Said;
  readonly code: string | undefined;
}

/** A sentence on a place that a question about roles names and no source has figures for; undefined otherwise. */
export function placeSaid(
  question: string,
  { command }: Pick<Ask, 'command'>,
  roles: readonly Role[],
  knowledge: KnowledgeBase,
): Said | undefined {
  if (roles.length === 0 || ANYWHERE.has(command)) return undefined;
  const isPay = PAY.has(command);
  const place =
    countryIn(question) ?? cityIn(question) ?? (isPay ? wordsAfterIn(question, knowledge) : undefined);
  if (place === undefined) return undefined;
  const apart = isPay ? roles.find((role) => hasPayIn(role, place.code)) : undefined;
  if (apart !== undefined) return payApart(apart, place);
  const regions = new Set(roles.flatMap(({ pay }) => pay.map(({ region }) => region)));
  if (regions.size === 0 || (place.code !== undefined && regions.has(place.code))) return undefined;
  if (!isPay)
    return say('No source I have says anything about {place} in particular.', { place: place.name });
  return payUnsaid(place, regions);
}

/** Whether a role has pay of a country that is not shown unasked. */
function hasPayIn({ payElsewhere }: Role, code: string | undefined): boolean {
  return payElsewhere.some(({ region, workplace }) => region === code && workplace === undefined);
}

function payApart({ id }: Role, { name, code }: Place): Said {
  const command = `/salary ${id} place:${code ?? ''}`;
  return say('There is pay for {country} too: {command}.', { country: name, command });
}

/** A sentence on a place in a question that all roles are ranked by pay for. */
export function rankingPlaceSaid(question: string, { roles }: KnowledgeBase): Said | undefined {
  const place = countryIn(question) ?? cityIn(question);
  const regions = new Set(roles.all.flatMap(({ pay }) => pay.map(({ region }) => region)));
  if (place === undefined || regions.size === 0 || regions.has(place.code ?? '')) return undefined;
  return payUnsaid(place, regions);
}

function payUnsaid({ name, code }: Place, given: ReadonlySet<string>): Said {
  const regions = enumerate([...given].map((region) => regionName(region)));
  return code === undefined
    ? say('No source I have gives pay for {place}: the figures are of the {regions} as a whole.', {
        place: name,
        regions,
      })
    : say('No source I have gives pay for {country}: the figures are of the {regions}.', {
        country: name,
        regions,
      });
}

function countryIn(question: string): Place | undefined {
  return spanIn(question, (name) => COUNTRIES.get(name), shown);
}

function cityIn(question: string): Place | undefined {
  const found = spanIn(
    question,
    (name) => (CITIES.has(name) ? name : undefined),
    (typed) => capital(typed),
  );
  return found === undefined ? undefined : { name: found.name, code: undefined };
}

/** The longest words of a question in a row that have a code. */
function spanIn(
  question: string,
  codeOf: (name: string) => string | undefined,
  nameOf: (typed: string, code: string) => Said,
): { readonly name: Said; readonly code: string } | undefined {
  const words = wordsOf(question);
  for (const length of [3, 2, 1])
    for (let at = 0; at + length <= words.length; at += 1) {
      const typed = words.slice(at, at + length).join(' ');
      const code = codeOf(typed.toLowerCase());
      if (code !== undefined) return { name: nameOf(typed, code), code };
    }
  return undefined;
}

/** The most words of a place. */
const LONGEST = 3;

/** What stands behind the last "in" and is no role, no skill and no word that people ask with: where somebody works. */
function wordsAfterIn(question: string, { roles, skills, courses }: KnowledgeBase): Place | undefined {
  const words = wordsOf(question);
  const behind = words.slice(words.findLastIndex((word) => word.toLowerCase() === 'in') + 1);
  if (behind.length === words.length) return undefined;
  const end = behind.findIndex((word) => !isStrange(word));
  const span = end === -1 ? behind : behind.slice(0, end);
  const name = span.join(' ');
  if (span.length === 0 || span.length > LONGEST || roles.find(name).match.kind !== 'none') return undefined;
  const isKnown = [skills.named(name), courses.named(name)].some((each) => each !== undefined);
  return isKnown ? undefined : { name: capital(name), code: undefined };
}

function isStrange(word: string): boolean {
  const lower = word.toLowerCase();
  const isTelling = ORDINARY.has(lower) || RANKS.has(lower) || VOCABULARY.has(normalise(word));
  return !isTelling && /^\p{L}+$/u.test(word);
}

/** Names of places are typed in small letters as often as not. */
function capital(typed: string): string {
  if (typed.length <= SHORT) return typed.toUpperCase();
  return typed.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** In English as it was typed where that is short, else by its name; by its name in the other languages. */
function shown(typed: string, code: string): Said {
  const english =
    typed.length <= SHORT
      ? typed.toUpperCase()
      : (new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? typed);
  return printed(english, { kind: 'country', code });
}

/** Names as short as this are abbreviations. */
const SHORT = 3;
