import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import type { Download, DownloadedFile } from './download.ts';
import { ImportProblem } from './problem.ts';
import { readTable } from './table.ts';

const JOINED = /^esco_([\d.]+)_occupation_skills\.jsonl$/;
const RELATIONS = 'occupationSkillRelations_en.csv';
const SKILLS = 'skills_en.csv';

/** The names of skills by the URI of an occupation. A skill is in one of the two. */
export interface Links {
  readonly essential: ReadonlyMap<string, ReadonlySet<string>>;
  readonly optional: ReadonlyMap<string, ReadonlySet<string>>;
  readonly count: number;
  /** The release, where the file's name gives it. */
  readonly version: string | undefined;
}

type Known = ReadonlyMap<string, { readonly label: string }>;

/** Links while they are read. */
class Gathered {
  readonly essential = new Map<string, Set<string>>();
  readonly optional = new Map<string, Set<string>>();
  count = 0;

  add(uri: string, skill: string, kind: 'essential' | 'optional'): void {
    const names = this[kind].get(uri) ?? new Set();
    this[kind].set(uri, names.add(skill.replace(/\s+/g, ' ').trim()));
    this.count++;
  }

  /** @throws ImportProblem where an occupation has no essential skill: every one of the publisher's has some. */
  finished(known: Known, file: string, version: string | undefined): Links {
    for (const [uri, { label }] of known)
      if (!this.essential.has(uri))
        throw new ImportProblem(
          { file },
          `has no essential skill of "${label}" (${uri}): the file is cut off or of another release, so download both again`,
        );
    for (const [uri, names] of this.optional)
      for (const name of this.essential.get(uri) ?? []) names.delete(name);
    return { essential: this.essential, optional: this.optional, count: this.count, version };
  }
}

/** Reads the links between occupations and skills, joined or as the publisher's two tables. */
export async function readLinks(download: Download, known: Known): Promise<Links> {
  const joined = await download.find(JOINED);
  return joined === undefined ? readRelations(download, known) : readJoined(download, joined, known);
}

async function readRelations(download: Download, known: Known): Promise<Links> {
  const advice = 'it is in the same download as occupations_en.csv';
  const relations = await download.need(advice, RELATIONS);
  const skills = await download.need(advice, SKILLS);
  const names = new Map<string, string>();
  for await (const row of readTable(download, skills, { columns: ['conceptUri', 'preferredLabel'] }))
    names.set(row.text('conceptUri'), row.text('preferredLabel'));
  const gathered = new Gathered();
  for await (const row of readTable(download, relations, {
    columns: ['occupationUri', 'relationType', 'skillUri'],
  })) {
    const kind = row.oneOf('relationType', ['essential', 'optional']);
    const name = names.get(row.text('skillUri'));
    if (name === undefined)
      throw row.wrong(
        'skillUri',
        `is of no skill in "${SKILLS}": one of the two files is cut off, so download both again`,
      );
    const uri = row.text('occupationUri');
    if (known.has(uri)) gathered.add(uri, name, kind);
  }
  return gathered.finished(known, RELATIONS, undefined);
}

/** A line of the joined file. `n_ess` and `n_opt` count what the two lists hold. */
const line = z.object({
  uri: z.string(),
  essential: z.array(z.string()),
  optional: z.array(z.string()),
  n_ess: z.number().optional(),
  n_opt: z.number().optional(),
});

async function readJoined(download: Download, file: DownloadedFile, known: Known): Promise<Links> {
  const gathered = new Gathered();
  let number = 0;
  for await (const text of createInterface({
    input: createReadStream(file.path, 'utf8'),
    crlfDelay: Infinity,
  })) {
    number++;
    if (text.trim() === '') continue;
    const { uri, essential, optional } = parsed(text.replace(/^\uFEFF/, ''), {
      file: file.name,
      line: number,
    });
    if (!known.has(uri))
      throw new ImportProblem(
        { file: file.name, line: number, column: 1, name: 'uri' },
        `has ${uri}, which is no released occupation of "occupations_en.csv": one of the two files is cut off or of another release, so download both again`,
      );
    for (const name of essential) gathered.add(uri, name, 'essential');
    for (const name of optional) gathered.add(uri, name, 'optional');
  }
  download.ends.set(file.name, number);
  download.progress(`${file.name}: ${number.toLocaleString('en')} lines, read`);
  return gathered.finished(known, file.name, JOINED.exec(file.name)?.[1]);
}

function parsed(text: string, place: { readonly file: string; readonly line: number }): z.infer<typeof line> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const column = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length) + 1;
    throw new ImportProblem(
      { ...place, column },
      'is not whole: the download was cut off, so fetch the file again',
    );
  }
  const result = line.safeParse(value);
  const issue = result.error?.issues[0];
  if (!result.success)
    throw new ImportProblem(
      { ...place, column: 1 },
      `${issue?.path.join('.') ?? ''} is missing or wrong: this is another file than the one this importer reads`,
    );
  const { essential, optional, n_ess, n_opt } = result.data;
  if ((n_ess ?? essential.length) !== essential.length || (n_opt ?? optional.length) !== optional.length)
    throw new ImportProblem(
      { ...place, column: 1 },
      'lists fewer skills than it counts: download the file again',
    );
  return result.data;
}
