import { shortDate } from '../../src/credits.ts';
import type { Translated } from '../../src/language/language.ts';
import { language } from '../../src/language/language.ts';

/** ISO dates, UTC; the same where there is one only. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/** An ISO date as the reader's language writes it: "24 Apr 2027", "24. Apr. 2027". */
export function day(iso: string): string {
  return days({ first: iso, last: iso });
}

/** From one date to another: "24 Apr 2027 – 19 Jun 2027", "24. Apr. – 19. Juni 2027". */
export function days({ first, last }: Days): string {
  const spoken = language();
  if (spoken !== 'en') return formatOf(spoken).formatRange(new Date(first), new Date(last));
  return first === last ? shortDate(first) : `${shortDate(first)} – ${shortDate(last)}`;
}

const formats = new Map<Translated, Intl.DateTimeFormat>();

function formatOf(spoken: Translated): Intl.DateTimeFormat {
  const known = formats.get(spoken);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(spoken, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  formats.set(spoken, made);
  return made;
}
