import { z } from 'zod';
import { LANGUAGES } from './message/language.ts';
import { inline, said } from './message/stored.ts';
import type { Action, Ask, Credit, Reply, ReplyNode } from './reply.ts';

const text = z.array(inline);
const title = said.exactOptional();
const ask: z.ZodType<Ask> = z.object({
  command: z.string(),
  values: z.record(z.string(), z.string()),
  page: z.number().exactOptional(),
});
const choice = z.object({
  label: said,
  ask,
  form: z.literal(true).exactOptional(),
  group: said.exactOptional(),
});
const rank = z.enum(['primary', 'more', 'quiet']).exactOptional();

const action: z.ZodType<Action> = z.discriminatedUnion('kind', [
  z.object({ rank, kind: z.enum(['ask', 'form', 'share']), label: said, ask }),
  z.object({ rank, kind: z.literal('choose'), label: said, choices: z.array(choice) }),
  z.object({ rank, kind: z.literal('link'), label: said, url: z.string() }),
]);

/** All but pictures, which are made for whoever asks and never kept. */
const node: z.ZodType<ReplyNode> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), title, text }),
  z.object({ kind: z.literal('fields'), fields: z.array(z.object({ name: said, value: text })) }),
  z.object({
    kind: z.literal('list'),
    title,
    ordered: z.boolean().exactOptional(),
    start: z.number().exactOptional(),
    items: z.array(text),
  }),
  z.object({ kind: z.literal('table'), title, columns: z.array(said), rows: z.array(z.array(said)) }),
  z.object({ kind: z.literal('divider') }),
  z.object({ kind: z.literal('note'), text }),
  z.object({ kind: z.literal('actions'), actions: z.array(action) }),
]);

const credit: z.ZodType<Credit> = z.object({
  name: z.string(),
  url: z.string().exactOptional(),
  reviewed: z.string().exactOptional(),
  published: z.object({ year: z.number(), month: z.number().optional() }).exactOptional(),
  retrieved: z.string().exactOptional(),
  stale: z.boolean().exactOptional(),
  disclaimer: said.exactOptional(),
});

/** A reply as it was kept to be posted: a document that answers nobody's question. */
export const storedReply: z.ZodType<Reply> = z.object({
  tone: z.enum(['answer', 'question', 'miss', 'problem']),
  title: said,
  lead: text,
  body: z.array(node),
  sources: z.array(credit),
  match: z.null(),
  ask: z.null(),
  shareable: z.boolean(),
  language: z.enum(LANGUAGES).exactOptional(),
});
