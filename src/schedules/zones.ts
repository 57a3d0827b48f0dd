import { nearestName } from '../nearest.ts';

/**
 * What people type for a zone, and the cities they may mean, the largest first: an abbreviation has no clock changes, and
 * many stand for several places, so that it is offered and never guessed. A test holds it against what CLDR knows of each.
 */
export const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  ACST: ['Australia/Adelaide', 'Australia/Darwin'],
  AEST: ['Australia/Sydney', 'Australia/Melbourne', 'Australia/Brisbane', 'Australia/Hobart'],
  AKST: ['America/Anchorage', 'America/Juneau'],
  AMT: ['America/Manaus', 'America/Cuiaba', 'Asia/Yerevan'],
  ART: ['America/Argentina/Buenos_Aires'],
  AST: ['America/Halifax', 'America/Puerto_Rico', 'Asia/Riyadh'],
  AWST: ['Australia/Perth'],
  BDT: ['Asia/Dhaka'],
  BRT: ['America/Sao_Paulo', 'America/Fortaleza', 'America/Bahia'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  CAT: ['Africa/Harare', 'Africa/Maputo', 'Africa/Lusaka'],
  CET: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome', 'Europe/Warsaw', 'Africa/Algiers'],
  CLT: ['America/Santiago'],
  COT: ['America/Bogota'],
  CST: ['America/Chicago', 'America/Mexico_City', 'America/Winnipeg', 'America/Costa_Rica', 'Asia/Shanghai'],
  CT: ['America/Chicago', 'America/Winnipeg'],
  EAT: ['Africa/Nairobi', 'Africa/Addis_Ababa', 'Africa/Dar_es_Salaam'],
  EET: ['Europe/Athens', 'Europe/Kyiv', 'Europe/Bucharest', 'Europe/Helsinki', 'Africa/Cairo'],
  EST: ['America/New_York', 'America/Toronto', 'America/Detroit', 'America/Panama', 'America/Jamaica'],
  ET: ['America/New_York', 'America/Toronto'],
  GMT: ['Europe/London', 'Africa/Accra', 'Africa/Abidjan', 'UTC'],
  GST: ['Asia/Dubai', 'Asia/Muscat'],
  HKT: ['Asia/Hong_Kong'],
  HST: ['Pacific/Honolulu'],
  ICT: ['Asia/Bangkok', 'Asia/Ho_Chi_Minh'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  MSK: ['Europe/Moscow'],
  MST: ['America/Denver', 'America/Phoenix', 'America/Edmonton'],
  MT: ['America/Denver', 'America/Edmonton'],
  MYT: ['Asia/Kuala_Lumpur'],
  NPT: ['Asia/Kathmandu'],
  NST: ['America/St_Johns'],
  NZST: ['Pacific/Auckland'],
  PET: ['America/Lima'],
  PHT: ['Asia/Manila'],
  PKT: ['Asia/Karachi'],
  PST: ['America/Los_Angeles', 'America/Vancouver', 'America/Tijuana', 'Asia/Manila'],
  PT: ['America/Los_Angeles', 'America/Vancouver'],
  SAST: ['Africa/Johannesburg'],
  SGT: ['Asia/Singapore'],
  TRT: ['Europe/Istanbul'],
  WAT: ['Africa/Lagos', 'Africa/Kinshasa', 'Africa/Luanda'],
  WET: ['Europe/Lisbon', 'Atlantic/Canary'],
  WIB: ['Asia/Jakarta'],
};

/** Summer times, German names and American words are of the same places. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^MES?Z$/, 'CET'],
  [/^OES?Z$/, 'EET'],
  [/^WES?Z$/, 'WET'],
  [/^(C|E|W)EST$/, '$1ET'],
  [/^(E|C|M|P)(?:ASTERN|ENTRAL|OUNTAIN|ACIFIC)(?:TIME)?$/, '$1T'],
  [/^(AE|AC|NZ|AK|A|C|E|M|N|P)DT$/, '$1ST'],
];

const MOST = 5;

/** The zones that somebody may mean by an abbreviation, a city or a part of one; the likeliest first, none where nothing is near. */
export function zonesNear(typed: string): readonly string[] {
  // "UTC+2" is no city's time all year round.
  if (/\d/.test(typed)) return [];
  const meant = meantBy(typed);
  if (meant !== undefined) return meant;
  const near = zonesOf(typed);
  if (near.length > 0 && typed.trim() !== '') return near.slice(0, MOST);
  const named = typed.includes('/') ? (zone: string) => zone.toLowerCase() : cityOf;
  const name = nearestName(named(typed), allZones().map(named));
  return allZones()
    .filter((zone) => named(zone) === name)
    .slice(0, MOST);
}

/** Completions: what an abbreviation stands for, then every zone with a word that begins so. */
export function completeZone(typed: string, limit: number): readonly string[] {
  return [...new Set([...(meantBy(typed) ?? []), ...zonesOf(typed)])].slice(0, limit);
}

function meantBy(typed: string): readonly string[] | undefined {
  const letters = typed.replaceAll(/[^a-z]/gi, '').toUpperCase();
  const name = SAME.reduce((known, [pattern, same]) => known.replace(pattern, same), letters);
  return Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name] : undefined;
}

/** Every zone with a word that begins so: "york", "new y", "europe/ma". */
function zonesOf(typed: string): string[] {
  const wanted = ` ${wordsOf(typed)}`;
  return allZones().filter((zone) => ` ${wordsOf(zone)}`.includes(wanted));
}

function wordsOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_/]+/g, ' ');
}

function cityOf(zone: string): string {
  return wordsOf(zone.slice(zone.lastIndexOf('/') + 1));
}

let every: readonly string[] | undefined;

/** What the machine knows, and the names of cities that it still has under an older one. */
export function allZones(): readonly string[] {
  every ??= [
    ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...Object.values(ABBREVIATIONS).flat()]),
  ];
  return every;
}
