import type { Finding } from '../finding.ts';
import { type Entry, findingAt } from '../load/entry.ts';
import type { PayBand, RoleFacts } from '../kinds/facts.ts';

const PERCENTILES = ['p10', 'p25', 'median', 'p75', 'p90'] as const;

/** A band wider than this is more likely a slip of a digit than a market. */
const WIDEST = 10;
/** Less than this a year, in any currency, is more likely thousands than whole units. */
const LEAST_A_YEAR = 1000;

/** Bands that cannot be, and bands that hardly can. */
export function checkPay({ value, origin }: Entry<RoleFacts>): Finding[] {
  return value.pay.flatMap((band, i) =>
    [...problems(band)].map(({ field, message, severity }) =>
      findingAt(origin, ['pay', i, field], message, severity),
    ),
  );
}

interface PayIssue {
  readonly field: keyof PayBand;
  readonly message: string;
  readonly severity: Finding['severity'];
}

function* problems(band: PayBand): Generator<PayIssue> {
  const given = PERCENTILES.flatMap((field) =>
    band[field] === undefined ? [] : [{ field, pay: band[field] }],
  );
  for (const [i, { field, pay }] of given.entries()) {
    const before = given[i - 1];
    if (before === undefined || before.pay <= pay) continue;
    const message = `is ${pay}, below ${before.field} (${before.pay}): correct one of the two`;
    yield { field, message, severity: 'error' };
  }
  yield* doubts('low', band.low, 'high', band.high);
  yield* doubts('p10', band.p10, 'p90', band.p90);
  const least = band.low ?? band.p10 ?? band.median;
  if (band.per === 'year' && least !== undefined && least < LEAST_A_YEAR) {
    const message = `${least} a year is little: write whole units (155000, not 155), or per: hour`;
    yield { field: band.low === undefined ? 'median' : 'low', message, severity: 'warning' };
  }
}

function* doubts(
  lowField: keyof PayBand,
  low: number | undefined,
  highField: keyof PayBand,
  high: number | undefined,
): Generator<PayIssue> {
  if (low === undefined || high === undefined || high <= low * WIDEST) return;
  const message = `is ${high}, more than ${WIDEST} times ${lowField} (${low}): is a digit too many?`;
  yield { field: highField, message, severity: 'warning' };
}
