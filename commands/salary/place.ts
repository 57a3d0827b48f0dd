import { once } from '../../knowledge/once.ts';
import { normalise } from '../../knowledge/search/index.ts';
import type { KnowledgeBase, PayBand, Role } from '../../knowledge/index.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { regionName } from '../views/names.ts';

/** Where pay is asked for: a country by its code (ISO 3166), or remote jobs. */
export type PayPlace = string;
const REMOTE = 'remote';

/** As people type it in any of the languages: remote work, and countries that have another short name. */
const OTHER_NAMES: Readonly<Record<string, PayPlace>> = {
  remoto: REMOTE,
  'a distancia': REMOTE,
  teletrabajo: REMOTE,
  homeoffice: REMOTE,
  'home office': REMOTE,
  uk: 'GB',
  britain: 'GB',
  england: 'GB',
  usa: 'US',
};

/** The place that is typed, by its code, its name in any of the languages or a large city; undefined where it is none. */
export function payPlaceOf(typed: string): PayPlace | undefined {
  const wanted = normalise(typed);
  return wanted === REMOTE ? REMOTE : (placeNames().get(wanted) ?? undefined);
}

const LETTERS = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');

/** Every country by its code and its names, in normal form. */
const placeNames = once((): ReadonlyMap<string, PayPlace> => {
  const codes = LETTERS.flatMap((one) => LETTERS.map((two) => one + two));
  const named = LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap((code): [string, string][] => {
      const name = names.of(code);
      // Codes that were given up, such as UK and DD, stand for those of today.
      const { region = code } = new Intl.Locale(`und-${code}`);
      return name === undefined ? [] : [name, code].map((each) => [normalise(each), region]);
    });
  });
  const others = Object.entries(OTHER_NAMES).map(([name, place]) => [normalise(name), place] as const);
  const cities = codes.flatMap((code) => citiesOf(code).map((city) => [normalise(city), code] as const));
  return new Map([...cities, ...named, ...others]);
});

/** The cities that the time zones of a country are called by: "Berlin", "Sao Paulo". */
function citiesOf(code: string): string[] {
  const zones = new Intl.Locale(`und-${code}`).getTimeZones?.() ?? [];
  return zones.map((zone) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
}

/** A place as answers name it. */
export function placeName(place: PayPlace): Said {
  return place === REMOTE ? say('remote') : regionName(place);
}

/** The pay of a role in a place; of remote jobs wherever they are. */
export function payIn({ pay, payElsewhere }: Role, place: PayPlace): PayBand[] {
  return [...pay, ...payElsewhere].filter(({ region, workplace }) =>
    place === REMOTE ? workplace === REMOTE : region === place && workplace === undefined,
  );
}

/** The places that a role has pay of, apart from what is shown unasked. */
export function placesOf({ payElsewhere }: Role): PayPlace[] {
  return [...new Set(payElsewhere.map(({ region, workplace }) => workplace ?? region))];
}

/** Completions for `place`: whatever any role has pay of. */
export function suggestPlaces(typed: string, { knowledge }: CommandContext): readonly Suggestion[] {
  const begins = (place: PayPlace) =>
    [place, speak(placeName(place), 'en')].some((name) => normalise(name).startsWith(normalise(typed)));
  return allPlaces(knowledge)
    .filter(begins)
    .slice(0, MOST)
    .map((place) => ({ label: placeName(place), value: place }));
}

const MOST = 25;

function allPlaces({ roles }: KnowledgeBase): PayPlace[] {
  const counts = new Map<PayPlace, number>();
  for (const role of roles.all)
    for (const place of placesOf(role)) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([place]) => place);
}
