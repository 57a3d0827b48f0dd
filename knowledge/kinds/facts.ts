import { z } from 'zod';
import { LEVELS } from '../scales.ts';
import { defineKind } from './define.ts';
import { education, employment, growth, openings, period, price } from './figures.ts';
import { cited, inPath, priority, ref, text, url } from './fields.ts';

const level = z.enum(LEVELS);

/** What a pay figure counts. `unstated` where the source does not say: never guessed. */
const BASES = ['base', 'base + equity', 'total', 'advertised', 'wage', 'unstated'] as const;

/** Where people work whose pay is told apart. */
const WORKPLACES = ['remote'] as const;

/** Years of experience as the source prints them: `0-2`, `8+`. */
const years = z.string().regex(/^\d+(-\d+|\+)$/, 'write 2-5 or 8+');

/** An item of a list: a line, or a name with what is said about it. */
const item = z.union([text, z.strictObject({ name: text, detail: text.optional(), link: url.optional() })]);

/** A list that one source gives, under its own heading where it has one. */
export const block = cited({
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
export const payBand = cited({
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
  workplace: z
    .enum(WORKPLACES)
    .optional()
    .describe('Only of those who work there, where the source tells them apart'),
  residual: z
    .literal(true)
    .optional()
    .describe('Of whatever no other occupation of its group is ("All Other"): the pay of no role'),
  nearest: z
    .literal(true)
    .optional()
    .describe('Of the occupation that is nearest, since no source lists the role under any'),
  period: period.optional().describe('When the figure was true'),
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
const skillList = cited({ heading: text.optional(), items: z.array(skillUse).min(1) });

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
const ladder = cited({ rungs: z.array(rung).min(1) });

const phaseItem = z.strictObject({
  kind: z.enum(['course', 'skill', 'knowledge', 'certification', 'project']),
  name: text,
  course: ref('course').optional(),
  provider: text.optional(),
  priority: priority.optional(),
  hours: z.number().positive().optional(),
  level: text.optional(),
  cost: price.optional(),
  detail: text.optional(),
});
const phase = z.strictObject({
  name: text,
  months: z.number().positive().optional(),
  summary: text.optional(),
  items: z.array(phaseItem).min(1),
});
const roadmap = cited({ phases: z.array(phase).min(1) });

const outlook = cited({
  growth: growth.optional(),
  period: period.optional(),
  occupation: text.optional().describe('What the figures are of, where that is not the role itself'),
  openings: openings.optional(),
  employment: z.array(employment).optional(),
  education: education.optional().describe('What people usually have when they begin'),
  text: text.optional(),
});
const aiImpact = cited({
  score: z.number(),
  of: z.number(),
  label: text.optional(),
  text: text.optional(),
});
const question = cited({ question: text, answer: text });

/** What sources say of a role, a list for each part. */
export const roleFacts = z.strictObject({
  related: z.array(cited({ role: ref('role'), note: text.optional() })).default([]),
  entryLevel: z.array(cited({ value: z.boolean() })).default([]),
  outlook: z.array(outlook).default([]),
  aiImpact: z.array(aiImpact).default([]),
  pay: z.array(payBand).default([]),
  payElsewhere: z.array(payBand).default([]),
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

/** The lists of facts of a role; every element of each names its source. */
export const FACT_LISTS = roleFacts.keyof().options;

/**
 * A line of `facts.jsonl`: what one source says about the role with an id, about every role that claims a code (an
 * `onet` of seven characters is a whole SOC occupation: `15-1252` means `15-1252.00`, `15-1252.01` …), or about every
 * role that answers to one of `titles`, of imported occupations those only that are titled so.
 */
export const factLine = roleFacts
  .extend({
    source: ref('source'),
    role: ref('role').optional(),
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

/**
 * `roles/<role>/<source>.yaml`: what one source says about a role. No element of a list repeats the source. Facts are
 * joined into their role, in the order of the sources' ids, and are no entries of their own afterwards.
 */
export const facts = defineKind({
  name: 'facts',
  path: 'roles/<role>/<source>.yaml',
  schema: roleFacts.extend({ role: inPath(ref('role')), source: inPath(ref('source')) }),
  lines: { file: 'facts.jsonl', schema: factLine },
});

export type Block = z.infer<typeof block>;
export type PayBand = z.infer<typeof payBand>;
export type RoleFacts = z.infer<typeof roleFacts>;
export type FactLine = z.infer<typeof factLine>;
