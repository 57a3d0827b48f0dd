import { describe, expect, test } from 'vitest';
import { altOf } from '../../src/chart/alt.ts';
import { chartLines } from '../../src/chart/lines.ts';
import { BANDS, CHARTS, MAP, TIMELINE } from '../charts.ts';

describe('a chart in words', () => {
  test('says every figure, with whose it is and what it counts', () => {
    expect(altOf(BANDS, 'en')).toBe(
      'ML Engineer · pay (US, a year). ' +
        'Senior: Guide $250K–$400K+ (total pay), top firms $500K–$800K, Survey $150K–$210K, median $180K, ' +
        'A register with a name too long for its column $201,730. Lead: Path $400K+. A note.',
    );
  });

  test('ways that take the same time are told together', () => {
    expect(altOf(MAP, 'en')).toBe(
      'ML Engineer · ways in and out. In: Data Engineer: about 10 months (Guide). ' +
        'Out: Applied Scientist, Data Scientist: no duration documented (Path).',
    );
  });

  test('phases are numbered', () => {
    expect(altOf(TIMELINE, 'en')).toContain('Guide: 1 Foundation, 9 months; 2 Practice, 3 months.');
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
