import { z } from 'zod';
import { compareText } from '../finding.ts';
import { defineKind } from './define.ts';
import { price } from './figures.ts';
import { citedAll, id, inPath, ref, text, url } from './fields.ts';

/** Long enough for a sentence or two: a prompt is read on a phone. */
const short = text.max(400, 'is longer than 400 letters, and a prompt is read on a phone');
const hours = z
  .number()
  .positive()
  .max(40)
  .describe('About how long it takes, as the author of the prompt estimates');

/** How long a prompt takes: a break, a sitting, a weekend's work. */
export const DURATIONS = ['ten-minutes', 'hour', 'weekend'] as const;

const schema = citedAll({
  id: inPath(id),
  track: inPath(ref('role', 'skill', 'topic')),
  title: text.max(60, 'is longer than 60 letters: name the topic in a few words'),
  order: z.number().describe('Where it stands in its track; a community can put one between two with 2.5'),
  duration: z.enum(DURATIONS).optional().describe('How long it takes, as the author of the prompt estimates'),
  phase: text.optional().describe('The part of the road it belongs to'),
  skills: z.array(text).min(1).describe('Names of skills'),
  why: short.describe('Why the topic matters: one or two sentences'),
  read: z
    .strictObject({
      title: text.max(120),
      course: ref('course').optional().describe('The id of a course, which gives the address and the price'),
      url: url.optional(),
      cost: price.optional().describe('"free to read" of a page that opens without an account'),
      hours: hours.optional(),
    })
    .refine((read) => read.course !== undefined || read.url !== undefined, 'give course, or url')
    .optional()
    .describe('One thing to read or watch'),
  build: z.strictObject({ text: short, hours: hours.optional() }).describe('One thing to build'),
  discuss: short.describe('One question to discuss'),
  hint: short.optional(),
  answer: text.max(800).optional().describe('The key, posted later'),
});

/** `prompts/<track>/<id>.yaml`: what one week's prompt says. A track is that of a role, of a skill, or of a topic that is everybody's. */
export const prompt = defineKind({
  name: 'prompt',
  path: 'prompts/<track>/<id>.yaml',
  schema,
  names: ({ title }) => ({ title, aliases: [], weight: 1 }),
  translated: z
    .strictObject({
      title: schema.shape.title,
      phase: text,
      why: short,
      read: z.strictObject({ title: text }),
      build: z.strictObject({ text: short }),
      discuss: short,
      hint: short,
      answer: schema.shape.answer,
    })
    .partial(),
  order: (a, b) => compareText(a.track, b.track) || a.order - b.order || compareText(a.id, b.id),
});

export type Prompt = z.infer<typeof schema>;
