import { z } from 'zod';
import { defineKind } from './define.ts';
import { period } from './figures.ts';
import { id, identity, isoDate, text, texts, url } from './fields.ts';

/** A release that is out and whose facts are not taken over yet. */
const newer = z
  .strictObject({
    title: text,
    published: period.optional(),
    url: url.optional(),
    seen: isoDate.describe('The day on which somebody saw that it is out'),
  })
  .describe('A newer release of the same, which is out');

/** `sources/<id>.yaml`: what facts rest on. All of it says which publication is meant and how far it may be trusted. */
export const source = defineKind({
  name: 'source',
  path: 'sources/<id>.yaml',
  schema: z.strictObject({
    id,
    name: identity(text.describe('Short, as the foot of an answer names it')),
    title: identity(text),
    publisher: identity(text.optional()),
    url: identity(url.optional()),
    licence: identity(text),
    credit: identity(text.optional().describe('The credit line the licence asks for')),
    published: identity(period.optional().describe('When its publisher brought it out')),
    nextRelease: identity(
      z
        .union([z.literal('none'), period])
        .optional()
        .describe('When the publisher means to bring out the next one; none: it has no releases'),
    ),
    replacedBy: identity(newer.optional()),
    reviewed: identity(isoDate.optional()),
    retrieved: identity(isoDate),
    reviewBy: identity(isoDate.describe("Counted from the publisher's date, not from the day it was read")),
    payMeans: identity(text.optional()),
    methodology: identity(text.optional()),
    disclaimers: identity(texts),
    anchors: identity(texts.describe('What the source itself rests on')),
  }),
  names: (entry) => ({ title: entry.name, aliases: [entry.title], weight: 1 }),
});

export type Source = z.infer<typeof source.schema>;
