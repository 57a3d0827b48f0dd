import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { Ask } from '../../src/reply.ts';

const CHEAP = /\b(?:cheap(?:er|est)?|inexpensive|affordable|low.?cost|budget.?friendly)\b/i;
const OTHER_CURRENCY = /[£€]\s?\d|\d\s?(?:[£€]|(?:euros?|eur|pounds|gbp)\b)/i;
const AT_LEAST =
  /\b(?:over|above|more than|at least)\s+(?:[$£€]\s?\d|\d[\d,]*\s?(?:dollars|bucks|usd|euros?|pounds))/i;

/** A sentence on what a question says of the price of courses, and no list of them can be chosen by. */
export function priceSaid(question: string, { command, values }: Ask): Said | undefined {
  if (command !== 'course') return undefined;
  const { budget, cost } = values;
  if (budget === undefined && AT_LEAST.test(question))
    return say('I can keep to a highest price, not to a lowest one, so these are of any price.');
  if (budget !== undefined && OTHER_CURRENCY.test(question))
    return say('Prices are taken as printed: I convert no currency.');
  if (budget === undefined && cost === undefined && CHEAP.test(question))
    return say(
      'How much is cheap I do not know, so these are of any price: say a sum, as in "under $50", or "free".',
    );
  return undefined;
}

/** Whether a sum is the least that something may cost. */
export function isLeast(question: string): boolean {
  return AT_LEAST.test(question);
}
