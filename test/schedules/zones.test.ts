import { describe, expect, test } from 'vitest';
import { zoneOfCity } from '../../src/schedules/cities.ts';
import { zoneId } from '../../src/schedules/rule.ts';
import { ABBREVIATIONS, completeZone, zonesNear } from '../../src/schedules/zones.ts';

/** Where CLDR has names in use by the people of a place. */
const LOCALES = [
  'en-US',
  'en-GB',
  'en-AU',
  'en-IN',
  'en-IE',
  'en-NZ',
  'en-ZA',
  'pt-BR',
  'en-PH',
  'en-HK',
  'en-SG',
  'en-MY',
];
const [WINTER, SUMMER] = [Date.UTC(2026, 0, 5), Date.UTC(2026, 6, 5)];

/** What a zone is called in short, in winter and in summer, wherever somebody calls it so. */
function shortNames(zone: string): Set<string> {
  return new Set(
    LOCALES.flatMap((locale) => {
      const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
      return [WINTER, SUMMER].map(
        (at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '',
      );
    }),
  );
}

/** Hours from UTC in the winter of the north. */
function offset(zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(WINTER).toZonedDateTimeISO(zone).offsetNanoseconds / 3.6e12;
}

/** Abbreviations that CLDR knows, with the offset they stand for there. */
const KNOWN = Object.entries(ABBREVIATIONS).flatMap(([name, zones]) => {
  const [first = ''] = zones.filter((zone) => shortNames(zone).has(name));
  return first === '' ? [] : [{ name, first, zones }];
});

describe('what an abbreviation stands for', () => {
  test('is what CLDR knows, where it knows it', () => {
    expect(KNOWN.length).toBeGreaterThan(20);
    const elsewhere = KNOWN.filter(({ first, zones }) => offset(zones[0] ?? '') !== offset(first));
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
  });

  test('are zones that a schedule takes', () => {
    const zones = Object.values(ABBREVIATIONS).flat();
    expect(zones.filter((zone) => zoneId(zone) === undefined)).toEqual([]);
  });

  test('is known wherever CLDR has a short name for a large city', () => {
    const cities = [
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Los_Angeles',
      'America/Anchorage',
      'America/Halifax',
      'America/Sao_Paulo',
      'Europe/London',
      'Europe/Berlin',
      'Europe/Athens',
      'Europe/Lisbon',
      'Africa/Lagos',
      'Africa/Nairobi',
      'Africa/Johannesburg',
      'Asia/Dubai',
      'Asia/Kolkata',
      'Asia/Singapore',
      'Asia/Hong_Kong',
      'Asia/Tokyo',
      'Australia/Sydney',
      'Australia/Perth',
      'Pacific/Auckland',
    ];
    const unknown = cities.flatMap((city) =>
      [...shortNames(city)]
        .filter((name) => /^[A-Z]{2,5}$/.test(name) && !zonesNear(name).includes(city))
        .map((name) => `${city} ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

test.each([
  ['EST', 'America/New_York'],
  ['edt', 'America/New_York'],
  ['Eastern Time', 'America/New_York'],
  ['PST', 'America/Los_Angeles'],
  ['CET', 'Europe/Berlin'],
  ['MESZ', 'Europe/Berlin'],
  ['IST', 'Asia/Kolkata'],
  ['BST', 'Europe/London'],
  ['Madrid', 'Europe/Madrid'],
  ['new york', 'America/New_York'],
  ['Londn', 'Europe/London'],
  ['Europe/Madird', 'Europe/Madrid'],
])('%s: %s comes first', (typed, zone) => {
  expect(zonesNear(typed)[0]).toBe(zone);
});

test('an abbreviation of several places offers each, and no place that only spells so', () => {
  expect(zonesNear('IST')).toEqual(['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']);
  expect(completeZone('EST', 25)).not.toContain('Europe/Bucharest');
  expect(completeZone('ist', 25)).toEqual([
    'Asia/Kolkata',
    'Europe/Dublin',
    'Asia/Jerusalem',
    'Europe/Istanbul',
  ]);
});

test.each(['zzzzqq', 'UTC+2', 'GMT-5'])('%s is near nothing', (typed) => {
  expect(zonesNear(typed)).toEqual([]);
});

describe('a zone by its city', () => {
  test.each([
    ['Madrid', 'Europe/Madrid'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['München', 'Europe/Berlin'],
    ['Muenchen', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Köln', 'Europe/Berlin'],
    ['Lisboa', 'Europe/Lisbon'],
    ['Bangalore', 'Asia/Kolkata'],
  ])('%s', (typed, zone) => {
    expect(zoneOfCity(typed)).toBe(zone);
  });

  test.each(['EST', 'CET', 'UTC', 'Atlantis', '', 'GMT+2', 'Europe'])('"%s" is no city', (typed) => {
    expect(zoneOfCity(typed)).toBeUndefined();
  });

  test('every zone of which a city is told is one', () => {
    for (const typed of ['wien', 'porto', 'roma', 'calgary', 'tel aviv', 'hanoi', 'kairo', 'abuja'])
      expect(zoneId(zoneOfCity(typed) ?? '')).toBe(zoneOfCity(typed));
  });
});
