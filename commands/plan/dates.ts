import { shortDate } from '../../src/credits.ts';
import type { Translated } from '../../src/language/language.ts';
import { language } from '../../src/language/language.ts';

/**
 * From one ISO date to another, UTC, as the reader's language writes it: "24 Apr 2027 – 19 Jun 2027",
 * "24. Apr. – 19. Juni 2027"; one date where both are the same.
 */
export function days({ first, last }: { readonly first: string; readonly last: string }): string {
  if (first === last) return shortDate(first);
  const spoken = language();
  if (spoken === 'en') return `${shortDate(first)} – ${shortDate(last)}`;
  return formatOf(spoken).formatRange(new Date(first), new Date(last));
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
