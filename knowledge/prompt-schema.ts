import { z } from 'zod';
import { id } from './schema.ts';

const text = z.string().trim().min(1);
/** Long enough for a sentence or two: a prompt is read on a phone. */
const short = text.max(400, 'is longer than 400 letters, and a prompt is read on a phone');
const hours = z
  .number()
  .positive()
  .max(40)
  .describe('About how long it takes, as the author of the prompt estimates');

/** What one week's prompt says. The file's name is its id, the folder's the role or skill whose track it belongs to. */
export const promptSchema = z.strictObject({
  title: text.max(60, 'is longer than 60 letters: name the topic in a few words'),
  order: z.number().describe('Where it stands in its track; a community can put one between two with 2.5'),
  phase: text.optional().describe('The part of the road it belongs to'),
  skills: z.array(text).min(1).describe('Names of skills'),
  why: short.describe('Why the topic matters: one or two sentences'),
  read: z
    .strictObject({
      title: text.max(120),
      course: id.optional().describe('The id of a file in courses/, which gives the address and the price'),
      url: z.url({ protocol: /^https?$/ }).optional(),
      cost: text
        .optional()
        .describe(
          'As the page prints it, such as "free"; "free to read" of a page that opens without an account',
        ),
      hours: hours.optional(),
    })
    .refine((read) => read.course !== undefined || read.url !== undefined, 'give course, or url')
    .describe('One thing to read or watch'),
  build: z.strictObject({ text: short, hours: hours.optional() }).describe('One thing to build'),
  discuss: short.describe('One question to discuss'),
  hint: short.optional(),
  answer: text.max(800).optional().describe('The key, posted later'),
  sources: z.array(id).min(1).describe('Ids of files in sources/ that name the topic for the role'),
});

/** A prompt with its place: `track` is the id of a role or a skill. */
export type Prompt = z.infer<typeof promptSchema> & { readonly id: string; readonly track: string };
