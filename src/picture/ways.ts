import type { SpokenChart, SpokenWay } from '../chart.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import type { Language } from '../message/language.ts';
import type { Type } from './look.ts';
import { COLOURS, EDGE, TYPE, WIDTH } from './look.ts';
import { heightOf, wrap } from './measure.ts';
import type { Drawing, Shape } from './shapes.ts';
import { boxShape, textShape, titleShapes } from './shapes.ts';

/** The columns: ways in on the left, the role in the middle, ways out on the right. */
const SIDE = 122;
const PAD = 8;
const GAP = 8;
const BETWEEN_NAMES = 3;
const MIDDLE = { left: EDGE + SIDE + 18, width: WIDTH - 2 * (EDGE + SIDE + 18) };

/** Ways that take the same time by the same word, in one box. */
interface Box {
  readonly timed: boolean;
  /** The lines of each name. */
  readonly names: readonly (readonly string[])[];
  readonly words: readonly string[];
  readonly y: number;
  readonly height: number;
}

/** A role with what leads to it and where it leads; a dashed line where no source says how long it takes. */
export function drawMap({
  title,
  into,
  out,
  further,
  role,
  language = 'en',
}: Extract<SpokenChart, { kind: 'map' }>): Drawing {
  const head = titleShapes(title);
  const labels = head.bottom + heightOf(1, TYPE.heading) + 6;
  const columns = [stack(into, labels), stack(out, labels)];
  const height = Math.max(48, ...columns.map((boxes) => endOf(boxes) - labels));
  const [left = [], right = []] = columns.map((boxes) => centred(boxes, labels, height));
  const y = labels + height / 2;
  const beyond = furtherShapes(further, { from: y, top: labels + height + GAP }, language);
  return {
    height: Math.ceil(beyond.bottom + EDGE),
    shapes: [
      ...head.shapes,
      heading(
        speak(into.length === 0 ? say('Ways in: none documented') : say('Ways in'), language),
        into,
        'left',
        head.bottom,
      ),
      heading(
        speak(out.length === 0 ? say('Ways out: none documented') : say('Ways out'), language),
        out,
        'right',
        head.bottom,
      ),
      ...left.flatMap((box) => [...link(box, 'left', y), ...boxShapes(box, EDGE)]),
      ...right.flatMap((box) => [...link(box, 'right', y), ...boxShapes(box, WIDTH - EDGE - SIDE)]),
      ...beyond.shapes,
      ...middle(role, y),
    ],
  };
}

function heading(words: string, ways: readonly SpokenWay[], align: 'left' | 'right', y: number): Shape {
  const x = align === 'left' ? EDGE : WIDTH - EDGE;
  const type = ways.length === 0 ? TYPE.small : TYPE.heading;
  return textShape([words], type, { x, y, align, colour: COLOURS.quiet });
}

/** Boxes below each other from `top` on, each as high as its words. */
function stack(ways: readonly SpokenWay[], top: number): Box[] {
  const boxes: Box[] = [];
  for (const [said, group] of Map.groupBy(ways, ({ words }) => words)) {
    const y = boxes.length === 0 ? top : endOf(boxes) + GAP;
    const names = group.map(({ label }) => wrap(label, TYPE.heading, SIDE - 2 * PAD));
    const words = wrap(said, TYPE.small, SIDE - 2 * PAD);
    const height = below(names) + heightOf(words.length, TYPE.small) + 2 * PAD - 2;
    boxes.push({ timed: group.every(({ timed }) => timed), names, words, y, height });
  }
  return boxes;
}

/** How high so many names stand. */
function below(names: Box['names']): number {
  return names.reduce((sum, lines) => sum + heightOf(lines.length, TYPE.heading) + BETWEEN_NAMES, 0);
}

function endOf(boxes: readonly Box[]): number {
  const last = boxes.at(-1);
  return last === undefined ? 0 : last.y + last.height;
}

