import { isAbsolute, join, relative } from 'node:path';
import { HAND_PACK, MADE_PACK } from '../../knowledge/built-in.ts';
import type { Citation, KnowledgeBase } from '../../knowledge/index.ts';
import { isRecord } from '../../knowledge/record.ts';
import { clipWords } from '../../src/fit/clip.ts';
import { plainText } from '../../src/plain.ts';
import { type CitedFact, citedFacts } from '../why/cited.ts';
import { citedText } from '../why/cited-text.ts';

/** A place in the data that a report may be about. */
export interface DataPlace {
  /** The file and line, as editors open it: `knowledge/data/roles/sre/decipheru.yaml:47`. */
  readonly at: string;
  /** What the fact that stands there says. */
  readonly says: string;
  /** The file for the right fact, where that line is made anew by `npm run pack`: what stands there overrides it. */
  readonly correctIn?: string;
}

const MOST_SAID = 200;

/**
 * Where the facts stand that an answer rests on. Where a report names figures, those facts alone that have most of these:
 * "not $195K" is about the fact with a field of 195000.
 */
export function placesOf(
  evidence: readonly Citation[],
  words: string,
  knowledge: KnowledgeBase,
): DataPlace[] {
  const facts = citedFacts(evidence, knowledge);
  const figures = figuresIn(words);
  const shared = facts.map(({ fact }) => figures.intersection(numbersIn(fact)).size);
  const most = Math.max(0, ...shared);
  return facts.filter((_, at) => shared[at] === most).map((fact) => placeOf(fact, knowledge));
}

function placeOf(cited: CitedFact, knowledge: KnowledgeBase): DataPlace {
  const { ref, line } = cited;
  const file = shown(ref.file);
  const says = plainText(citedText(cited, knowledge), 'en').replace(/\s+/g, ' ');
  const place = { at: line === undefined ? file : `${file}:${line}`, says: clipWords(says, MOST_SAID) };
  return ref.pack === MADE_PACK ? { ...place, correctIn: shown(correctionOf(ref.file)) } : place;
}

/** Where a correction of a made file stands: in the same place among what people write. */
function correctionOf(file: string): string {
  return join(HAND_PACK, relative(MADE_PACK, file));
}

/** A file as it is named from here, where it lies below. */
function shown(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? file : fromHere;
}

/** The numbers that stand in the fields of a fact. */
function numbersIn(value: unknown): ReadonlySet<number> {
  if (typeof value === 'number') return new Set([value]);
  const parts = isRecord(value) || Array.isArray(value) ? Object.values(value) : [];
  return new Set(parts.flatMap((part) => [...numbersIn(part)]));
}

/** The figures that a member wrote: "$195K", "195,000" and "195.000 $" are 195000. */
function figuresIn(words: string): ReadonlySet<number> {
  const found = words.toLowerCase().matchAll(/(\d+(?:[.,]\d+)*)(k\b)?/g);
  return new Set(
    Array.from(found, ([, figure = '', thousand]) => numberIn(figure) * (thousand === undefined ? 1 : 1000)),
  );
}

/** A mark before three digits groups them, whatever the language. */
function numberIn(figure: string): number {
  return Number(figure.replaceAll(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'));
}
