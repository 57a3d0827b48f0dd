import { z } from 'zod';
import { COURSE_LEVELS } from '../scales.ts';
import { defineKind } from './define.ts';
import { cited, id, identity, isoDate, name, names, priority, ref, text, texts, url } from './fields.ts';
import { effort, price } from './figures.ts';

const facts = cited({
  cost: price.optional(),
  hours: z.number().positive().optional(),
  hoursHigh: z.number().positive().optional(),
  effort: effort.optional().describe('As stated; `hours` is then computed from it'),
  level: z.enum(COURSE_LEVELS).optional(),
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
    published: identity(text.optional()),
    checked: identity(
      isoDate.optional().describe('The day on which somebody last looked whether it is still there'),
    ),
    retired: identity(
      text.optional().describe('When it was withdrawn, as 2026-01 or 2026-01-31: it is never planned again'),
    ),
    replacedBy: ref('course').optional(),
    facts: z.array(facts).min(1),
  }),
  names: ({ title, aliases, facts: stated }) => ({
    title,
    aliases,
    weight: 1 + stated.reduce((sum, { roles }) => sum + roles.length, 0),
  }),
});

export type Course = z.infer<typeof course.schema>;
