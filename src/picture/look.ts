/** Logical pixels: as wide as a phone shows. Drawn at twice that. */
export const WIDTH = 400;
export const DENSITY = 2;
export const EDGE = 14;

/** One card of its own colour, so that it can be read in a dark place and in a light one. */
export const COLOURS = {
  card: '#1e2430',
  line: '#323b4b',
  box: '#2a3242',
  text: '#f1f4f9',
  quiet: '#b4bfd0',
  accent: '#7cb7ff',
} as const;

/** Told apart by their lightness too, as far as eight can be; every band has its name beside it all the same. */
const PALETTE = ['#7cb7ff', '#ffb454', '#7ddf9a', '#f58ec0', '#c9a6ff', '#5fd6d6', '#ffe27a', '#ff8f7a'];

/** Every colour that is drawn with. */
export const ALL_COLOURS: readonly string[] = [...new Set([...Object.values(COLOURS), ...PALETTE])];

/** One colour for each label, in the order they first appear. */
export function coloursFor(labels: readonly string[]): (label: string) => string {
  const known = [...new Set(labels)];
  return (label) => PALETTE[known.indexOf(label) % PALETTE.length] ?? COLOURS.accent;
}

/** How words are set. Sizes are in logical pixels. */
export interface Type {
  readonly size: number;
  readonly strong?: boolean;
}

export const TYPE = {
  title: { size: 16, strong: true },
  heading: { size: 12.5, strong: true },
  label: { size: 12 },
  small: { size: 11 },
  tick: { size: 10 },
} as const satisfies Record<string, Type>;

export const LINE_HEIGHT = 1.25;

/** A font as a canvas takes it. */
export function fontOf({ size, strong }: Type): string {
  return `${strong === true ? '600' : '400'} ${size}px Inter`;
}
