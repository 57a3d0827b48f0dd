import type { SpokenBand, SpokenChart, SpokenScaled, SpokenWay } from '../chart.ts';
import { money } from '../message/figures.ts';
import type { Language } from '../message/language.ts';
import { phrase, say } from '../message/say.ts';
import { speak } from '../message/speak.ts';

/** As many names are told of one kind. */
const FEW = 6;

/** What there is to be seen in a chart, in a sentence or two; every figure stands in the same answer in words. */
export function altOf(chart: SpokenChart, language: Language): string {
  switch (chart.kind) {
    case 'bands':
    case 'compare':
      return `${chart.title} (${chart.unit}): ${names(rangesIn(chart, language), language)}.`;
    case 'map':
      return [
        `${chart.title}.`,
        ...direction(chart.into, (ways) => say('In: {ways}.', { ways }), language),
        ...direction(chart.out, (ways) => say('Out: {ways}.', { ways }), language),
      ].join(' ');
    case 'timeline': {
      const roads = chart.roads.map(({ phases }) => phases.map(({ label }) => label).join(' → '));
      return roads.length === 0 ? `${chart.title}.` : `${chart.title}: ${names(roads, language, '; ')}.`;
    }
  }
}

/** "Mid $110K–$250K": from the lowest to the highest figure of each name. */
function rangesIn({ groups, currency }: SpokenScaled, language: Language): string[] {
  const bands = groups.flatMap((group) => group.bands.filter(({ part }) => part !== true));
  const tell = (figure: number) => money(figure, currency);
  return Array.from(
    Map.groupBy(bands, ({ label }) => label),
    ([label, all]) => {
      const figures = all.flatMap(figuresOf);
      const [low, high] = [Math.min(...figures), Math.max(...figures)];
      const range = low === high ? phrase`${tell(low)}` : phrase`${tell(low)} – ${tell(high)}`;
      return speak(phrase`${label} ${range}`, language);
    },
  );
}

function figuresOf({ low, high, median }: SpokenBand): number[] {
  return [low, high, median].filter((figure) => figure !== undefined);
}

function direction(
  ways: readonly SpokenWay[],
  tell: (ways: string) => ReturnType<typeof say>,
  language: Language,
): string[] {
  if (ways.length === 0) return [];
  return [
    speak(
      tell(
        names(
          ways.map(({ label }) => label),
          language,
        ),
      ),
      language,
    ),
  ];
}

function names(all: readonly string[], language: Language, separator = ', '): string {
  const left = all.length - FEW;
  const more = left > 0 ? [speak(say('and {n} more', { n: left }), language)] : [];
  return [...all.slice(0, FEW), ...more].join(separator);
}
