import { expect, test } from 'vitest';
import { talk } from './talk.ts';

test('a picture has no neighbour that shares next to nothing, and /why says how shares are computed', async () => {
  const bot = await talk();
  const text = await bot.say('/transition ml-engineer view:picture');
  const shares = Array.from(text.matchAll(/(\d+)% of its skills/g), ([, share]) => Number(share));
  expect(shares.length).toBeGreaterThan(0);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(20);
  expect(await bot.say('/why transition ml-engineer picture')).toContain('A share is the weight');
});
