import type { KnowledgeBase, Level, PayBand } from '../../knowledge/index.ts';
import { amount } from '../../src/message/figures.ts';
import { phrase, type Said, say, sayText } from '../../src/message/say.ts';
import { code, type Text } from '../../src/reply.ts';
import { basisName, levelWord, sourceName } from '../views/names.ts';
import { join, span } from '../views/format.ts';
import { type Scale, typicalBands } from '../views/pay.ts';
import { medianText, tellingMedians } from '../views/pay-medians.ts';
import type { View } from './views.ts';

/** The sentence that answers: how pay goes, or how the figures of a view are to be read. */
export function leadOf(view: View, scales: readonly Scale[], knowledge: KnowledgeBase): Text {
  const [scale] = scales;
  if (view === 'factors' || scale === undefined) return [say('What the sources say makes the difference.')];
  if (view === 'spread')
    return [say('Of a hundred figures, ten are below p10, half below the median, ten above p90.')];
  if (view === 'why')
    return [
      say(
        'Sources count different things, draw levels differently and are of different dates. Each figure stands as its source gives it; none is blended.',
      ),
    ];
  return scales.length > 1
    ? [say('{Words} markets, each on its own scale.', amount(scales.length))]
    : rangeText(scale, knowledge);
}

/** "Four sources; at mid level they range from $110K to $250K. Three more give medians." */
export function rangeText(scale: Scale, knowledge: KnowledgeBase): Text {
  const { level, bands } = typicalBands(scale);
  const range = span(bands);
  const [first] = bands;
  if (first === undefined || range === undefined) return medianWords(scale, knowledge);
  const ranges = sourcesOf(scale.bands.filter(({ low }) => low !== undefined));
  const more = sourcesOf(scale.bands) - ranges;
  return [
    ...(ranges > 1 ? severalText(ranges, level, range) : oneText(first, range.words, knowledge)),
    ...(more === 0 ? [] : [phrase` ${moreMedians(more)}`]),
  ];
}

function sourcesOf(bands: readonly PayBand[]): number {
  return new Set(bands.map(({ source }) => source)).size;
}

function severalText(sources: number, level: Level, range: { from: Said; to: Said }): Text {
  const ends = { from: code(range.from), to: code(range.to) };
  if (level === 'all')
    return sayText('{Words} sources; for the whole role they range from {from} to {to}.', {
      ...amount(sources),
      ...ends,
    });
  return sayText('{Words} sources; at {level} level they range from {from} to {to}.', {
    ...amount(sources),
    level: levelWord(level),
    ...ends,
  });
}

function oneText({ source, level, basis }: PayBand, range: Said, knowledge: KnowledgeBase): Text {
  const values = {
    range: code(range),
    source: sourceName(source, knowledge),
    basis: basisName(basis),
  };
  return level === 'all'
    ? sayText('{range} for the whole role ({source}); {basis}.', values)
    : sayText('{range} at {level} level ({source}); {basis}.', { ...values, level: levelWord(level) });
}

function moreMedians(sources: number): Said {
  return say('{n, plural, one {One more gives medians} other {{Words} more give medians}}.', amount(sources));
}

/** Where no source gives a range: medians of the whole role, each by its name and never put together. */
function medianWords({ bands }: Scale, knowledge: KnowledgeBase): Text {
  const sources = amount(sourcesOf(bands));
  const medians = tellingMedians(bands);
  if (medians.length === 0)
    return [
      say(
        '{n, plural, one {One source} other {{Words} sources}}, of too few observations for a headline.',
        sources,
      ),
    ];
  return [
    ...join(
      medians.map((group, at) => medianText(group, at === 0, knowledge)),
      '; ',
    ),
    '.',
  ];
}
