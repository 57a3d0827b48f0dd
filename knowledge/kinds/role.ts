import { z } from 'zod';
import { defineKind } from './define.ts';
import { roleFacts } from './facts.ts';
import { citedAll, id, identity, name, names, text, texts } from './fields.ts';

const called = z.array(text);

/** What people call a role in each language besides. A name of several roles is asked about; an alias is of one alone. */
const namesByLanguage = identity(
  z.strictObject({ en: called, es: called, de: called, 'pt-BR': called }).partial().default({}),
);

const schema = roleFacts.extend({
  id,
  title: name,
  aliases: names,
  names: namesByLanguage,
  family: identity(text),
  codes: identity(z.strictObject({ onet: texts, esco: texts }).prefault({})),
  summary: citedAll({
    text: text.describe('One sentence, or two short ones'),
    more: text.optional().describe('What follows it where there is room'),
  }),
});

/** `roles/<id>.yaml`: a role's names, and any facts that are few enough to need no file of their own. */
export const role = defineKind({
  name: 'role',
  path: 'roles/<id>.yaml',
  schema,
  lines: { file: 'roles.jsonl', schema },
  translated: z.strictObject({ summary: z.strictObject({ text, more: text.optional() }).optional() }),
});

export type RoleFile = z.infer<typeof schema>;
