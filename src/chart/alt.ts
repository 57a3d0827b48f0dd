import type { Language } from '../message/language.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import type { SpokenBand, SpokenChart } from '../chart.ts';

/** The facts of a chart in words: all that can be seen in it. */
export function altOf(chart: SpokenChart, language: Language): string {
  switch (chart.kind) {
    case 'bands':
    case 'compare': {
      const groups = chart.groups.map(({ label, bands }) => `${label}: ${bands.map(bandWords).join(', ')}.`);
      return [
        `${chart.title} (${chart.unit}).`,
        ...groups,
        ...(chart.note === undefined ? [] : [chart.note]),
      ].join(' ');
    }
    case 'map':
      return [
        `${chart.title}.`,
        ...(chart.into.length === 0
          ? []
          : [speak(say('In: {ways}.', { ways: waysInWords(chart.into) }), language)]),
        ...(chart.out.length === 0
          ? []
          : [speak(say('Out: {ways}.', { ways: waysInWords(chart.out) }), language)]),
      ].join(' ');
    case 'timeline':
      return [
        `${chart.title}.`,
        ...chart.roads.map(
          ({ label, phases }) =>
            `${label}: ${phases.map((phase, at) => `${at + 1} ${phase.label}, ${phase.words}`).join('; ')}.`,
        ),
      ].join(' ');
  }
}

function bandWords({ label, detail, words }: SpokenBand): string {
  return `${label} ${words}${detail === undefined ? '' : ` (${detail})`}`;
}

/** Ways that take the same time stand together, so that it is said once. */
function waysInWords(ways: readonly { readonly label: string; readonly words: string }[]): string {
  const groups = Map.groupBy(ways, ({ words }) => words);
  return Array.from(
    groups,
    ([words, group]) => `${group.map(({ label }) => label).join(', ')}: ${words}`,
  ).join('; ');
}
