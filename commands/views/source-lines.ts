import type { Source } from '../../knowledge/index.ts';
import { shortDate } from '../../src/message/dates.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { bold, type Inline, link, type Text } from '../../src/reply.ts';
import { isStale } from './credits.ts';

/** Everything known about a source, a line each. `now` is in epoch milliseconds. */
export function sourceLines(source: Source, now: number): Text[] {
  const lines: [Said, string | undefined][] = [
    [say('Pay'), source.payMeans],
    [say('Method'), source.methodology],
    [say('Rests on'), source.anchors.length > 0 ? source.anchors.join('; ') : undefined],
    [say('Note'), source.disclaimers.length > 0 ? source.disclaimers.join(' ') : undefined],
    [say('Licence'), source.licence],
    [say('Credit'), source.credit],
  ];
  const told = lines.flatMap(([label, said]): Text[] =>
    said === undefined ? [] : [[bold(label), `: ${said}`]],
  );
  return [titleLine(source), [datesOf(source, now)], ...releases(source), ...told];
}

/** The release that has replaced this one, or when the next one is expected. */
function releases({ replacedBy, nextRelease }: Source): Text[] {
  if (replacedBy !== undefined) {
    const { title, published, url } = replacedBy;
    const name: Inline = url === undefined ? title : link(title, url);
    return [
      [bold(say('Newer')), ': ', name, ...(published === undefined ? [] : [` · ${published.printed}`])],
    ];
  }
  if (nextRelease === undefined || nextRelease === 'none') return [];
  return [[bold(say('Next release')), `: ${nextRelease.printed}`]];
}

function titleLine({ title, publisher, url }: Source): Text {
  const name: Inline = url === undefined ? title : link(title, url);
  return publisher === undefined || publisher === title ? [name] : [name, ` · ${publisher}`];
}

/** "published 2026 · read 21 Nov 2026 · review by 21 Nov 2027", with a mark where that is past. */
function datesOf(source: Source, now: number): Said {
  const { published, reviewed, retrieved, reviewBy } = source;
  const stale = isStale(source, now);
  return joined(
    [
      ...(published === undefined ? [] : [say('Published {date}', { date: published.printed })]),
      ...(reviewed === undefined ? [] : [say('Reviewed {date}', { date: shortDate(reviewed) })]),
      say('Read {date}', { date: shortDate(retrieved) }),
      stale
        ? say('Review by {date}: overdue', { date: shortDate(reviewBy) })
        : say('Review by {date}', { date: shortDate(reviewBy) }),
    ],
    ' · ',
  );
}