function centred(boxes: readonly Box[], top: number, height: number): Box[] {
  const down = boxes.length === 0 ? 0 : Math.floor((height - (endOf(boxes) - top)) / 2);
  return boxes.map((box) => ({ ...box, y: box.y + down }));
}

function boxShapes({ timed, names, words, y, height }: Box, x: number): Shape[] {
  const top = y + PAD - 1;
  return [
    boxShape({ x, y, width: SIDE, height }, COLOURS.box, 6),
    ...names.map((lines, at) =>
      textShape(lines, TYPE.heading, { x: x + PAD, y: top + below(names.slice(0, at)) }),
    ),
    textShape(words, TYPE.small, {
      x: x + PAD,
      y: top + below(names),
      colour: timed ? COLOURS.accent : COLOURS.quiet,
    }),
  ];
}

/** From a box to the role, or from the role to a box, with an arrow at its end. */
function link({ timed, y, height }: Box, side: 'left' | 'right', middleY: number): Shape[] {
  const at = y + height / 2;
  const [x1, x2] =
    side === 'left' ? [EDGE + SIDE, MIDDLE.left - 2] : [MIDDLE.left + MIDDLE.width, WIDTH - EDGE - SIDE - 2];
  const [from, to] = side === 'left' ? [at, middleY] : [middleY, at];
  const stroke = timed ? COLOURS.accent : COLOURS.quiet;
  const head = [
    [x2 - 5, to - 4],
    [x2, to],
    [x2 - 5, to + 4],
  ] as const;
  return [
    {
      kind: 'line',
      points: [
        [x1, from],
        [x2, to],
      ],
      stroke,
      width: 1.5,
      dashed: !timed,
      bent: true,
    },
    { kind: 'line', points: head, stroke, width: 1.5 },
  ];
}

/** What two moves reach, in a box below that a broken line leads to. */
function furtherShapes(
  ways: readonly SpokenWay[],
  { from, top }: { readonly from: number; readonly top: number },
  language: Language,
): { readonly shapes: Shape[]; readonly bottom: number } {
  if (ways.length === 0) return { shapes: [], bottom: top - GAP };
  const width = WIDTH - 2 * EDGE;
  const shapes: Shape[] = [];
  let y = top + GAP + PAD;
  const write = (words: string, type: Type, colour: string): void => {
    const lines = wrap(words, type, width - 2 * PAD);
    shapes.push(textShape(lines, type, { x: EDGE + PAD, y, colour }));
    y += heightOf(lines.length, type) + BETWEEN_NAMES;
  };
  write(speak(say('Further (computed)'), language), TYPE.small, COLOURS.quiet);
  for (const [words, group] of Map.groupBy(ways, (way) => way.words)) {
    write(group.map(({ label }) => label).join(' · '), TYPE.heading, COLOURS.text);
    write(words, TYPE.small, COLOURS.quiet);
  }
  const bottom = y + PAD - BETWEEN_NAMES;
  const [x, end] = [WIDTH / 2, top + GAP];
  const down = {
    kind: 'line',
    points: [
      [x, from],
      [x, end],
    ],
    stroke: COLOURS.quiet,
    width: 1.5,
    dashed: true,
  } as const;
  return {
    shapes: [down, boxShape({ x: EDGE, y: end, width, height: bottom - end }, COLOURS.box, 6), ...shapes],
    bottom,
  };
}

function middle(role: string, y: number): Shape[] {
  const lines = wrap(role, TYPE.heading, MIDDLE.width - 8);
  const height = heightOf(lines.length, TYPE.heading) + 2 * PAD;
  const top = y - height / 2;
  return [
    boxShape({ x: MIDDLE.left, y: top, width: MIDDLE.width, height }, COLOURS.accent, 6),
    textShape(lines, TYPE.heading, {
      x: WIDTH / 2,
      y: top + PAD,
      align: 'center',
      colour: COLOURS.card,
    }),
  ];
}
