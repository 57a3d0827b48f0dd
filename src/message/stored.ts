import { z } from 'zod';
import type { Inline, Message, Said, Value } from './message.ts';

/** What is to be said, as it was kept. */
export const said: z.ZodType<Said> = z.lazy(() => z.union([z.string(), message]));
/** A part of a text, as it was kept. */
export const inline: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    said,
    z.object({ kind: z.enum(['bold', 'quiet', 'code']), text: said }),
    z.object({ kind: z.literal('link'), text: said, url: z.string() }),
    z.object({ kind: z.literal('moment'), at: z.number(), zone: z.string() }),
    z.object({ kind: z.literal('channel'), id: z.string(), name: z.string().exactOptional() }),
    z.object({ kind: z.enum(['member', 'group']), id: z.string() }),
  ]),
);
const value: z.ZodType<Value> = z.union([z.number(), inline]);
const digits = z.int().min(0).max(20).exactOptional();

/** A message as it was kept: plain data of a known kind. */
const message: z.ZodType<Message> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), key: z.string(), values: z.record(z.string(), value).exactOptional() }),
  z.object({ kind: z.literal('phrase'), parts: z.array(inline) }),
  z.object({
    kind: z.literal('number'),
    n: z.number(),
    options: z
      .object({
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        style: z.literal('percent').exactOptional(),
        unit: z.literal('percent').exactOptional(),
      })
      .exactOptional(),
  }),
  z.object({ kind: z.literal('count'), n: z.number(), capital: z.literal(true).exactOptional() }),
  z.object({
    kind: z.literal('money'),
    low: z.number(),
    high: z.number(),
    currency: z.string(),
    open: z.literal(true).exactOptional(),
  }),
  z.object({ kind: z.literal('date'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('clock'), part: z.enum(['day', 'time']), at: z.number(), zone: z.string() }),
  z.object({ kind: z.literal('weekday'), day: z.int() }),
  z.object({ kind: z.literal('country'), code: z.string() }),
  z.object({ kind: z.literal('enumeration'), items: z.array(said), last: z.enum(['and', 'or']) }),
  z.object({ kind: z.enum(['capital', 'capitals', 'inner', 'clause']), of: said }),
  z.object({
    kind: z.literal('fact'),
    english: z.string(),
    others: z.partialRecord(z.enum(['es', 'de', 'pt-BR']), z.string()),
  }),
  z.object({ kind: z.literal('printed'), english: z.string(), other: z.lazy(() => message) }),
]);

/** The version of what is kept, for whoever has to read an older one some day. */
const VERSION = 1;
const words = z
  .object({ v: z.literal(VERSION), words: z.string() })
  .transform(({ words: fact }): Said => fact);
const kept = z
  .looseObject({ v: z.literal(VERSION) })
  .transform(({ v, ...rest }): unknown => (v === VERSION ? rest : {}))
  .pipe(message);

/** What is to be said as a database keeps it: `{"v":1,"kind":"say","key":…,"values":…}`, or `{"v":1,"words":…}` for a fact. */
export function storeSaid(what: Said): string {
  return JSON.stringify(typeof what === 'string' ? { v: VERSION, words: what } : { v: VERSION, ...what });
}

/** The same of a column that may have nothing to say. */
export function storeSaidOr(what: Said | null): string | null {
  return what === null ? null : storeSaid(what);
}

/** The same read back. What this version cannot read is shown as it stands. */
export function readSaid(text: string): Said {
  try {
    const read = z.union([words, kept]).safeParse(JSON.parse(text));
    return read.success ? read.data : text;
  } catch {
    return text;
  }
}

/** Reads a column that may have nothing to say. */
export function readSaidOr(text: string | null): Said | null {
  return text === null ? null : readSaid(text);
}

/** What goes along with the mistake of a form: nothing where it is none of ours. */
export function saidIn(data: unknown): Said | undefined {
  return said.safeParse(data).data;
}
