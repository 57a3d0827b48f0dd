import { z } from 'zod';
import type { Match, Named } from '../../knowledge/match.ts';
import { clipWords } from '../fit/clip.ts';
import { writeLine } from '../invocation.ts';
import type { Language } from '../message/language.ts';
import { plainReply, plainText } from '../plain.ts';
import type { Answered, EvidenceRecord } from '../provenance.ts';
import { EVIDENCE_KINDS } from '../provenance.ts';
import { speakReply } from '../spoken.ts';

const words = z.string();
const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

const entry = z.strictObject({ id: words, title: words, codes: z.array(words) });

const match = entry.partial().extend({
  kind: z.enum(['exact', 'close', 'ambiguous', 'none']),
  choices: z.array(entry).describe('What else it may have been, best first'),
});

const source = z.strictObject({
  id: words,
  name: words,
  title: words,
  publisher: words.optional(),
  url: words.optional(),
  licence: words,
  published: isoDate.optional().describe('When its publisher brought it out'),
  reviewed: isoDate.optional().describe('When somebody last looked at whether it still holds'),
  retrieved: isoDate.describe('When it was read'),
});

const evidence = z.strictObject({
  kind: z
    .enum(EVIDENCE_KINDS)
    .describe('documented: a source states it; estimated: a judgement of Rolecall; computed: made of others'),
  text: words,
  sources: z.array(words).describe('Ids of those among the sources that say it'),
  file: words.optional().describe('The file of the knowledge that it stands in'),
});

/** An answer as programs are given it, whichever way they ask. */
export const answerRecord = z.strictObject({
  ask: words.describe('The question, as it could be typed'),
  readAs: words.nullable().describe('The question that this answers: names settled, a sentence read'),
  tone: z
    .enum(['answer', 'question', 'miss'])
    .describe('question: it asks back which of the choices is meant; miss: nothing like it is known'),
  match: match.nullable().describe('What the main name was taken for; null where the question has none'),
  text: words.describe('The whole answer in words, its sources last'),
  sources: z.array(source),
  evidence: z.array(evidence).describe('Each statement that the answer rests on'),
});

export type AnswerRecord = z.infer<typeof answerRecord>;

/** The schema of an answer. Tools validate by different drafts, so that it says none and uses what all have. */
export const ANSWER_SCHEMA = schemaOf(answerRecord);

function schemaOf(type: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { target: 'draft-7' });
  return schema;
}

/** Letters of a statement of the evidence: lists of skills may have thousands, and the text has them. */
const LONGEST_STATEMENT = 300;

/** An answer to `line` as a record; undefined where it could not be answered, and the reply says why. */
export function recordOf(line: string, answered: Answered, language: Language): AnswerRecord | undefined {
  const { reply } = answered;
  const { tone, ask } = reply;
  if (tone === 'problem') return undefined;
  const { sources, evidence: statements } = answered.provenance();
  return {
    ask: line,
    readAs: ask === null ? null : `/${writeLine(ask)}`,
    tone,
    match: matchOf(reply.match),
    text: plainReply(speakReply(reply, language)),
    sources: [...sources],
    evidence: statements().map((statement) => statementOf(statement, language)),
  };
}

function matchOf(found: Match | null): AnswerRecord['match'] {
  if (found === null) return null;
  const { kind } = found;
  const choices = found.choices.map(named);
  return 'id' in found ? { kind, ...named(found), choices } : { kind, choices };
}

function named({ id, title, codes }: Named): z.infer<typeof entry> {
  return { id, title, codes: [...codes] };
}

function statementOf({ text, sources, ...rest }: EvidenceRecord, language: Language) {
  return { ...rest, text: clipWords(plainText(text, language), LONGEST_STATEMENT), sources: [...sources] };
}
