import { z } from 'zod';
import { text } from './fields.ts';

// Figures are fields that code can compare and add up; `printed` keeps them as their source has them, to be shown.

const printed = text.describe('As the source prints it');
const positive = z.number().positive();

/** One figure, or from the least to the most. */
const span = z.union([positive, z.strictObject({ low: positive, high: positive })]);

const year = z.int().min(1900).max(2200);
const moment = { year, month: z.int().min(1).max(12).optional() };

/** When a figure is of: a year, a month of it, or the years from `year` to `to`. */
export const period = z.strictObject({ ...moment, to: year.optional(), printed });

const units = z.enum(['hour', 'week', 'month', 'year', 'exam']);

/** A price. Without `per` the source does not say for how long: "$49" is never "$49 a month". */
export const price = z
  .strictObject({
    free: z.literal(true).optional(),
    amount: positive.optional(),
    currency: z.string().length(3).optional(),
    per: units.optional().describe('Only where the source says so'),
    approximate: z.literal(true).optional(),
    asOf: z.strictObject(moment).optional(),
    printed: printed.optional(),
  })
  .refine(({ amount, currency }) => (amount === undefined) === (currency === undefined), {
    message: 'give amount and currency together',
  })
  .refine(({ free, amount }) => free === undefined || amount === undefined, {
    message: 'is free, and has an amount: keep one of the two',
  })
  .refine(({ free, printed: words }) => free === true || words !== undefined, {
    message: 'give free: true, or what is printed',
  });

/** How a number of jobs changes: by how many percent, or in the source's words only. */
export const growth = z.strictObject({ percent: z.number().optional(), printed });

/** Jobs to be filled, such as 23,400 a year. */
export const openings = z.strictObject({
  number: z.int().nonnegative(),
  per: z.literal('year'),
  approximate: z.literal(true).optional(),
});

/** How many people have a job in a year. */
export const employment = z.strictObject({ year, number: z.int().nonnegative() });

/** What people usually have learned when they begin, on the scale of the U.S. Bureau of Labor Statistics. */
export const education = z.strictObject({
  level: z.enum([
    'none',
    'high-school',
    'some-college',
    'postsecondary-award',
    'associate',
    'bachelor',
    'master',
    'doctorate',
  ]),
  printed,
});

/** What a course asks for: for how many weeks, how many hours a week. */
export const effort = z.strictObject({ weeks: span.optional(), hoursPerWeek: span.optional() });

export type Price = z.infer<typeof price>;
export type Period = z.infer<typeof period>;
export type Effort = z.infer<typeof effort>;
export type Growth = z.infer<typeof growth>;
