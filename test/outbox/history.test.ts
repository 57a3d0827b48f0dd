import { expect, test } from 'vitest';
import { formatInstant } from '../../src/message/dates.ts';
import { speak, speakText } from '../../src/message/speak.ts';
import type { Text } from '../../src/reply.ts';
import { nonceOf } from '../../src/outbox/poster.ts';
import { explain, summarise } from '../../src/outbox/history.ts';
import type { History, PastStep } from '../../src/store/history.ts';

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
  reaches: true,
};

/** The lines with their moments as times of day in UTC. */
function lines(texts: readonly Text[]): string[] {
  return texts.map((text) =>
    speakText(text, 'en')
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        if ('id' in piece) return `#${piece.id}`;
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
    'It was due on 5 Jan 2026, 08:00:00 UTC.',
    'One process claimed it on 5 Jan 2026, 08:00:01 UTC; after that no other could.',
    'The post was found to be in #1 on 5 Jan 2026, 08:01:01 UTC. Its id there is m7.',
    '– On 5 Jan 2026, 08:00:02 UTC the place was asked for it, but no clear answer came. It took 2.5 s. HTTP 500',
    '– On 5 Jan 2026, 08:01:00 UTC it was looked for, and it was there. It took 1.0 s.',
    'The answer key in #1 is still to be done. It comes on 5 Jan 2026, 10:00:00 UTC at the earliest.',
    '– On 5 Jan 2026, 08:00:09 UTC the place was asked for it; no end is written down yet.',
  ]);
});

test('a slot that was skipped says why', () => {
  const skipped: History = { occurrence: { ...occurrence, state: 'skipped', reason: 'Holiday.' }, steps: [] };
  expect(lines(explain(skipped, 'UTC'))).toEqual([
    'It was due on 5 Jan 2026, 08:00:00 UTC.',
    'It was left out on 5 Jan 2026, 08:00:01 UTC: Holiday.',
  ]);
});

/** A try that ended so many seconds after the run was due. */
const after = (seconds: number): Partial<PastStep> => ({
  attempts: [
    {
      kind: 'send',
      worker: 'host-1',
      startedAt: occurrence.dueAt,
      endedAt: occurrence.dueAt + seconds * 1_000,
      outcome: 'posted',
      detail: null,
    },
  ],
});

test.each<[string, readonly Partial<PastStep>[], string]>([
  ['posted at once', [after(0.4)], 'Posted Monday 09:00:00, on time'],
  ['posted', [after(2)], 'Posted Monday 09:00:02, 2 s late'],
  ['posted after minutes', [after(240)], 'Posted Monday 09:04:00, 4 min late'],
  ['posted the next day', [after(86_400)], 'Posted Tuesday 09:00:00, 24 h late'],
  ['posted in two channels', [after(2), after(5)], 'Posted Monday 09:00:05, 5 s late'],
  ['refused', [{ state: 'failed', reason: 'Missing Access.' }], 'Not posted: Missing Access.'],
  [
    'refused in one',
    [after(2), { state: 'failed' }],
    'Posted in 1 of 2 channels; the log says why not in the others.',
  ],
  ['going on', [after(2), { state: 'waiting' }], 'Not over: posted in 1 of 2 channels so far.'],
  [
    'waiting for its key only',
    [after(2), { step: 'answer', state: 'waiting' }],
    'Posted Monday 09:00:02, 2 s late',
  ],
])('a run that is %s says so in a line', (_, steps, said) => {
  const blank = {
    target: 'chat:1',
    step: 'post',
    state: 'done',
    notBefore: 0,
    result: null,
    reason: null,
  } as const;
  const history = { occurrence, steps: steps.map((step) => ({ ...blank, attempts: [], ...step })) };
  expect(speak(summarise(history, 'Europe/Madrid'), 'en')).toBe(said);
});

test.each([
  ['UTC', '5 Jan 2026, 08:00:01 UTC'],
  ['Europe/Madrid', '5 Jan 2026, 09:00:01 Europe/Madrid (08:00:01 UTC)'],
  ['Pacific/Auckland', '5 Jan 2026, 21:00:01 Pacific/Auckland (08:00:01 UTC)'],
  ['America/Los_Angeles', '5 Jan 2026, 00:00:01 America/Los_Angeles (08:00:01 UTC)'],
  ['Pacific/Honolulu', '4 Jan 2026, 22:00:01 Pacific/Honolulu (5 Jan 2026, 08:00:01 UTC)'],
])('a time in %s can be held against any other record', (zone, said) => {
  expect(speak(formatInstant(occurrence.claimedAt, zone), 'en')).toBe(said);
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
