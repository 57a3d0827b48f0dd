import { z } from 'zod';
import { defineKind } from './define.ts';
import { cited, id, identity, name, names, priority, ref, text, texts, url } from './fields.ts';

const facts = cited({
  cost: text.optional().describe('As printed: "$49" is never "$49 a month"'),
  free: z.boolean().optional(),
  hours: z.number().positive().optional(),
  hoursHigh: z.number().positive().optional(),
  level: text.optional(),
  why: text.optional(),
  stage: text.optional().describe('Where in its path the source puts it'),
  roles: z.array(z.strictObject({ role: ref('role'), priority: priority.optional() })).default([]),
});

/** `courses/<id>.yaml`: a course, book or certification, and what each source says about it. */
export const course = defineKind({
  name: 'course',
  path: 'courses/<id>.yaml',
  schema: z.strictObject({
    id,
    title: name,
    aliases: names,
    kind: identity(z.enum(['course', 'book', 'certification', 'video', 'reference', 'practice'])),
    provider: identity(text.optional()),
    url: identity(url.optional()),
    teaches: identity(texts.describe('Names of skills')),
    facts: z.array(facts).min(1),
  }),
  names: ({ title, aliases, facts: stated }) => ({
    title,
    aliases,
    weight: 1 + stated.reduce((sum, { roles }) => sum + roles.length, 0),
  }),
});

export type Course = z.infer<typeof course.schema>;
