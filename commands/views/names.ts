import type { KnowledgeBase, Level, PayBand, Priority } from '../../knowledge/index.ts';
import { inSentence, printed } from '../../src/message/figures.ts';
import { message, type Said, say } from '../../src/message/say.ts';

/** The short name of a source, as the foot of an answer has it. */
export function sourceName(id: string, knowledge: KnowledgeBase): string {
  return knowledge.sources.get(id)?.name ?? id;
}

/** A role's title; its id where the knowledge has no such role. */
export function roleTitle(id: string, knowledge: KnowledgeBase): string {
  return knowledge.roles.get(id)?.title ?? id;
}

/** Where pay is from: a country's code (ISO 3166) by its short name; the United States in English as sources have it. */
export function regionName(region: string): Said {
  if (!/^[A-Z]{2}$/.test(region)) return region;
  const country = { kind: 'country', code: region } as const;
  return region === 'US' ? printed(region, country) : country;
}

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  entry: message('Entry'),
  mid: message('Mid'),
  senior: message('Senior'),
  staff: message('Staff'),
  lead: message('Lead'),
  all: message('Whole role'),
};

/** A level of the one scale, as answers name it. */
export function levelName(level: Level): Said {
  return say(LEVEL_NAMES[level]);
}

/** A level within a sentence: "mid", "whole role". */
export function levelWord(level: Level): Said {
  return inSentence(levelName(level));
}

const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  entry: message('Entry level'),
  mid: message('Mid level'),
  senior: message('Senior level'),
  staff: message('Staff level'),
  lead: message('Lead level'),
  all: message('Whole role'),
};

/** A level before its figure, where no heading says that it is one: "Mid level". */
export function levelLabel(level: Level): Said {
  return say(LEVEL_LABELS[level]);
}

const BASIS_NAMES: Readonly<Record<PayBand['basis'], string>> = {
  base: message('base'),
  'base + equity': message('base + equity'),
  total: message('total pay'),
  advertised: message('advertised'),
  wage: message('wage'),
  unstated: message('basis not said'),
};

/** What a pay figure counts, as answers name it. */
export function basisName(basis: PayBand['basis']): Said {
  return say(BASIS_NAMES[basis]);
}

const MEDIAN_NAMES: Readonly<Record<PayBand['basis'], string>> = {
  base: message('base median'),
  'base + equity': message('base + equity median'),
  total: message('total pay median'),
  advertised: message('advertised median'),
  wage: message('median wage'),
  unstated: message('median, basis not said'),
};

/** What a middle figure counts: "median wage", "advertised median". */
export function medianName(basis: PayBand['basis']): Said {
  return say(MEDIAN_NAMES[basis]);
}

const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  essential: message('essential'),
  important: message('important'),
  recommended: message('recommended'),
  bonus: message('bonus'),
  listed: message('listed'),
};

/** How much a source makes of something, as answers say it. */
export function priorityName(priority: Priority): Said {
  return say(PRIORITY_NAMES[priority]);
}
