import { describe, expect, test } from 'vitest';
import { altOf } from '../../src/chart/alt.ts';
import { chartLines } from '../../src/chart/lines.ts';
import { BANDS, CHARTS, MAP, TIMELINE } from '../charts.ts';

describe('a chart in words', () => {
  test('says in a sentence how far the figures of each name reach', () => {
    expect(altOf(BANDS, 'en')).toBe(
      'ML Engineer · pay (US, a year): Guide $250K – $400K, Survey $150K – $210K, ' +
        'A register with a name too long for its column $201,730, Path $400K.',
    );
  });

  test('ways are told by name, those that follow are counted', () => {
    expect(altOf(MAP, 'en')).toBe(
      'ML Engineer · ways in and out. In: Data Engineer. Out: Applied Scientist, Data Scientist.',
    );
    const many = Array.from({ length: 9 }, (_, at) => ({ label: `R${at}`, words: 'w', timed: false }));
    expect(altOf({ ...MAP, out: many }, 'en')).toContain('R4, R5, and 3 more.');
  });

  test('phases follow each other', () => {
    expect(altOf(TIMELINE, 'en')).toBe('ML Engineer · roadmap: Foundation → Practice; Start.');
  });
});

describe('a chart in characters', () => {
  test.each(CHARTS)('of $kind: no line is wider than 60', (chart) => {
    expect(Math.max(...chartLines(chart).map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('a band further right is higher, an open one has an arrow, a median a diamond', () => {
    const lines = chartLines(BANDS);
    const of = (name: string) => lines.find((line) => line.startsWith(name)) ?? '';
    expect(of('Survey').indexOf('█')).toBeLessThan(of('Guide').indexOf('█'));
    expect(of('Guide')).toMatch(/█▶/);
    expect(of('Path')).toMatch(/▶/);
    expect(of('+ top firms')).not.toMatch(/▶/);
    expect(of('Survey')).toMatch(/◆/);
  });

  test('a phase begins where the one before it ends', () => {
    const [first = '', second = ''] = chartLines(TIMELINE).filter((line) => line.includes('█'));
    expect(second.indexOf('█')).toBe(first.lastIndexOf('█') + 1);
    expect(first.split('█').length - 1).toBe(3 * (second.split('█').length - 1));
  });

  test('a way without a documented duration has a broken line', () => {
    const lines = chartLines(MAP);
    expect(lines.find((line) => line.startsWith('Data Engineer'))).toMatch(/━━▶/);
    expect(lines.find((line) => line.includes('Applied Scientist'))).toMatch(/^┄┄▶/);
  });
});
