import type { Language } from './language.ts';
import { language } from './language.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/**
 * `2026-04-26` → "26 Apr 2026", "26 abr 2026", "26. Apr. 2026": a day in the language of the reader. In English not by
 * `Intl`, which takes 10 ms to start and then longer than the rest of the foot.
 */
export function shortDate(iso: string): string {
  const spoken = language();
  if (spoken !== 'en') return formatFor(spoken).format(new Date(`${iso}T12:00:00Z`));
  const [year, month, day] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/**
 * From one ISO date to another, UTC, as the reader's language writes it: "24 Apr 2027 – 19 Jun 2027",
 * "24. Apr. – 19. Juni 2027"; one date where both are the same.
 */
export function dateRange(first: string, last: string): string {
  if (first === last) return shortDate(first);
  const spoken = language();
  if (spoken === 'en') return `${shortDate(first)} – ${shortDate(last)}`;
  return formatFor(spoken).formatRange(new Date(first), new Date(last));
}

const formats = new Map<Language, Intl.DateTimeFormat>();

function formatFor(spoken: Language): Intl.DateTimeFormat {
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
