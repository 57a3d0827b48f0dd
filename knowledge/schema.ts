import { z } from 'zod';
import { LEVELS, PRIORITIES } from './scales.ts';

/** Names a contributor writes: `ml-engineer`, `aws-saa-c03`. The same as the file's name. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const text = z.string().trim().min(1);
const isoDate = z.iso.date();
const source = id.describe('The id of a file in sources/');
const url = z.url({ protocol: /^https?$/ });

export const level = z.enum(LEVELS);

/** What a pay figure counts. `unstated` where the source does not say: never guessed. */
export const BASES = ['base', 'base + equity', 'total', 'advertised', 'wage', 'unstated'] as const;

const priority = z.enum(PRIORITIES);

/** Years of experience as the source prints them: `0-2`, `8+`. */
const years = z.string().regex(/^\d+(-\d+|\+)$/, 'write 2-5 or 8+');
const months = z.strictObject({
  about: z.number().positive().optional(),
  low: z.number().positive().optional(),
  high: z.number().positive().optional(),
});

/** An item of a list: a line, or a name with what is said about it. */
const item = z.union([text, z.strictObject({ name: text, detail: text.optional(), link: url.optional() })]);

/** A list that one source gives, under its own heading where it has one. */
export const block = z.strictObject({
  source,
  heading: text.optional(),
  note: text.optional(),
  ordered: z.boolean().optional(),
  items: z.array(item).min(1),
});
const blocks = z.array(block).default([]);

/**
 * One pay figure of one source, in whole units of `currency` per `per`. Either `low` with `high`, or `low` with
 * `open: true` ("$400K+"), or percentiles. `high` with `open: true` is "$220K–$350K+".
 */
export const payBand = z
  .strictObject({
    source,
    level,
    title: text.optional().describe("The source's own name for the level"),
    years: years.optional(),
    scope: text.optional().describe('A part of the market, such as "top firms"'),
    basis: z.enum(BASES),
    currency: z.string().length(3),
    region: text,
    per: z.enum(['year', 'month', 'hour']).default('year'),
    low: z.number().positive().optional(),
    high: z.number().positive().optional(),
    open: z.boolean().optional(),
    p10: z.number().positive().optional(),
    p25: z.number().positive().optional(),
    median: z.number().positive().optional(),
    p75: z.number().positive().optional(),
    p90: z.number().positive().optional(),
    n: z.int().positive().optional().describe('How many observations'),
    period: text.optional().describe('When the figure was true, such as "May 2025"'),
    note: text.optional(),
  })
  .refine((b) => b.low !== undefined || b.median !== undefined, 'give low, or median')
  .refine((b) => b.low === undefined || b.high === undefined || b.low <= b.high, 'low is above high')
  .refine((b) => b.low === undefined || b.high !== undefined || b.open === true, 'give high, or open: true');

const skillUse = z.strictObject({
  name: text,
  priority: priority.default('listed'),
  detail: text.optional(),
  learn: z.array(text).optional().describe('Free resources the source names for it'),
  level: text.optional(),
});
const skillList = z.strictObject({ source, heading: text.optional(), items: z.array(skillUse).min(1) });

const rung = z.strictObject({
  level,
  title: text,
  years: years.optional(),
  summary: text.optional(),
  focus: text.optional(),
  advance: text.optional(),
  skills: z.array(text).optional(),
  duties: z.array(text).optional(),
});
const ladder = z.strictObject({ source, rungs: z.array(rung).min(1) });

const phaseItem = z.strictObject({
  kind: z.enum(['course', 'skill', 'knowledge', 'certification', 'project']),
  name: text,
  course: id.optional().describe('The id of a file in courses/'),
  provider: text.optional(),
  priority: priority.optional(),
  hours: z.number().positive().optional(),
  level: text.optional(),
  cost: text.optional().describe('As printed'),
  detail: text.optional(),
});
const phase = z.strictObject({
  name: text,
  months: z.number().positive().optional(),
  summary: text.optional(),
  items: z.array(phaseItem).min(1),
});
const roadmap = z.strictObject({ source, phases: z.array(phase).min(1) });

const outlook = z.strictObject({
  source,
  growth: text.optional().describe('In a word or a figure, as printed'),
  text: text.optional(),
  period: text.optional(),
});
const aiImpact = z.strictObject({
  source,
  score: z.number(),
  of: z.number(),
  label: text.optional(),
  text: text.optional(),
});
const question = z.strictObject({ source, question: text, answer: text });

/**
 * `roles/<id>/<source>.yaml`: what one source says about a role. The loader fills in `source` from the file's name,
 * so no entry in such a file repeats it, and joins the files of a role in the order of the sources' ids.
 */
