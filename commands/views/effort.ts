import type { Course, KnowledgeBase, Price, Role } from '../../knowledge/index.ts';
import { isFree } from './courses.ts';

/** From the least to the most that sources state; the same where they agree. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** A price as printed, with the figure in it. */
export interface StatedPrice {
  readonly text: string;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** A course's bare figure: the page does not say whether it is paid once or by the month. */
  readonly perhapsByMonth: boolean;
}

/** What a step takes, as far as it is stated. */
export interface CourseEffort {
  /** Undefined where no source states them. */
  readonly hours: Span | undefined;
  readonly prices: readonly StatedPrice[];
  /** Whether a source says that it costs nothing. */
  readonly free: boolean;
  /** Prices in whose words I find no single sum, such as one by the month. */
  readonly unread: readonly string[];
}

/** What a course takes by everything its sources state. */
export function courseEffort({ facts, kind }: Course): CourseEffort {
  const hours = facts.flatMap((fact) =>
    fact.hours === undefined ? [] : [{ low: fact.hours, high: fact.hoursHigh ?? fact.hours }],
  );
  return {
    hours: hours.length === 0 ? undefined : around(hours),
    free: facts.some((fact) => isFree(fact) === true),
    ...readCosts(
      facts.flatMap(({ cost }) => cost ?? []),
      kind === 'course',
    ),
  };
}

type Step = Role['roadmap'][number]['phases'][number]['items'][number];

/** What a step of a road takes by the source that gives the road: what the step states, else what its course does. */
export function stepEffort(step: Step, source: string, knowledge: KnowledgeBase): CourseEffort {
  const { kind, hours, cost, course } = step;
  const facts = knowledge.courses.get(course ?? '')?.facts.filter((fact) => fact.source === source) ?? [];
  const [said] = facts.flatMap((fact) => fact.hours ?? []);
  const costs = cost === undefined ? facts.flatMap((fact) => fact.cost ?? []) : [cost];
  const known = hours ?? said;
  return {
    hours: known === undefined ? undefined : { low: known, high: known },
    free: [...costs, ...facts.flatMap((fact) => fact.cost ?? [])].some(({ free }) => free === true),
    ...readCosts(costs, kind === 'course'),
  };
}

function readCosts(costs: readonly Price[], isCourse: boolean): Pick<CourseEffort, 'prices' | 'unread'> {
  const paid = [...new Map(costs.map((cost) => [cost.printed, cost])).values()].filter(
    ({ free }) => free !== true,
  );
  const read = paid.map((cost) => ({ text: cost.printed ?? '', price: sumIn(cost, isCourse) }));
  return {
    prices: read.flatMap(({ price }) => price ?? []),
    unread: read.flatMap(({ text, price }) => (price === undefined ? [text] : [])),
  };
}

/** A price that is paid once, as far as its source says. A range or a rate has no single sum. */
function sumIn({ printed: text, amount, currency, per }: Price, isCourse: boolean): StatedPrice | undefined {
  if (text === undefined || amount === undefined || currency === undefined) return undefined;
  if (per !== undefined && per !== 'exam') return undefined;
  return { text, amount, currency, perhapsByMonth: isCourse && per === undefined };
}

/** From the least to the most of several spans. */
function around(spans: readonly Span[]): Span {
  return { low: Math.min(...spans.map(({ low }) => low)), high: Math.max(...spans.map(({ high }) => high)) };
}
