import { expect, test } from 'vitest';
import { preview } from '../../../adapters/discord/render.ts';
import type { Reply } from '../../../src/reply.ts';

const REPLY: Reply = {
  tone: 'answer',
  title: 'Title',
  lead: ['Lead.'],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'role', values: { role: 'x' } },
  shareable: true,
};

test('sources beyond the foot are counted, and the way to them is named', () => {
  const sources = Array.from({ length: 60 }, (_, at) => ({
    name: `Source number ${at}`,
    retrieved: at % 2 === 0 ? '2026-11-21' : '2026-11-22',
    disclaimer: 'not financial advice',
  }));
  const foot = preview({ ...REPLY, sources }, 'en').embeds[0]?.footer?.text ?? '';
  expect(foot.length).toBeLessThanOrEqual(1000);
  // Those of one date share it, with commas between them.
  const [even = '', odd = '', ...rest] = foot.replace('Sources: ', '').split(' · ');
  const kept = [even, odd].map((group) => group.match(/Source number \d+/g) ?? []);
  const names = (parity: number) =>
    sources.filter((_, at) => at % 2 === parity && at < kept.flat().length).map(({ name }) => name);
  expect(kept).toEqual([names(0), names(1)]);
  expect(kept.flat().length).toBeGreaterThan(40);
  expect(even).toBe(`${names(0).join(', ')}, read 21 Nov 2026`);
  expect(odd).toBe(`${names(1).join(', ')}, read 22 Nov 2026`);
  expect(rest).toEqual([`… ${60 - kept.flat().length} more: /sources`, 'not financial advice']);
});
