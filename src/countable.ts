import type { KnowledgeBase } from '../knowledge/index.ts';
import type { Command, Option } from './command.ts';
import type { CountKind } from './community/counts.ts';
import type { Invocation, Place } from './invocation.ts';
import type { Ask, Reply } from './reply.ts';

/** The most characters of a question that are counted. */
export const MAX_COUNTED = 80;
/** Longer questions are read up to here, less the word that is cut. */
const MAX_READ = 1_000;
const FIRST = new RegExp(`^.{0,${MAX_COUNTED}}`, 'su');

/** What may tell who asks, or of whom: all of it is left out of what is counted. */
const PERSONAL: readonly RegExp[] = [
  // Ids as places write them, such as <@U12345>.
  /<[^<>]*>/g,
  // E-mail addresses and mentions, of channels too.
  /\S*@\S*|(?<!\S)#\S+/g,
  // Addresses of pages, with or without their scheme. Names of technologies that look like one stay.
  /[\p{L}][\p{L}\d+.-]*:\/\/\S*/gu,
  /(?<![\p{L}\d.-])(?!(?:asp|vb|ml)\.net\b|[\p{L}\d]+\.js\b)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/:?#]\S*)?/gu,
  // Numbers of six digits or more, however they are grouped: telephones, accounts, ids.
  /\+?\p{Nd}(?:[\s().,/_-]*\p{Nd}){5,}/gu,
];

/** A text without what may tell of a person: ids, addresses, mentions, long numbers. */
export function withoutPersonal(words: string): string {
  return PERSONAL.reduce((text, personal) => text.replace(personal, ' '), words);
}

/** The words of a question as they are counted, without what may tell of a person; null where nothing else is left. */
export function countable(typed: string): string | null {
  const read = typed.length > MAX_READ ? typed.slice(0, MAX_READ).replace(/\S*$/, '') : typed;
  // One letter may become eighteen.
  const normal = read.toWellFormed().normalize('NFKC').slice(0, MAX_READ);
  const plain = normal.replace(/\p{C}/gu, ' ').toLowerCase();
  const words = tidy(withoutPersonal(plain));
  const clipped = tidy(FIRST.exec(words)?.[0] ?? '');
  return /\p{L}/u.test(clipped) ? clipped : null;
}

/** Single spaces, and no marks around the words. "c++" and "c#" keep theirs. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+/u, '')
    .replace(/[\s?!.,;:'"“”‘’()[\]{}/-]+$/u, '');
}

/** The community whose questions are counted, as schedules name it; null for a direct message and the command line. */
function communityOf({ on, community, channel, direct }: Place): string | null {
  if (on === undefined || direct === true || (community === null && channel !== null)) return null;
  return `${on}:${community ?? ''}`;
}

/** What an answer adds to the counts of a community. */
export interface Countable {
  readonly community: string;
  readonly kind: CountKind;
  readonly name: string;
}

/**
 * What to count of an answer: the role it is about, or the words it knows nothing like. Null for another page of it or
 * a repeat, for what only the asker may ever see, and in direct messages.
 */
export function countableIn(
  reply: Reply,
  { invocation, command }: { readonly invocation: Invocation; readonly command: Command },
  { knowledge, commands }: { readonly knowledge: KnowledgeBase; readonly commands: readonly Command[] },
): Countable | null {
  const community = communityOf(invocation.place);
  const { tone, ask, match } = reply;
  if (community === null || ask === null || ask.page !== undefined || invocation.again === true) return null;
  if (!command.shareable || command.managersOnly === true) return null;
  // A sentence that is answered by asking what was meant was not read either.
  if (tone === 'miss' || (tone === 'question' && takesSentence(command))) {
    const name = countable(missedWords(ask, knowledge, commands));
    return name === null ? null : { community, kind: 'missed', name };
  }
  const isRole = match !== null && 'id' in match && knowledge.roles.get(match.id) !== undefined;
  return tone === 'answer' && isRole ? { community, kind: 'asked', name: match.id } : null;
}

function takesSentence({ options }: Command): boolean {
  return Object.values(options).some((option) => 'line' in option && option.line);
}

/** The words that nothing is known about: what the question is about, without the names that are known. */
function missedWords(ask: Ask, knowledge: KnowledgeBase, commands: readonly Command[]): string {
  const options = Object.entries(commands.find(({ name }) => name === ask.command)?.options ?? {});
  const said = options.flatMap(([name, option]) => (isSubject(option) ? (ask.values[name] ?? []) : []));
  const unknown = said.length < 2 ? said : said.filter((words) => !isKnown(words, knowledge));
  return (unknown.length > 0 ? unknown : said).join(' ');
}

/** What a member can do already, and the like, is nobody's business. */
function isSubject(option: Option): boolean {
  return option.kind === 'role' || (option.kind === 'words' && option.required === true);
}

function isKnown(words: string, { roles }: KnowledgeBase): boolean {
  return ['exact', 'close'].includes(roles.find(words).match.kind);
}
