import type { Entity } from './entities.ts';
import { NUMBERS, ONE, UNITS } from './lexicon.ts';
import type { Word } from './words.ts';

/** Finds sums, hours, spans of time, years and other numbers in the words of a question. */
export function figuresIn(words: readonly Word[]): Entity[] {
  const found: Entity[] = [];
  for (let at = 0; at < words.length;) {
    const figure = figureAt(words, at);
    if (figure !== undefined) found.push(figure);
    at = figure?.to ?? at + 1;
  }
  return found;
}

/** A number with the signs and letters that are written to it: `$200`, `55k`, `10h`. */
const FIGURE = /^(?<sign>r?[$£€])?(?<digits>\d+(?:[.,]\d+)*)(?<unit>[a-z$€£]*)\+?$/;
const CURRENCY = /^[$£€]$/;
const THOUSANDS = /[.,](?=\d{3}(?:\D|$))/g;
const YEAR = { first: 1950, last: 2099 };

function figureAt(words: readonly Word[], at: number): Entity | undefined {
  const { plain = '' } = words[at] ?? {};
  const { sign, digits, unit = '' } = FIGURE.exec(plain)?.groups ?? {};
  const written = digits === undefined ? (NUMBERS.get(plain) ?? articleOf(words, at)) : undefined;
  const amount = written ?? Number(digits?.replace(THOUSANDS, '').replace(',', '.'));
  if (Number.isNaN(amount)) return undefined;
  const after = unit === '' ? at + 1 : at;
  const name = unit === '' ? (words[at + 1]?.plain ?? '') : unit;
  const text = (to: number) =>
    words
      .slice(at, to)
      .map((word) => word.text)
      .join(' ');
  const entity = (kind: Entity['kind'], to: number, rest: Partial<Entity> = {}): Entity => {
    return { kind, from: at, to, text: text(to), amount, ...rest };
  };
  if (UNITS.hour.has(name) && sign === undefined) {
    const { to, per } = periodAfter(words, after + 1);
    return entity('hours', to, per === undefined ? {} : { per });
  }
  const money = moneyEnd(words, { at, name, sign, after });
  if (money !== undefined)
    return entity('money', money.to, {
      amount: amount * money.times,
      ...(money.isDollar && { isDollar: true }),
    });
  if (UNITS.time.has(name)) return entity('time', after + 1);
  if (written !== undefined) return undefined;
  return entity(amount >= YEAR.first && amount <= YEAR.last ? 'time' : 'number', at + 1);
}

/** "An hour a day": the article counts before an hour of a span. */
function articleOf(words: readonly Word[], at: number): number | undefined {
  const isHour = ONE.has(words[at]?.plain ?? '') && UNITS.hour.has(words[at + 1]?.plain ?? '');
  return isHour && periodAfter(words, at + 2).per !== undefined ? 1 : undefined;
}

interface Sum {
  readonly at: number;
  readonly name: string;
  readonly sign: string | undefined;
  /** The word that the unit stands in. */
  readonly after: number;
}

const THOUSAND = 1000;

/** Where a sum of money ends; undefined where it is none. */
function moneyEnd(
  words: readonly Word[],
  { at, name, sign, after }: Sum,
): { to: number; times: number; isDollar: boolean } | undefined {
  const isThousand = UNITS.thousand.has(name);
  const next = isThousand ? after + 1 : after;
  const currency = isThousand ? (words[next]?.plain ?? '') : name;
  const isNamed = UNITS.money.has(currency) || CURRENCY.test(currency);
  if (sign === undefined && !isThousand && !isNamed) return undefined;
  const end = isNamed ? next + 1 : isThousand ? after + 1 : at + 1;
  const isDollar = [sign, currency].some((each) => each === '$' || UNITS.dollar.has(each ?? ''));
  return { to: Math.max(at + 1, end), times: isThousand ? THOUSAND : 1, isDollar };
}

/** "a week", "per day", "semanais" behind hours. */
function periodAfter(words: readonly Word[], start: number): { to: number; per?: 'week' | 'day' } {
  let at = start;
  while (at < start + 2 && UNITS.per.has(words[at]?.plain ?? '')) at += 1;
  const unit = words[at]?.plain ?? '';
  if (UNITS.week.has(unit)) return { to: at + 1, per: 'week' };
  if (UNITS.day.has(unit)) return { to: at + 1, per: 'day' };
  return { to: start };
}
