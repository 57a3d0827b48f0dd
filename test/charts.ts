import type { SpokenChart } from '../src/chart.ts';

/** Pay with everything a band can have: a range, a part, a median beside a range and by itself, both open ends. */
export const BANDS: Extract<SpokenChart, { kind: 'bands' | 'compare' }> = {
  kind: 'bands',
  title: 'ML Engineer · pay',
  unit: 'US, a year',
  currency: 'USD',
  groups: [
    {
      label: 'Senior',
      bands: [
        { label: 'Guide', detail: 'total pay', low: 250e3, high: 400e3, open: true, words: '$250K–$400K+' },
        { label: 'top firms', part: true, low: 500e3, high: 800e3, words: '$500K–$800K' },
        { label: 'Survey', low: 150e3, high: 210e3, median: 180e3, words: '$150K–$210K, median $180K' },
        { label: 'A register with a name too long for its column', median: 201_730, words: '$201,730' },
      ],
    },
    { label: 'Lead', bands: [{ label: 'Path', low: 400e3, open: true, words: '$400K+' }] },
  ],
  note: 'A note.',
};

export const MAP: Extract<SpokenChart, { kind: 'map' }> = {
  kind: 'map',
  title: 'ML Engineer · ways in and out',
  role: 'ML Engineer',
  into: [{ label: 'Data Engineer', words: 'about 10 months (Guide)', timed: true }],
  out: [
    { label: 'Applied Scientist', words: 'no duration documented (Path)', timed: false },
    { label: 'Data Scientist', words: 'no duration documented (Path)', timed: false },
  ],
  further: [
    { label: 'ML Platform Engineer', words: 'via Data Scientist, no duration for the whole', timed: false },
  ],
};

/** A map without ways in. */
export const NOTHING_IN: SpokenChart = { ...MAP, into: [] };

export const TIMELINE: SpokenChart = {
  kind: 'timeline',
  title: 'ML Engineer · roadmap',
  roads: [
    {
      label: 'Guide',
      phases: [
        { label: 'Foundation', length: 9, words: '9 months' },
        { label: 'Practice', length: 3, words: '3 months' },
      ],
    },
    { label: 'Path', phases: [{ label: 'Start', words: 'no duration documented' }] },
  ],
};

export const CHARTS: readonly SpokenChart[] = [BANDS, { ...BANDS, kind: 'compare' }, MAP, TIMELINE];
