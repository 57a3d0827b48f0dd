import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preview } from '../../../adapters/discord/render.ts';
import type { Inline, Reply, ReplyNode } from '../../../src/reply.ts';
import { askButton, bold, code, link, moment, quiet } from '../../../src/reply.ts';
import { anyReply } from '../replies.ts';
import { judgeCallback } from './judge.ts';
import { seen, seenEmbed } from './seen.ts';

const SHELL: Reply = {
  tone: 'answer',
  title: 'Title',
  lead: ['Lead.'],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'role', values: { role: 'x' } },
  shareable: true,
};

const judged = (reply: Reply, page?: number) => judgeCallback({ type: 4, data: preview(reply, page) });

describe('any reply at all', () => {
  test('is accepted, page by page', () => {
    fc.assert(
      fc.property(anyReply, fc.integer({ min: 1, max: 9 }), (reply, page) => {
        expect(judged(reply)).toEqual([]);
        expect(judged(reply, page)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
