import { expect, test } from 'vitest';
import type { Text } from '../../src/reply.ts';
import { nonceOf } from '../../src/schedule/poster.ts';
import { explain } from '../../src/schedule/why.ts';
import type { History } from '../../src/store/history.ts';

const occurrence: History['occurrence'] = {
  id: 'weekly@2026-01-05T09:00',
  schedule: 'weekly',
  slot: '2026-01-05T09:00',
  dueAt: Date.parse('2026-01-05T08:00:00Z'),
  state: 'claimed',
  reason: null,
  content: null,
  claimedBy: 'host-1',
  claimedAt: Date.parse('2026-01-05T08:00:01Z'),
};

/** The lines with their moments as times of day in UTC. */
function lines(texts: readonly Text[]): string[] {
  return texts.map((text) =>
    text
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        if (piece.kind === 'channel') return `#${piece.id}`;
        return piece.kind === 'moment' ? new Date(piece.at).toISOString().slice(11, 19) : piece.text;
      })
      .join(''),
  );
}

test('a history reads as what happened, in order', () => {
  const at = (seconds: number) => occurrence.dueAt + seconds * 1_000;
  const post: History['steps'][number] = {
    target: 'chat:1',
    step: 'post',
    state: 'done',
    notBefore: 0,
    result: 'm7',
    reason: null,
    attempts: [
      {
        kind: 'send',
        worker: 'host-1',
        startedAt: at(2),
        endedAt: at(4.5),
        outcome: 'unknown',
        detail: 'HTTP 500',
      },
      { kind: 'look', worker: 'host-2', startedAt: at(60), endedAt: at(61), outcome: 'found', detail: null },
    ],
  };
  const answer: History['steps'][number] = {
    ...post,
    step: 'answer',
    state: 'waiting',
    notBefore: at(7_200),
    result: null,
    attempts: [{ kind: 'send', worker: 'w', startedAt: at(9), endedAt: null, outcome: null, detail: null }],
  };
  expect(lines(explain({ occurrence, steps: [post, answer] }, 'UTC'))).toEqual([
    'Due 08:00:00.',
    'Claimed 08:00:01 by host-1.',
    'chat:1, post: done (m7).',
    '– 08:00:02 tried by host-1: no clear answer after 2.5 s. HTTP 500',
    '– 08:01:00 looked for by host-2: it was there after 1.0 s.',
    'chat:1, answer: still to be done. Not before 10:00:00.',
    '– 08:00:09 tried by w: no end written down yet.',
  ]);
});

test('a slot that was skipped says by whom and why', () => {
  const skipped: History = { occurrence: { ...occurrence, state: 'skipped', reason: 'Holiday.' }, steps: [] };
  expect(lines(explain(skipped, 'UTC'))).toEqual(['Due 08:00:00.', 'Skipped 08:00:01 by host-1: Holiday.']);
});

test('a nonce fits the strictest place, and differs by occurrence, target and step', () => {
  const nonces = [
    nonceOf('a@1', 'chat:1', 'post'),
    nonceOf('a@2', 'chat:1', 'post'),
    nonceOf('a@1', 'chat:2', 'post'),
    nonceOf('a@1', 'chat:1', 'answer'),
  ];
  expect(new Set(nonces).size).toBe(4);
  expect(nonces.every((nonce) => nonce.length <= 25)).toBe(true);
  expect(nonceOf('a@1', 'chat:1', 'post')).toBe(nonces[0]);
});
