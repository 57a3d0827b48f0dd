import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SpokenChart } from '../../src/chart.ts';
import { chartLines } from '../../src/chart/lines.ts';
import type { Language } from '../../src/message/language.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { axisOf } from '../../src/picture/axis.ts';
import { drawingOf } from '../../src/picture/drawing.ts';
import { TYPE, WIDTH } from '../../src/picture/look.ts';
import { widthOf } from '../../src/picture/measure.ts';
import { createPictures } from '../../src/picture/pictures.ts';
import type { Drawing, Shape } from '../../src/picture/shapes.ts';
import { speakChart } from '../../src/spoken.ts';
import { BANDS, MAP, NOTHING_IN } from '../charts.ts';
import type { Talk } from '../commands/talk.ts';
import { talk } from '../commands/talk.ts';

const pictures = createPictures();
afterAll(() => pictures.close());

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** A phone shows so much of a picture that is as wide as it is. */
const SCREEN = 700;

/** Answers with a picture: long names, many sources, several occupations, four roles. */
const QUESTIONS = [
  '/salary ml-engineer view:picture',
  '/salary ml-engineer view:picture level:senior',
  '/salary security-analyst view:picture',
  '/compare ml-engineer vs data-scientist view:picture',
  '/compare first:sre second:qa-engineer third:ux-designer fourth:data-analyst view:picture',
  '/compare first:cio second:ciso view:picture',
  '/transition ml-engineer view:picture',
  '/roadmap ml-engineer view:picture',
  '/plan ml-engineer view:picture',
  '/plan frontend-developer from:teacher hours-per-week:8 view:picture',
  '/ladder ml-engineer view:picture',
  '/ladder cio view:picture',
];

/** The charts of those answers for a reader of a language. */
async function chartsIn(language: Language): Promise<SpokenChart[]> {
  const replies = await Promise.all(QUESTIONS.map((line) => bot.ask(line, language)));
  return replies.flatMap(({ body }) => body.flatMap((node) => (node.kind === 'picture' ? [node.chart] : [])));
}

type TextShape = Extract<Shape, { kind: 'text' }>;

const isText = (shape: Shape): shape is TextShape => shape.kind === 'text';

/** The words of a drawing that stand out over the edge of the card. */
function cutOff({ shapes, height }: Drawing): string[] {
  return shapes.filter(isText).flatMap(({ lines, type, x, y, align }) => {
    const width = Math.max(...lines.map((line) => widthOf(line, type)));
    const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
    return left < 0 || left + width > WIDTH || y < 0 || y + type.size > height ? [lines.join(' ')] : [];
  });
}

describe('a picture in the language of who asks', () => {
  test.each(LANGUAGES)('in %s nothing is cut off, and a phone shows it whole', async (language) => {
    const charts = await chartsIn(language);
    expect(new Set(charts.map(({ kind }) => kind)).size).toBe(4);
    for (const drawing of charts.map(drawingOf)) {
      expect(cutOff(drawing)).toEqual([]);
      expect(drawing.height).toBeLessThanOrEqual(SCREEN);
    }
  });

  test.each(LANGUAGES)('in %s no line of characters is wider than 60', async (language) => {
    const lines = (await chartsIn(language)).flatMap(chartLines);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test.each([
    ['en', ['$200K', '$400K', '$600K', '$800K']],
    ['de', ['200.000 $', '400.000 $', '600.000 $', '800.000 $']],
    ['es', ['200.000 US$', '400.000 US$', '600.000 US$', '800.000 US$']],
    ['pt-BR', ['US$ 200.000', 'US$ 400.000', 'US$ 600.000', 'US$ 800.000']],
  ] as const)('the scale has its sums as %s writes them', (language, sums) => {
    const { marks } = axisOf({ ...BANDS, language }, { left: 0, right: WIDTH });
    expect(marks.map(({ words }) => words.replaceAll('\u00a0', ' '))).toEqual(sums);
  });

  test('a scale runs from the lowest figure to the highest, and its marks do not touch', () => {
    const { x, marks } = axisOf({ ...BANDS, language: 'es' }, { left: 100, right: 220 });
    expect([x(150e3), x(800e3)]).toEqual([100, 220]);
    expect(marks.length).toBeGreaterThan(1);
    const widths = marks.map(({ words }) => widthOf(words, TYPE.tick));
    const gaps = marks.slice(1).map((mark, at) => mark.x - (marks[at]?.x ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(Math.max(...widths));
  });

  test('a pay picture has every level of every source, a heading a source', async () => {
    const reply = await bot.ask('/salary ml-engineer view:picture');
    const [first] = reply.body.flatMap((node) => (node.kind === 'picture' ? [node] : []));
    const chart = first?.chart;
    if (chart?.kind !== 'bands') throw new Error('There is no picture of pay.');
    const labels = new Set(chart.groups.flatMap(({ bands }) => bands.map(({ label }) => label)));
    expect([...labels]).toEqual(expect.arrayContaining(['Entry', 'Mid', 'Senior', 'Staff', 'Lead']));
    expect(chart.note ?? '').not.toContain('Not drawn');
    expect(first?.alt.length).toBeLessThan(250);
  });

  test('the words that drawing adds are in the language of the others', () => {
    const german = speakChart(NOTHING_IN, 'de');
    const words = drawingOf(german).shapes.filter(isText);
    expect(JSON.stringify(words)).toContain('Wege hinein: keiner dokumentiert');
    expect(chartLines(german)).toContain('Wege hinaus');
  });

  test('each language has its own picture, kept by itself', async () => {
    const [english, german, again] = await Promise.all([
      pictures.draw(MAP, 'en'),
      pictures.draw(MAP, 'de'),
      pictures.draw(MAP, 'de'),
    ]);
    expect(german).toBe(again);
    expect(german.name).not.toBe(english.name);
    expect(Buffer.from(german.png).equals(Buffer.from(english.png))).toBe(false);
    expect(german.png.length).toBeLessThan(100_000);
  });
});
