import type { Inline, Said, Values } from '../message/message.ts';
import { numeral } from '../message/figures.ts';
import { joined, phrase, say } from '../message/say.ts';
import { storeSaid } from '../message/stored.ts';
import { channel } from '../reply.ts';
import type { Queries } from './database.ts';
import sentences from './kept-sentences.json' with { type: 'json' };

/** Where sentences of ours were kept as English words, before messages were. */
const COLUMNS = [
  ['rolecall_targets', 'reason'],
  ['rolecall_occurrences', 'reason'],
  ['rolecall_steps', 'reason'],
  ['rolecall_attempts', 'detail'],
  ['rolecall_notices', 'sentence'],
] as const;

/**
 * Turns the words that earlier versions kept into messages, once: the sentences they knew stand in `kept-sentences.json`.
 * What is none of them, such as a place's own words, is kept as a fact.
 */
export async function keepMessages(queries: Queries): Promise<void> {
  for (const [table, column] of COLUMNS) {
    const rows = await queries.rows<{ words: string }>(
      `SELECT DISTINCT ${column} AS words FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    for (const { words } of rows)
      await queries.rows(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [
        words,
        storeSaid(messageIn(words)),
      ]);
  }
}

/** A sentence with what stood between its words. */
interface Pattern {
  readonly key: string;
  readonly pattern: RegExp;
}

/** Those with most letters of their own first: "Paused: {reason}" would also be found in another. */
const PATTERNS: readonly Pattern[] = sentences
  .toSorted((a, b) => letters(b) - letters(a))
  .map((key) => ({ key, pattern: patternOf(key) }));

function letters(key: string): number {
  return key.replace(/\{\w+\}/g, '').length;
}

/** A value that stands twice in a sentence has the same words in both places. */
function patternOf(key: string): RegExp {
  const parts = key.split(/\{(\w+)\}/);
  const source = parts.map((part, at) => {
    if (at % 2 === 0) return RegExp.escape(part);
    return isNameBefore(parts, part, at) ? `\\k<${part}>` : `(?<${part}>.*?)`;
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

function isNameBefore(parts: readonly string[], name: string, at: number): boolean {
  return parts.some((part, earlier) => earlier < at && earlier % 2 === 1 && part === name);
}

/** The message that words were made of; the words themselves where they are none of ours. */
function messageIn(words: string): Said {
  for (const { key, pattern } of PATTERNS) {
    const found = pattern.exec(words);
    if (found !== null) return found.groups === undefined ? say(key) : say(key, valuesIn(found.groups));
  }
  return words;
}

function valuesIn(groups: Readonly<Record<string, string>>): Values {
  const values = Object.entries(groups).map(([name, words]) => [name, valueOf(name, words)] as const);
  return Object.fromEntries(values);
}

/** What was told without its kind: a target as `chat:C1`, hours with a point, permissions in quotation marks. */
function valueOf(name: string, words: string): Inline {
  if (name === 'channel' && words.includes(':')) return channel(words.slice(words.indexOf(':') + 1));
  if (name === 'hours' && /^\d+\.\d$/.test(words)) return numeral(Number(words), ONE_DIGIT);
  if (name === 'names') return joined(words.split(', ').map(named), ', ');
  const said = messageIn(words);
  if (name !== 'answer' || typeof said !== 'string') return said;
  // It stood in brackets without its full stop.
  const whole = messageIn(`${words}.`);
  return typeof whole === 'string' ? said : { kind: 'clause', of: whole };
}

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** The name of a permission, which the catalogue has. */
function named(words: string): Said {
  return phrase`"${say(words.replace(/^"|"$/g, ''))}"`;
}
