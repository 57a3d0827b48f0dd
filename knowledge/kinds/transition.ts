import { z } from 'zod';
import { defineKind } from './define.ts';
import { cited, identity, ref, text, texts } from './fields.ts';

const months = z.strictObject({
  about: z.number().positive().optional(),
  low: z.number().positive().optional(),
  high: z.number().positive().optional(),
});

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*$/, 'write the two roles with -- between them')
  .describe('from--to, such as data-engineer--ml-engineer');

const schema = z.strictObject({
  id: identity(id),
  from: ref('role'),
  to: ref('role'),
  documented: z
    .array(
      cited({
        months: months.optional(),
        monthsNote: text.optional(),
        brings: texts,
        missing: texts,
        advice: text.optional(),
        artifacts: texts,
      }),
    )
    .min(1),
});

/** `transitions/<from>--<to>.yaml`: a move between two roles, as sources document it. */
export const transition = defineKind({
  name: 'transition',
  path: 'transitions/<id>.yaml',
  schema: schema.refine((entry) => entry.id === `${entry.from}--${entry.to}`, {
    path: ['id'],
    error: ({ input }) => misnamed(schema.parse(input)),
  }),
  names: (entry) => ({ title: entry.id, aliases: [], weight: 1 }),
});

function misnamed({ id: given, from, to }: Transition): string {
  return `is "${given}", but the roles are ${from} and ${to}: name the file ${from}--${to}.yaml`;
}

export type Transition = z.infer<typeof schema>;
