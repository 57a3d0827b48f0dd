import { z } from 'zod';
import { defineKind } from './define.ts';
import { id, name, names } from './fields.ts';

/** `skills/<id>.yaml`: a skill's other names. One that only facts name needs no file: it is known by that name. */
export const skill = defineKind({
  name: 'skill',
  path: 'skills/<id>.yaml',
  schema: z.strictObject({ id, name, aliases: names }),
  names: (entry) => ({ title: entry.name, aliases: entry.aliases, weight: 1 }),
});

export type SkillFile = z.infer<typeof skill.schema>;
