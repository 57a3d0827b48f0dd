import type { SpokenBand, SpokenChart, SpokenRoad, SpokenScaled, SpokenWay } from '../chart.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';

/** No line is wider: a terminal of 80 columns, and a preformatted block on a small screen, still show it whole. */
const WIDTH = 60;
/** Columns of the scale of bands. */
const SCALE = 22;

/** A chart drawn with characters, at most 60 to a line. */
export function chartLines(chart: SpokenChart): string[] {
  return [...wrapped(chart.title, ''), ...bodyLines(chart)].map((line) => line.trimEnd());
}

function bodyLines(chart: SpokenChart): string[] {
  switch (chart.kind) {
    case 'bands':
    case 'compare':
      return scaledLines(chart);
    case 'map': {
      const { into, out, further, language = 'en' } = chart;
      return [
        ...wayLines(speak(say('Ways in'), language), into, true),
        ...wayLines(speak(say('Ways out'), language), out, false),
        ...wayLines(speak(say('Further (computed)'), language), further, false),
      ];
    }
    case 'timeline':
      return chart.roads.flatMap(roadLines);
  }
}

/** The lowest and the highest figure of a chart. */
export function extent(groups: SpokenScaled['groups']): { readonly low: number; readonly high: number } {
  const figures = groups.flatMap(({ bands }) =>
    bands.flatMap(({ low, high, median }) => [low ?? [], high ?? [], median ?? []].flat()),
  );
  return { low: Math.min(...figures), high: Math.max(...figures) };
}

function scaledLines({ unit, groups, note }: SpokenScaled): string[] {
  const { low, high } = extent(groups);
  const column = (figure: number) =>
    high === low ? 0 : Math.round(((figure - low) / (high - low)) * (SCALE - 2));
  const all = groups.flatMap(({ bands }) => bands);
  const figures = Math.min(24, Math.max(...all.map(({ words }) => words.length)));
  const room = WIDTH - SCALE - figures - 2;
  const lines = groups.flatMap(({ label, bands }) => [
    '',
    ...wrapped(label, ''),
    ...bands.flatMap((band) => bandLines(band, drawn(band, column), room)),
  ]);
  return [...wrapped(unit, ''), ...lines, ...(note === undefined ? [] : ['', ...wrapped(note, '')])];
}

/** The name, the bar, the figures; what does not fit in the name's columns goes on below. */
function bandLines({ label, detail, part, words }: SpokenBand, bar: string, room: number): string[] {
  const name = [part === true ? `+ ${label}` : label, detail].filter(Boolean).join(', ');
  const names = wrapped(name, '', room);
  const figures = wrapped(words, '', WIDTH - SCALE - room - 2);
  return Array.from({ length: Math.max(names.length, figures.length) }, (_, at) =>
    `${(names[at] ?? '').padEnd(room)} ${(at === 0 ? bar : '').padEnd(SCALE)} ${figures[at] ?? ''}`.trimEnd(),
  );
}

/** `█` is the band, `◆` its median, `▒▶` an open end. */
function drawn({ low, high, open, median }: SpokenBand, column: (figure: number) => number): string {
  const cells = Array.from({ length: SCALE }, () => ' ');
  if (low !== undefined) {
    const end = column(high ?? low);
    cells.fill('█', column(low), end + 1);
    if (open === true)
      cells.splice(
        end + (high === undefined ? 0 : 1),
        high === undefined ? 2 : 1,
        ...(high === undefined ? ['▒', '▶'] : ['▶']),
      );
  }
  if (median !== undefined) cells[column(median)] = '◆';
  return cells.join('');
}

function wayLines(title: string, ways: readonly SpokenWay[], into: boolean): string[] {
  if (ways.length === 0) return [];
  const longest = Math.min(30, Math.max(...ways.map(({ label }) => label.length)));
  const lines = ways.flatMap(({ label, words, timed }) => {
    const line = `${timed ? '━━' : '┄┄'}▶ `;
    const head = into ? `${label.padEnd(longest)} ${line}` : `${line}${label.padEnd(longest)} `;
    return wrapped(words, ' '.repeat(head.length), WIDTH, head);
  });
  return ['', title, ...lines];
}

function roadLines({ label, phases }: SpokenRoad): string[] {
  const known = phases.map(({ length }) => length ?? 0);
  const total = known.reduce((sum, length) => sum + length, 0);
  const isTimed = phases.every(({ length }) => length !== undefined);
  const scale = total === 0 ? 0 : (WIDTH - 4) / total;
  const lines = phases.flatMap(({ label: name, words, length }, at) => {
    const before = known.slice(0, at).reduce((sum, each) => sum + each, 0);
    const from = Math.round(before * scale);
    const to = Math.max(from + 1, Math.round((before + (length ?? 0)) * scale));
    return [
      ...wrapped(`${name} · ${words}`, '   ', WIDTH, `${at + 1}. `),
      ...(isTimed ? [`   ${' '.repeat(from)}${'█'.repeat(to - from)}`.slice(0, WIDTH)] : []),
    ];
  });
  return ['', ...wrapped(label, ''), ...lines];
}

/** Words in lines of at most `width`, the first after `head`, the others after `indent`. */
function wrapped(words: string, indent: string, width = WIDTH, head = indent): string[] {
  const lines = [head];
  for (const word of words
    .replace(/\s+/gu, ' ')
    .split(' ')
    .flatMap((each) => pieces(each, width - indent.length))) {
    const last = lines.at(-1) ?? '';
    const isStart = last === head || last === indent;
    if (!isStart && last.length + 1 + word.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = last + (isStart ? '' : ' ') + word;
  }
  return lines;
}

function pieces(word: string, width: number): string[] {
  return word.match(new RegExp(`.{1,${Math.max(1, width)}}`, 'gu')) ?? [''];
}
