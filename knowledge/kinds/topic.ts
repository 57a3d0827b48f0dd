import { z } from 'zod';
import { LANGUAGE_NAMES, languageNames } from './language-names.ts';
import { defineKind } from './define.ts';
import { cited, id, inPath, isoDate, name, ref, text, url } from './fields.ts';

const short = text.max(160, 'is longer than 160 letters: a reader sees it on a phone');
const line = text.max(320, 'is longer than 320 letters: say it shorter, or make two of it');
const statement = cited({ text: line, url: url.optional(), seen: isoDate.optional() });
const said = z.union([line, statement]);

const schema = cited({
  id: inPath(id),
  title: name,
  track: name.optional().describe('What its track of prompts is called; its title where left out'),
  names: languageNames,
  reviewed: isoDate,
  restsOn: z.array(ref('source')).min(1).describe('Sources that the judgement leans on'),
  answer: short.describe('The first line: it answers'),
  points: z.array(said).min(3).max(6),
  do: z.array(line).min(2).max(4).describe('What to do next'),
  mistake: line.describe('What people do instead'),
  questions: z.array(z.strictObject({ ask: short, answer: said })).min(1),
  roles: z.array(ref('role')).default([]).describe('Roles to look at next'),
});

/** `topics/<id>.yaml`: advice on what every role has: the first job, the résumé, negotiating. */
export const topic = defineKind({
  name: 'topic',
  path: 'topics/<id>.yaml',
  schema,
  names: ({ title, names }) => ({ title, aliases: LANGUAGE_NAMES.flatMap((each) => names[each]), weight: 1 }),
  translated: z
    .strictObject({
      title: short,
      track: short,
      answer: short,
      points: z.array(z.union([line, z.strictObject({ text: line })])),
      do: z.array(line),
      mistake: line,
      questions: z.array(
        z.strictObject({ ask: short, answer: z.union([line, z.strictObject({ text: line })]) }).partial(),
      ),
    })
    .partial(),
});

export type Topic = z.infer<typeof schema>;
