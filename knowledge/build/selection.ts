import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { LEVELS } from '../scales.ts';

/** The folder with a selection a role. */
const SELECTIONS = fileURLToPath(new URL('../selection', import.meta.url));

const text = z.string().trim().min(1);
const occupation = z.strictObject({
  code: z.string().regex(/^\d{2}-\d{4}\.\d{2}$/, 'write it as 15-1252.00'),
  nearest: z
    .literal(true)
    .optional()
    .describe('O*NET does not list the role under it; it is only the nearest'),
  technologies: z
    .array(text)
    .optional()
    .describe("Of the occupation's own list, those of the role, in this order"),
  general: z.literal(true).optional().describe('Its general skills are those of the role'),
  related: z.literal(true).optional().describe('Its related occupations are shown'),
});

const skills = z.union([z.literal('all'), z.array(text)]);

const schema = z.strictObject({
  occupations: z
    .array(occupation)
    .default([])
    .describe('O*NET occupations, which give the SOC codes of wages and outlook'),
  esco: z
    .array(
      z.strictObject({
        occupation: z.url(),
        essential: skills.describe('Which of its essential skills'),
        optional: skills.describe('Which of its optional skills'),
      }),
    )
    .default([]),
  gdad: z
    .strictObject({
      role: text.describe("The framework's own name of the role"),
      at: text.describe('The rung whose skills are those of the role'),
      rungs: z.array(z.strictObject({ title: text, level: z.enum(LEVELS) })).min(1),
    })
    .optional(),
  advertised: z
    .array(z.strictObject({ board: z.enum(['ai-jobs', 'infosec-jobs']), title: text, note: text.optional() }))
    .default([])
    .describe('Titles of advertisements'),
});

/** What was chosen for a role of what publishers have. */
export type Selection = z.infer<typeof schema>;

/**
 * The selections in a folder, by role.
 * @throws Error naming the file and what is wrong in it.
 */
export async function readSelections(folder = SELECTIONS): Promise<ReadonlyMap<string, Selection>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const read = names.map(async (name): Promise<[string, Selection]> => {
    const result = schema.safeParse(parse(await readFile(join(folder, name), 'utf8')));
    if (!result.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(result.error)}`);
    return [basename(name, '.yaml'), result.data];
  });
  return new Map(await Promise.all(read));
}
