import type { Finding } from '../finding.ts';
import { findingAt } from '../load/entry.ts';
import { latest } from '../load/merge.ts';
import type { PackContents } from '../load/read-packs.ts';
import type { Source } from '../kinds/source.ts';
import { lastDayOf, publisherDate } from '../source-date.ts';

/** How long before its date a review is announced, in days. */
const NOTICE = 30;
/** The longest that facts are trusted, in years from the publisher's date: of what comes out again, and of what does not. */
const LONGEST = 2;
const LONGEST_WITHOUT_RELEASES = 5;

/**
 * Sources that somebody should look at again: a newer release is out or should be, the review is due, or its date was not
 * counted from the publisher's. `today` is an ISO date. Nothing here makes a fact wrong, so all are warnings.
 */
export function checkFreshness(contents: PackContents, today: string): Finding[] {
  return [...latest(contents.of('source')).values()].flatMap((source) =>
    [...doubts(source.value, today)].map(({ field, message }) =>
      findingAt(source.origin, [field], message, 'warning'),
    ),
  );
}

interface Doubt {
  readonly field: keyof Source;
  readonly message: string;
}

function* doubts(source: Source, today: string): Generator<Doubt> {
  const release = releaseDoubt(source, today);
  if (release !== undefined) yield release;
  const review = reviewDoubt(source, today);
  if (review !== undefined) yield { field: 'reviewBy', message: review };
  const latestDay = latestReview(source);
  if (source.reviewBy <= latestDay) return;
  const message = `is more than ${longest(source)} years after the publisher's own date (${publisherDate(source)}): count from that, ${latestDay} at the latest`;
  yield { field: 'reviewBy', message };
}

/** The newer release that is out, or else the one that was to be out by now. */
function releaseDoubt({ replacedBy, nextRelease }: Source, today: string): Doubt | undefined {
  if (replacedBy !== undefined) {
    const since = replacedBy.published === undefined ? '' : ` of ${replacedBy.published.printed}`;
    const message = `${replacedBy.title}${since} is out: see what it changes with "rolecall refresh", then take it over`;
    return { field: 'replacedBy', message };
  }
  if (nextRelease === undefined || nextRelease === 'none' || lastDayOf(nextRelease) >= today)
    return undefined;
  const message = `the next release was expected in ${nextRelease.printed}: look whether it is out, and write it down as replacedBy`;
  return { field: 'nextRelease', message };
}

function reviewDoubt({ reviewBy }: Source, today: string): string | undefined {
  if (reviewBy < today)
    return `was to be reviewed by ${reviewBy}: compare its facts with the source again, then move the date`;
  const soon = Temporal.PlainDate.from(today).add({ days: NOTICE }).toString();
  return reviewBy <= soon ? `is to be reviewed by ${reviewBy}, within ${NOTICE} days` : undefined;
}

function longest({ nextRelease }: Source): number {
  return nextRelease === 'none' ? LONGEST_WITHOUT_RELEASES : LONGEST;
}

function latestReview(source: Source): string {
  return Temporal.PlainDate.from(publisherDate(source))
    .add({ years: longest(source) })
    .toString();
}
