import type { Level, PayBand } from '../../knowledge/linked.ts';
import type { Said } from '../../src/message/message.ts';
import { message, say } from '../../src/message/say.ts';
import { inSentence } from '../../src/message/figures.ts';

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