export const roleFactsSchema = z.strictObject({
  related: z.array(z.strictObject({ role: id, note: text.optional(), source })).default([]),
  entryLevel: z.array(z.strictObject({ source, value: z.boolean() })).default([]),
  outlook: z.array(outlook).default([]),
  aiImpact: z.array(aiImpact).default([]),
  pay: z.array(payBand).default([]),
  payFactors: blocks,
  responsibilities: blocks,
  week: blocks,
  skills: z.array(skillList).default([]),
  differentiators: blocks,
  gaps: blocks,
  ladder: z.array(ladder).default([]),
  moves: blocks,
  roadmap: z.array(roadmap).default([]),
  nextSteps: blocks,
  portfolio: blocks,
  resume: blocks,
  jobs: blocks,
  interview: blocks,
  questions: z.array(question).default([]),
  employers: blocks,
  sectors: blocks,
  notes: blocks,
});

/** `roles/<id>.yaml`: a role's names, and any facts that are few enough to need no file of their own. */
export const roleSchema = roleFactsSchema.extend({
  id,
  title: text,
  aliases: z.array(text).default([]),
  family: text,
  codes: z.strictObject({ onet: z.array(text).default([]), esco: z.array(text).default([]) }).prefault({}),
  summary: z.strictObject({ text, sources: z.array(source).min(1) }),
});

/**
 * A line of `facts.jsonl`: what one source says about the role with an id, about every role that claims a code (an
 * `onet` of seven characters is a whole SOC occupation: `15-1252` means `15-1252.00`, `15-1252.01` …), or about every
 * role that answers to one of `titles`, of imported occupations those only that are titled so.
 */
export const factLineSchema = roleFactsSchema
  .extend({
    source,
    role: id.optional(),
    onet: text.optional(),
    esco: text.optional(),
    titles: z.array(text).min(1).optional(),
    fallback: z
      .literal(true)
      .optional()
      .describe('Gives way where another pack has facts of the source about the role itself, by its id'),
  })
  .refine(({ role, onet, esco, titles }) => [role, onet, esco, titles].filter(Boolean).length === 1, {
    message: 'name what the facts are about: one of role, onet, esco, titles',
  });

export const transitionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*$/, 'write the two roles with -- between them')
    .describe('from--to, such as data-engineer--ml-engineer'),
  from: id,
  to: id,
  documented: z
    .array(
      z.strictObject({
        source,
        months: months.optional(),
        monthsNote: text.optional(),
        brings: z.array(text).default([]),
        missing: z.array(text).default([]),
        advice: text.optional(),
        artifacts: z.array(text).default([]),
      }),
    )
    .min(1),
});

export const courseSchema = z.strictObject({
  id,
  title: text,
  aliases: z.array(text).default([]),
  kind: z.enum(['course', 'book', 'certification', 'video', 'reference', 'practice']),
  provider: text.optional(),
  url: url.optional(),
  teaches: z.array(text).default([]).describe('Names of skills'),
  facts: z
    .array(
      z.strictObject({
        source,
        cost: text.optional().describe('As printed: "$49" is never "$49 a month"'),
        free: z.boolean().optional(),
        hours: z.number().positive().optional(),
        hoursHigh: z.number().positive().optional(),
        level: text.optional(),
        why: text.optional(),
        stage: text.optional().describe('Where in its path the source puts it'),
        roles: z.array(z.strictObject({ role: id, priority: priority.optional() })).default([]),
      }),
    )
    .min(1),
});

export const sourceSchema = z.strictObject({
  id,
  name: text.describe('Short, as the foot of an answer names it'),
  title: text,
  publisher: text.optional(),
  url: url.optional(),
  licence: text,
  credit: text.optional().describe('The credit line the licence asks for'),
  published: text.optional(),
  reviewed: isoDate.optional(),
  retrieved: isoDate,
  reviewBy: isoDate,
  payMeans: text.optional(),
  methodology: text.optional(),
  disclaimers: z.array(text).default([]),
  anchors: z.array(text).default([]).describe('What the source itself rests on'),
});

/** A skill's other names. Skills need no file of their own: one that only facts name is known by that name. */
export const skillSchema = z.strictObject({ id, name: text, aliases: z.array(text).default([]) });

export type Level = z.infer<typeof level>;
export type Priority = z.infer<typeof priority>;
export type Block = z.infer<typeof block>;
export type PayBand = z.infer<typeof payBand>;
export type RoleFacts = z.infer<typeof roleFactsSchema>;
export type FactLine = z.infer<typeof factLineSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Transition = z.infer<typeof transitionSchema>;
export type Course = z.infer<typeof courseSchema>;
export type Source = z.infer<typeof sourceSchema>;

/** A skill with everything that names it. */
export interface Skill extends z.infer<typeof skillSchema> {
  readonly wantedBy: readonly {
    readonly role: string;
    readonly priority: Priority;
    readonly source: string;
  }[];
  readonly taughtBy: readonly string[];
}
