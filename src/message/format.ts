import { LRUCache } from 'lru-cache';
import type { Language } from './language.ts';
import type { Figure } from './message.ts';

/** The locale of each language: English groups, lists and prices as this bot always has, `1,234`, "a, b and c". */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es', de: 'de', 'pt-BR': 'pt-BR' };
const BRITISH: Readonly<Record<Language, string>> = { ...LOCALES, en: 'en-GB' };

/** A number as a language groups it: `1,234`, `1.234`. */
export function formatNumber(n: number, language: Language, options?: Intl.NumberFormatOptions): string {
  const name = options === undefined ? '' : JSON.stringify(options);
  const unit = options?.unit === undefined ? {} : ({ style: 'unit', unitDisplay: 'short' } as const);
  return numberFormat(language, name, () => ({ ...options, ...unit })).format(n);
}

/** `a`, `a and b`, `a, b and c`; `or` for a choice. */
export function formatList(words: readonly string[], last: 'and' | 'or', language: Language): string {
  return listFormat(BRITISH[language], last === 'and' ? 'conjunction' : 'disjunction').format(words);
}

type Of<K extends Figure['kind']> = Extract<Figure, { kind: K }>;

/** English is short without losing a digit (`$155K`, `$78.7K`); the other languages write sums whole. */
export function formatMoney({ low, high, currency, open }: Of<'money'>, language: Language): string {
  const format = numberFormat(language, currency, () => ({ style: 'currency', currency, ...WHOLE }));
  if (language !== 'en') return wholeRange(format, low, high, open === true);
  const ends = low === high ? [low] : [low, high];
  return `${ends.map((end) => shortSum(format, end)).join('–')}${open === true ? '+' : ''}`;
}

function shortSum(format: Intl.NumberFormat, sum: number): string {
  return sum >= 1000 && sum % 100 === 0 ? `${format.format(sum / 1000)}K` : format.format(sum);
}

/** With the currency once, and the mark of an open end at the figure, not behind the currency. */
function wholeRange(format: Intl.NumberFormat, low: number, high: number, open: boolean): string {
  const parts = low === high ? format.formatToParts(low) : format.formatRangeToParts(low, high);
  const last = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction');
  return parts
    .map(({ type, value }, at) => {
      // Spanish joins with a hyphen; every range of an answer has the dash.
      if (type === 'literal' && value === '-') return '–';
      return open && at === last ? `${value}+` : value;
    })
    .join('');
}

const WHOLE = { minimumFractionDigits: 0, maximumFractionDigits: 2 };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
/** As many dates as are kept in words: sources have some hundreds, and `Intl` takes longer for them than the rest of a foot. */
const datesInWords = new LRUCache<string, string>({ max: 2000 });

/** A day, a month or a year, or from one day to another. In English not by `Intl`, which takes 10 ms to start. */
export function formatDate({ from, to }: Of<'date'>, language: Language): string {
  const key = `${language} ${from} ${to}`;
  const words = datesInWords.get(key) ?? dateInWords(from, to, language);
  datesInWords.set(key, words);
  return words;
}

function dateInWords(from: string, to: string, language: Language): string {
  const [year = '', month, day] = from.split('-');
  if (month === undefined) return year;
  if (day === undefined) return formatMonths(from, to, language);
  if (language === 'en') return from === to ? englishDate(from) : `${englishDate(from)} – ${englishDate(to)}`;
  const format = dateFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  if (from === to) return format.format(new Date(`${from}T12:00:00Z`));
  return format.formatRange(new Date(from), new Date(to));
}

function formatMonths(from: string, to: string, language: Language): string {
  if (language === 'en')
    return from === to ? englishMonth(from) : `${englishMonth(from)} – ${englishMonth(to)}`;
  const format = dateFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const [first, last] = [from, to].map((month) => new Date(`${month}-15T12:00:00Z`));
  return from === to ? format.format(first) : format.formatRange(first ?? 0, last ?? 0);
}

function englishMonth(iso: string): string {
  const [year, month] = iso.split('-');
  return `${MONTHS[Number(month) - 1]} ${year}`;
}

function englishDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** The day before the month, and 24 hours. */
export function formatClock({ part, at, zone: timeZone }: Of<'clock'>, language: Language): string {
  const style = part === 'day' ? ({ dateStyle: 'medium' } as const) : ({ timeStyle: 'medium' } as const);
  return dateFormat(language, { ...style, timeZone }).format(at);
}

/** An instant to the minute by the clock of a zone, which is named. */
export function formatMoment(at: number, zone: string, language: Language): string {
  const format = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return `${format.format(at)} ${zone}`;
}

/** 1 is Monday. */
export function formatWeekday({ day }: Of<'weekday'>, language: Language): string {
  const date = Temporal.PlainDate.from('2026-01-05').add({ days: day - 1 });
  return date.toLocaleString(language, { weekday: 'long' });
}

/** The short name of a country. */
export function formatCountry({ code }: Of<'country'>, language: Language): string {
  const names = remember(countries, language, () => new Intl.DisplayNames(language, COUNTRY));
  return names.of(code) ?? code;
}

const COUNTRY = { type: 'region', style: 'short' } as const;
const countries = new Map<Language, Intl.DisplayNames>();
const dates = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(
  language: Language,
  name: string,
  optionsOf: () => Intl.NumberFormatOptions | undefined,
): Intl.NumberFormat {
  const make = () => new Intl.NumberFormat(LOCALES[language], { useGrouping: 'always', ...optionsOf() });
  return remember(numbers, `${language} ${name}`, make);
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  return remember(dates, key, () => new Intl.DateTimeFormat(BRITISH[language], options));
}

function listFormat(locale: string, type: Intl.ListFormatType): Intl.ListFormat {
  return remember(lists, `${locale} ${type}`, () => new Intl.ListFormat(locale, { type }));
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
