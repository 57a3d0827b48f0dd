import { z } from 'zod';
import { LANGUAGE_NAMES, languageNames } from './language-names.ts';
import { defineKind } from './define.ts';
import { cited, id, inPath, isoDate, name, ref, text } from './fields.ts';

const line = text.max(200, 'is longer than 200 letters: a reader sees it on a phone');

const schema = cited({
  id: inPath(id),
  title: name,
  names: languageNames,
  reviewed: isoDate,
  brings: z.array(line).min(2).max(4),
  missing: z.array(line).min(1).max(3),
  doors: z
    .array(z.strictObject({ role: ref('role'), why: line }))
    .min(3)
    .max(5)
    .describe('Roles that people of this background reach most directly, best first'),
});

/** `backgrounds/<id>.yaml`: what somebody brings who did something else before. */
export const background = defineKind({
  name: 'background',
  path: 'backgrounds/<id>.yaml',
  schema,
  names: ({ title, names }) => ({ title, aliases: LANGUAGE_NAMES.flatMap((each) => names[each]), weight: 1 }),
  translated: z
    .strictObject({
      title: text,
      brings: z.array(line),
      missing: z.array(line),
      doors: z.array(z.strictObject({ why: line }).partial()),
    })
    .partial(),
});

export type Background = z.infer<typeof schema>;
