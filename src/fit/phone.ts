import { sourcesLine } from '../credits.ts';
import { LANGUAGES, type Language } from '../message/language.ts';
import type { SpokenInline } from '../message/speak.ts';
import { speak, speakData, speakText } from '../message/speak.ts';
import { plainWords, tableLines } from '../plain.ts';
import type { Said } from '../message/message.ts';
import type { Draft, ReplyNode, Text } from '../reply.ts';
import type { SpokenNode } from '../spoken.ts';

/** What a phone shows of an answer, its buttons apart: so many lines of so many letters. */
const LINES = 20;
const COLUMNS = 40;
/** A picture as wide as a phone is about half as high as its screen. */
const PICTURE = 10;

/**
 * Whether an answer is one phone screen in every language and on every place: each node is counted in the form that
 * takes most lines. So the same facts are shown whoever asks, and wherever.
 */
export function fitsPhone(draft: Draft): boolean {
  return BY_LENGTH.every((language) => fitsIn(draft, language));
}

/** The language whose words are longest first: what does not fit is mostly found out by that one alone. */
const BY_LENGTH: readonly Language[] = ['de', ...LANGUAGES.filter((language) => language !== 'de')];

/** The foot is counted only where all above it fits. */
function fitsIn({ title, lead, body = [], sources = [] }: Draft, language: Language): boolean {
  const above =
    linesOf(speak(title, language)) +
    textLines(lead, language) +
    body.reduce((sum, node) => sum + nodeLines(node, language), 0);
  if (above > LINES) return false;
  return above + linesOf(speak(sourcesLine(speakData(sources, language)), language)) <= LINES;
}

/** A blank line stands before a text, and before whatever has a title. */
function nodeLines(node: ReplyNode, language: Language): number {
  switch (node.kind) {
    case 'text':
      return 1 + titleLines(node.title, language) + textLines(node.text, language);
    case 'list': {
      const mark = node.ordered === true ? 2 + String(node.items.length).length : 2;
      const items = node.items.reduce((sum, item) => sum + textLines(item, language, mark), 0);
      return (node.title === undefined ? 0 : 1) + titleLines(node.title, language) + items;
    }
    case 'fields':
      return node.fields.reduce(
        (sum, { name, value }) => sum + titleLines(name, language) + textLines(value, language),
        0,
      );
    case 'note':
      return textLines(node.text, language);
    case 'table':
      return (
        (node.title === undefined ? 0 : 1) +
        titleLines(node.title, language) +
        tableHeight(speakData(node, language))
      );
    case 'picture':
      return PICTURE;
    case 'divider':
      return 1;
    case 'actions':
      return 0;
  }
}

/** In columns where these fit a phone, else a line a row; under a table of many pages is the line that turns them. */
function tableHeight({ columns, rows }: Extract<SpokenNode, { kind: 'table' }>): number {
  const lines = tableLines(columns, rows);
  if (lines.every((line) => line.length <= COLUMNS)) return lines.length + 1;
  return [columns, ...rows].reduce((sum, row) => sum + linesOf(row.join(' · '), 2), 1);
}

function titleLines(title: Said | undefined, language: Language): number {
  return title === undefined ? 0 : linesOf(speak(title, language));
}

/** A part of an answer is measured again and again until all of it fits: its lines by language and indent. */
const measured = new WeakMap<Text, Partial<Record<Language, number[]>>>();

function textLines(text: Text, language: Language, indent = 0): number {
  const known = measured.get(text) ?? {};
  measured.set(text, known);
  const byIndent = (known[language] ??= []);
  return (byIndent[indent] ??= linesOf(plainWords(speakText(text, language).map(shown)), indent));
}

/** Of a link its words. */
function shown(inline: SpokenInline): SpokenInline {
  return typeof inline === 'object' && inline.kind === 'link' ? inline.text || inline.url : inline;
}

/** The lines that words take where each is set in by so many letters; none where there are no words. */
function linesOf(words: string, indent = 0): number {
  if (words.trim() === '') return 0;
  const room = COLUMNS - indent;
  return words
    .trimEnd()
    .split('\n')
    .reduce((sum, line) => sum + wrapped(line, room), 0);
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of line.trim().split(/[ \t]+/)) {
    const next = used === 0 ? length : used + 1 + length;
    if (next > room && used > 0) lines += 1;
    used = next > room && used > 0 ? length : next;
    // A word longer than a line is broken wherever that ends.
    lines += Math.max(0, Math.ceil(used / room) - 1);
    used = used === 0 ? 0 : ((used - 1) % room) + 1;
  }
  return lines;
}
