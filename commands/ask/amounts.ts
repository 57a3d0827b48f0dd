import { isLeast } from './price.ts';

/** What a question says in figures. */
export interface Amounts {
  readonly hoursPerWeek?: number;
  /** The most hours a course may take. */
  readonly hours?: number;
  readonly budget?: number;
  /** A sum as large as a year's pay. */
  readonly pay?: number;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'fifteen', 'twenty'].map(
    (word, at) => [word, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20][at] ?? 0] as const,
  ),
);

const N = String.raw`(\d{1,5}|${[...NUMBERS.keys()].join('|')})`;
const HOURS = String.raw`\s?-?(?:h|hr|hrs|hour|hours)\b`;
const PER_WEEK = new RegExp(
  String.raw`\b${N}${HOURS}\s*(?:a|per|each|every|\/|in a|of study a)?\s*(?:week|wk|weekly)\b`,
  'i',
);
const PER_DAY = new RegExp(
  String.raw`\b${N}${HOURS}\s*(?:a|per|each|every|\/)?\s*(?:day|daily|evening|night)\b`,
  'i',
);
const AT_MOST = new RegExp(
  String.raw`\b(?:under|below|less than|fewer than|at most|max|maximum|within|up to|no more than|shorter than|in)\s+${N}${HOURS}`,
  'i',
);
/** "A 5 hour course". */
const LONG = new RegExp(
  String.raw`\b${N}${HOURS}\s+(?:long\s+)?(?:\w+\s+)?(?:course|class|tutorial|video|training)s?\b`,
  'i',
);
const MONEY = /(?:[$£€]\s?(\d[\d,]{0,8})|\b(\d[\d,]{0,8})\s?(?:dollars|bucks|usd|euros?|eur|pounds|gbp)\b)/i;
const PAY = /(?:^|[\s$£€])(\d{2,3})\s?k\b|[$£€]\s?(\d{2,3}),?(\d{3})\b/i;
const THOUSAND = 1000;
const DAYS = 7;

/** Reads "10 hours a week", "under 20 hours", "$200"; each is left out where it is not said. */
export function amountsIn(question: string): Amounts {
  const weekly = numberIn(PER_WEEK, question);
  const daily = weekly === undefined ? numberIn(PER_DAY, question) : undefined;
  const perWeek = weekly ?? (daily === undefined ? undefined : daily * DAYS);
  const hours = perWeek === undefined ? (numberIn(AT_MOST, question) ?? numberIn(LONG, question)) : undefined;
  const pay = payIn(question);
  const [, before, after] = pay === undefined ? (MONEY.exec(question) ?? []) : [];
  const money = before ?? after;
  return {
    ...(within(perWeek, 100) ? { hoursPerWeek: perWeek } : {}),
    ...(within(hours, 2000) ? { hours } : {}),
    ...(pay === undefined ? {} : { pay }),
    ...(money === undefined || isLeast(question)
      ? {}
      : { budget: Math.min(100_000, Number(money.replaceAll(',', ''))) }),
  };
}

/** "$120k", "150,000". */
function payIn(question: string): number | undefined {
  const found = PAY.exec(question);
  if (found === null) return undefined;
  const [, thousands, before = '', after = ''] = found;
  return thousands === undefined ? Number(before + after) : THOUSAND * Number(thousands);
}

function numberIn(pattern: RegExp, question: string): number | undefined {
  const typed = pattern.exec(question)?.[1]?.toLowerCase();
  return typed === undefined ? undefined : (NUMBERS.get(typed) ?? Number(typed));
}

function within(n: number | undefined, most: number): n is number {
  return n !== undefined && n >= 1 && n <= most;
}
