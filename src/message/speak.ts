import { capital } from './figures.ts';
import {
  formatClock,
  formatCountry,
  formatDate,
  formatList,
  formatMoment,
  formatMoney,
  formatNumber,
  formatWeekday,
} from './format.ts';
import type { Language } from './language.ts';
import { readSentence } from './sentence-format.ts';
import type { Inline, Message, Said, Sentence, Text, Value } from './message.ts';
import { message } from './say.ts';

/** A piece of a line in the words of one language. A moment has them for where no reader's own time can be shown. */
export type SpokenInline =
  | string
  | { readonly kind: 'bold' | 'quiet' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'moment'; readonly at: number; readonly zone: string; readonly words: string }
  | Extract<Inline, { kind: 'channel' | 'member' | 'group' }>;

/** A line, or several, in the words of one language. */
export type SpokenText = readonly SpokenInline[];

/** The same with words in the stead of messages. */
export type Spoken<T> = T extends Message
  ? string
  : T extends Exclude<Inline, Said>
    ? SpokenInline
    : T extends object
      ? { readonly [K in keyof T]: Spoken<T[K]> }
      : T;

/** Words in a language. Of a link, a moment or a channel among them, those that are shown where there is no markup. */
export function speak(said: Said, language: Language): string {
  return typeof said === 'string' ? said : plainly(piecesOf(said, language));
}

/** A text in a language. @throws if a placeholder has no value. */
export function speakText(text: Text, language: Language): SpokenText {
  return text.flatMap((inline) => speakInline(inline, language));
}

/** Plain data with every message in it in words, and every text in spoken pieces. */
export function speakData<T>(data: T, language: Language): Spoken<T>;
export function speakData(data: unknown, language: Language): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return speakItems(data, language);
  if (isMoment(data)) return { ...data, words: formatMoment(data.at, data.zone, language) };
  const spoken: Record<string, unknown> = { ...data };
  for (const name in spoken) {
    const each = spoken[name];
    if (typeof each !== 'object') continue;
    spoken[name] = isMessage(each) ? speak(each, language) : speakData(each, language);
  }
  return spoken;
}

/** An item may become several pieces, if it is part of a text. */
function speakItems(items: readonly unknown[], language: Language): unknown[] {
  const spoken: unknown[] = [];
  for (const item of items) {
    const pieces = isMessage(item) ? piecesOf(item, language) : undefined;
    if (typeof pieces === 'object') spoken.push(...pieces);
    else spoken.push(pieces ?? speakData(item, language));
  }
  return spoken;
}

function isMoment(data: object): data is Extract<Inline, { kind: 'moment' }> {
  return 'kind' in data && data.kind === 'moment';
}

const KINDS: ReadonlySet<unknown> = new Set<Message['kind']>([
  'say',
  'phrase',
  'capital',
  'capitals',
  'inner',
  'clause',
  'printed',
  'enumeration',
  'fact',
  'count',
  'number',
  'money',
  'date',
  'clock',
  'weekday',
  'country',
]);

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'kind' in data && KINDS.has(data.kind);
}

type Pieces = string | SpokenText;

function speakInline(inline: Inline, language: Language): Pieces {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'bold':
    case 'quiet':
    case 'code':
    case 'link':
      return [{ ...inline, text: speak(inline.text, language) }];
    case 'moment':
      return [{ ...inline, words: formatMoment(inline.at, inline.zone, language) }];
    case 'channel':
    case 'member':
    case 'group':
      return [inline];
    case 'capital':
    case 'capitals':
    case 'clause':
    case 'clock':
    case 'count':
    case 'country':
    case 'date':
    case 'enumeration':
    case 'fact':
    case 'inner':
    case 'money':
    case 'number':
    case 'phrase':
    case 'printed':
    case 'say':
    case 'weekday':
      return piecesOf(inline, language);
  }
}

/** A message in its words, or in pieces where some of it is more than words. */
function piecesOf(said: Message, language: Language): Pieces {
  switch (said.kind) {
    case 'say':
      return saidIn(said, language);
    case 'phrase':
      return together(said.parts.map((part) => speakInline(part, language)));
    case 'capital':
      return capital(speak(said.of, language));
    case 'capitals':
      return speak(said.of, language).toUpperCase();
    case 'inner':
      return inner(speak(said.of, language), language);
    case 'clause':
      return speak(said.of, language).replace(/\.$/, '');
    case 'printed':
      return language === 'en' ? said.english : speak(said.other, language);
    case 'enumeration': {
      const items = said.items.map((item) => speak(item, language));
      return formatList(items, said.last, language);
    }
    case 'fact':
      return language === 'en' ? said.english : (said.others[language] ?? said.english);
    case 'count':
      return countWords(said.n, said.capital === true, language);
    case 'number':
      return formatNumber(said.n, language, said.options);
    case 'money':
      return formatMoney(said, language);
    case 'date':
      return formatDate(said, language);
    case 'clock':
      return formatClock(said, language);
    case 'weekday':
      return formatWeekday(said, language);
    case 'country':
      return formatCountry(said, language);
  }
}

function saidIn({ key, values }: Sentence, language: Language): Pieces {
  const read = readSentence(key, language);
  if (typeof read === 'string') return read;
  const spoken: Record<string, Pieces | number> = {};
  for (const name of read.names) {
    const value = values?.[name];
    if (value !== undefined) spoken[name] = speakValue(value, language);
  }
  return together(read.pieces(spoken));
}

function speakValue(value: Value, language: Language): Pieces | number {
  return typeof value === 'number' ? value : speakInline(value, language);
}

/** Pieces in one: words only are one string. */
function together(pieces: readonly Pieces[]): Pieces {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  return pieces.flat();
}

function plainly(pieces: Pieces): string {
  return typeof pieces === 'string' ? pieces : pieces.map(wordsOf).join('');
}

/** What a reader sees of a piece, without markup. */
function wordsOf(inline: SpokenInline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'moment') return inline.words;
  if (inline.kind === 'channel') return inline.name === undefined ? inline.id : `#${inline.name}`;
  return 'id' in inline ? inline.id : inline.text;
}

const IN_WORDS = [
  message('no'),
  message('one'),
  message('two'),
  message('three'),
  message('four'),
  message('five'),
  message('six'),
  message('seven'),
  message('eight'),
  message('nine'),
  message('ten'),
];

function countWords(n: number, isCapital: boolean, language: Language): string {
  const key = IN_WORDS[n];
  const words = key === undefined ? formatNumber(n, language) : speak({ kind: 'say', key }, language);
  return isCapital ? capital(words) : words;
}

/** German labels are nouns, which keep their capital. */
function inner(words: string, language: Language): string {
  // "AI" and "CV" stay what they are.
  return language === 'de' || /^\p{Lu}{2}/u.test(words)
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1);
}
