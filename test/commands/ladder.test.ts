import { beforeAll, describe, expect, test } from 'vitest';
import { LEVELS } from '../../knowledge/scales.ts';
import { plain } from '../../src/plain.ts';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { asksOf, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** The rungs that an answer shows, as "Level · Title … · Source", in their order. */
function rungsIn(text: string): string[] {
  return text.split('\n').filter((line) => /^(?:Entry|Mid|Senior|Staff|Lead) · /.test(line));
}

describe('the ladder of a role', () => {
  test('every source has its own, from the lowest rung up', async () => {
    const text = await bot.say('/ladder ml-engineer view:full');
    expect(text).toContain('Four sources: four rungs up to ML Architect / Head of AI (Career path)');
    const rungs = rungsIn(text);
    expect(rungs).toHaveLength(4 + 4 + 2 + 3);
    const bySource = Map.groupBy(rungs, (line) => line.split(' · ').at(-1));
    for (const own of bySource.values()) {
      const heights = own.map((line) => LEVELS.findIndex((level) => line.toLowerCase().startsWith(level)));
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }
  });

  test('years, focus and how to advance stand with the rung, as the source has them', async () => {
    const text = await bot.say('/ladder ml-engineer view:full');
    const mid = text.split('Mid · ML Engineer, 2–5 years · DecipherU\n')[1]?.split('\n\n')[0];
    expect(mid).toContain('• Focus: Owning a model end-to-end');
    expect(text).toContain('• To advance: To Senior ML Engineer: master TensorFlow/PyTorch');
  });

  test('pay by source: that of the ladder first, of others with their names', async () => {
    const text = await bot.say('/ladder ml-engineer view:full');
    expect(text).toContain(
      '• Pay: $110K–$160K (US) · advertised median $172K (aijobs.net, 2024–25, US, Machine Learning Engineer, n = 954) · $150K–$210K (Career guide, US)',
    );
    const decipheru = text.split('Mid · ML Engineer, 2–5 years · DecipherU\n')[1]?.split('\n')[0];
    expect(decipheru).toBe('• Pay: $155K–$200K (US)');
  });

  test('where no source draws one: pay by level and the ladders near by', async () => {
    const reply = await bot.ask('/ladder malware-analyst view:full');
    expect(plain(reply, 'en')).toContain(
      'No source I have draws a ladder for Malware Analyst. What there is: ',
    );
    const ladders = asksOf(reply).filter(({ command }) => command === 'ladder');
    expect(ladders.length).toBeGreaterThan(0);
    for (const ask of ladders) {
      const near = await bot.press(ask);
      expect([near.tone, plain(near, 'en').split('\n')[0]]).toEqual([
        'answer',
        expect.stringMatching(/ · ladder$/),
      ]);
    }
  });

  test('where there is nothing at all it says that alone', async () => {
    const { ask } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'roles/weaver.yaml': role('weaver', 'Weaver'),
    });
    const reply = await ask('/ladder weaver view:full');
    expect(reply.tone).toBe('miss');
    expect(reply.lead).toEqual(['No source I have draws a ladder for Weaver.']);
  });
});

describe('a ladder made by hand', () => {
  const rungs =
    'ladder:\n  - rungs:\n      - level: entry\n        title: Apprentice\n        years: 0-1\n      - level: senior\n        title: Master\n        years: 8+\n        focus: Patterns\n';
  const pay =
    'pay:\n  - { level: senior, basis: base, currency: EUR, region: DE, low: 50000, high: 60000 }\n  - { level: all, basis: base, currency: EUR, region: DE, low: 30000, high: 60000 }\n';

  test('pay stands at its own level only, in its own currency', async () => {
    const { say } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'roles/weaver.yaml': role('weaver', 'Weaver'),
      'roles/weaver/guide.yaml': rungs + pay,
    });
    const text = await say('/ladder weaver view:full');
    expect(text).toContain('One source: two rungs up to Master (The guide).');
    expect(text).toContain('Entry · Apprentice, 0–1 years');
    const [low = '', high = ''] = text.split('Senior · Master, 8+ years');
    expect(low).not.toContain('€');
    expect(high).toContain('• Pay: €50K–€60K');
    expect(high).toContain('• Focus: Patterns');
    expect(text).not.toContain('€30K');
  });
});
