import { z } from 'zod';
import { LEVELS } from '../scales.ts';
import { defineKind } from './define.ts';
import { cited, inPath, isoDate, ref, text, url } from './fields.ts';

/** A line of a phone's screen holds about 40 letters: what a reader sees first stays short. */
const short = text.max(160, 'is longer than 160 letters: a reader sees it on a phone');
const line = text.max(320, 'is longer than 320 letters: say it shorter, or make two of it');

/** What an outside source says, with the page and the day it was seen. */
const statement = cited({ text: line, url: url.optional(), seen: isoDate.optional() });
/** A judgement of the guide's own, or what an outside source says. */
const said = z.union([line, statement]);
const saidList = (least: number, most: number) => z.array(said).min(least).max(most);

/** An estimate in hours for somebody of the usual background: never a single figure. */
const hours = z
  .strictObject({ low: z.number().positive(), high: z.number().positive() })
  .refine(({ low, high }) => low < high, 'an estimate is a range: low is below high');

const skill = z.strictObject({
  name: short.describe("In the trade's words; one skill, with its other names in skills/"),
  why: line,
  enough: line.describe('How somebody can tell that it is enough'),
  when: z
    .enum(['first', 'later'])
    .describe('first: nobody is hired without it; later: in the first two years'),
  hours,
  free: ref('course').describe('The one free resource to start with: the id of a course'),
  deeper: ref('course').optional().describe('One that goes further: the id of a course'),
});
const project = z.strictObject({ title: short, show: line.describe('What to show of it, and to whom') });
const phase = z.strictObject({
  name: short,
  skills: z.array(short).min(1).describe('Names from the list of skills, in its order'),
  project: project.extend({ hours }),
});
const rung = z.strictObject({
  level: z.enum(LEVELS),
  title: short,
  changes: line.describe('What changes from the rung below, in one line'),
  years: said.optional().describe('Only as a source states it'),
});
const wayIn = z.strictObject({
  from: ref('role', 'background'),
  why: line.optional(),
  brings: z.array(line).min(2).max(5),
  missing: z.array(line).min(1).max(5),
  build: z.array(line).min(2).max(4),
  months: said.optional().describe('Only as a source documents it'),
});
const wayOut = z.strictObject({
  to: ref('role'),
  why: line,
  brings: z.array(line).min(1).max(4),
  missing: z.array(line).min(1).max(4),
});
const certificate = z.strictObject({
  course: ref('course').optional().describe('The id of a course, where it has one'),
  name: short,
  asked: z.boolean().describe('Whether employers ask for it'),
  text: line,
});
const interview = z.strictObject({
  stages: saidList(3, 7),
  topics: z.array(z.strictObject({ topic: short, ask: z.array(line).min(2) })).min(3),
  prepare: z.array(line).min(2).max(4),
  mistake: line,
  leansOn: z.array(ref('source')).default([]).describe('Sources that show what is asked'),
});

const schema = cited({
  role: inPath(ref('role')),
  reviewed: isoDate.describe('The day on which somebody of the trade last read it'),
  restsOn: z.array(ref('source')).min(1).describe('Sources that the judgement leans on'),
  is: short.describe('What it is, in one sentence that a friend would use'),
  isNot: z
    .array(z.strictObject({ role: ref('role').optional(), text: line }))
    .min(1)
    .max(3),
  responsibilities: saidList(5, 8),
  week: saidList(5, 7),
  skills: z.array(skill).min(10).max(15),
  phases: z.array(phase).min(3).max(5),
  levels: z.array(rung).min(3).max(7),
  hard: z.array(line).min(3).max(4),
  people: z.array(line).min(3).max(4),
  waysIn: z.array(wayIn).min(4).max(6),
  waysOut: z.array(wayOut).min(3).max(5),
  courses: z
    .array(z.strictObject({ course: ref('course'), text: line }))
    .min(3)
    .max(6),
  certificates: z.array(certificate).min(1).max(6),
  portfolio: z.array(project).min(3).max(4),
  interview,
  resume: z.strictObject({ write: z.array(line).length(3), drop: z.array(line).length(3) }),
  jobs: z.strictObject({
    titles: z.array(short).min(4),
    employers: saidList(2, 6),
    where: saidList(1, 5),
  }),
  questions: z
    .array(z.strictObject({ ask: short, answer: said.describe('Answers in its first sentence') }))
    .min(5),
  ai: z.strictObject({ shifts: saidList(2, 4), stays: saidList(1, 3) }),
  pay: z.strictObject({ moves: saidList(2, 5), negotiate: z.array(line).min(1).max(3) }),
  outlook: saidList(1, 3),
});

/** A line in another language: as the entry has it, so with `text` where a source of its own says it. */
const words = z.union([line, z.strictObject({ text: line }).partial()]);
const wordList = z.array(words);
const texts = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial();

/** The texts of a guide, each of which may be there in other languages too. */
const translated = texts({
  is: short,
  isNot: z.array(texts({ text: line })),
  responsibilities: wordList,
  week: wordList,
  skills: z.array(texts({ name: short, why: line, enough: line })),
  phases: z.array(texts({ name: short, project: project.partial() })),
  levels: z.array(texts({ title: short, changes: line, years: words })),
  hard: z.array(line),
  people: z.array(line),
  waysIn: z.array(
    texts({ why: line, brings: z.array(line), missing: z.array(line), build: z.array(line), months: words }),
  ),
  waysOut: z.array(texts({ why: line, brings: z.array(line), missing: z.array(line) })),
  courses: z.array(texts({ text: line })),
  certificates: z.array(texts({ name: short, text: line })),
  portfolio: z.array(project.partial()),
  interview: texts({
    stages: wordList,
    topics: z.array(texts({ topic: short, ask: z.array(line) })),
    prepare: z.array(line),
    mistake: line,
  }),
  resume: texts({ write: z.array(line), drop: z.array(line) }),
  jobs: texts({ titles: z.array(short), employers: wordList, where: wordList }),
  questions: z.array(texts({ ask: short, answer: words })),
  ai: texts({ shifts: wordList, stays: wordList }),
  pay: texts({ moves: wordList, negotiate: z.array(line) }),
  outlook: wordList,
});

/**
 * `guides/<role>.yaml`: what somebody who does the job would tell a friend. Lines without a source of their own are the
 * judgement of the guide's source, as of `reviewed`; a figure always has another source, and an estimate of hours is a range.
 */
export const guide = defineKind({
  name: 'guide',
  path: 'guides/<role>.yaml',
  schema,
  translated,
});

/** A guide as its file has it. */
export type GuideFile = z.infer<typeof schema>;

/** A guide whose skills have the id of that skill beside the name, as the loader links them. */
export type Guide = Omit<GuideFile, 'skills'> & {
  readonly skills: readonly (GuideFile['skills'][number] & { readonly skillId: string })[];
};
/** A line of a guide: its own, or with the source that says it. */
export type Said = z.infer<typeof said>;
