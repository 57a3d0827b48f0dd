import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SpokenChart } from '../../src/chart.ts';
import { chartLines } from '../../src/chart/lines.ts';
import type { Language } from '../../src/message/language.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { axisOf } from '../../src/picture/axis.ts';
import { drawingOf } from '../../src/picture/drawing.ts';
import { WIDTH } from '../../src/picture/look.ts';
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
];

/** The charts of those answers for a reader of a language. */
async function chartsIn(language: Language): Promise<SpokenChart[]> {
  const replies = await Promise.all(QUESTIONS.map((line) => bot.ask(line, language)));
  return replies.flatMap(({ body }) => body.flatMap((node) => (node.kind === 'picture' ? [node.chart] : [])));
}

interface TextShape {
  readonly x: number;
  readonly y: number;
  readonly style: { readonly text: string; readonly font: string; readonly align: string };
}

const isText = (shape: Shape): boolean => shape.type === 'text';

/** The words of a drawing that stand out over the edge of the card. */
function cutOff({ shapes, height }: Drawing): string[] {
  const texts = shapes.filter(isText) as unknown as TextShape[];
  return texts.flatMap(({ x, y, style: { text, font, align } }) => {
    const size = Number.parseFloat(font.slice(4));
    const width = Math.max(
      ...text.split('\n').map((line) => widthOf(line, { size, strong: font.startsWith('600') })),
    );
    const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
    return left < 0 || left + width > WIDTH || y < 0 || y + size > height ? [text] : [];
  });
}

describe('a picture in the language of who asks', () => {
  test.each(LANGUAGES)('in %s nothing is cut off, and a phone shows it whole', async (language) => {
    const charts = await chartsIn(language);
    expect(new Set(charts.map(({ kind }) => kind)).size).toBe(4);
    for (const drawing of charts.map(drawingOf)) {
      expect(cutOff(drawing)).toEqual([]);
      expect(drawing.height).toBeLessThanOrEqual(600);
    }
  });

  test.each(LANGUAGES)('in %s no line of characters is wider than 60', async (language) => {
    const lines = (await chartsIn(language)).flatMap(chartLines);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test.each([
    ['en', ['$0', '$250K', '$1.25M']],
    ['de', ['0 $', '250.000 $', '1.250.000 $']],
    ['es', ['0 US$', '250.000 US$', '1.250.000 US$']],
    ['pt-BR', ['US$ 0', 'US$ 250.000', 'US$ 1.250.000']],
  ] as const)('the scale has its sums as %s writes them', (language, sums) => {
    const { option } = axisOf({ ...BANDS, language });
    const { axisLabel } = option as { axisLabel: { formatter: (figure: number) => string } };
    const said = [0, 250_000, 1_250_000].map((figure) => axisLabel.formatter(figure));
    expect(said.map((sum) => sum.replaceAll('\u00a0', ' '))).toEqual(sums);
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
