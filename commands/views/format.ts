import type { Growth } from '../../knowledge/linked.ts';
import { shortDate } from '../../src/message/dates.ts';
import { percentage, printed } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { Inline, Text } from '../../src/reply.ts';

/** Words as they stand somewhere else, in the reader's marks: "free", „free“. */
export function quoted(words: string): Said {
  return say('"{words}"', { words });
}

/** Years of experience as a source prints them, `2-5` or `8+`, as "2–5 years". */
export function yearsOf(years: string): Said {
  return say('{years} years', { years: years.replace('-', '–') });
}

/** Several texts as one, with `between` them. */
export function join(texts: readonly Text[], between: Said): Text {
  return texts.flatMap((text, at): Inline[] => (at === 0 ? [...text] : [between, ...text]));
}

/** A day of the counts as its reader writes it; in English as it is kept, `2026-11-21`. */
export function dayOf(iso: string): Said {
  return printed(iso, shortDate(iso));
}

/** "1 month", "10 months". */
export function inMonths(months: number): Said {
  return say('{months, plural, one {# month} other {# months}}', { months });
}

/** How much something grows: in English as its source prints it, in other languages as they write a percentage. */
export function growthFigure({ percent, printed: words }: Growth): Said {
  return percent === undefined ? words : printed(words, percentage(percent));
}

/** A growth, or from one to another; a percentage says that it is one: "growth 8.7%". */
export function growthWords({ percent }: Pick<Growth, 'percent'>, figure: Said): Said {
  return percent === undefined ? figure : say('growth {growth}', { growth: figure });
}
