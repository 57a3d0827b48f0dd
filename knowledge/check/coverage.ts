import type { Finding } from '../finding.ts';
import { type Content, latest } from '../merge.ts';
import { findingAt } from '../pack/entry.ts';
import type { PackContents } from '../pack/read.ts';
import type { Role, Source } from '../schema.ts';

/** How long before its date a review is announced, in days. */
const NOTICE = 30;

/** Sources whose review date has passed or is near. `today` is an ISO date. */
export function checkReviews({ sources }: PackContents, today: string): Finding[] {
  const soon = Temporal.PlainDate.from(today).add({ days: NOTICE }).toString();
  return [...latest(sources).values()].flatMap(({ value, origin }) => {
    const message = review(value, today, soon);
    return message === undefined ? [] : [findingAt(origin, ['reviewBy'], message, 'warning')];
  });
}

function review({ reviewBy }: Source, today: string, soon: string): string | undefined {
  if (reviewBy < today)
    return `was to be reviewed by ${reviewBy}: compare its facts with the source again, then move the date`;
  return reviewBy <= soon ? `is to be reviewed by ${reviewBy}, within ${NOTICE} days` : undefined;
}

/** Roles written by hand whose pay rests on fewer than two sources, or that name no skill. */
export function checkCoverage({ roles: written }: PackContents, { roles }: Content): Finding[] {
  const origins = latest(written);
  return roles.flatMap((role) => {
    const origin = origins.get(role.id)?.origin;
    return origin ? gaps(role).map((message) => findingAt(origin, [], message, 'warning')) : [];
  });
}

function gaps({ pay, skills }: Role): string[] {
  const payers = new Set(pay.map(({ source }) => source));
  const [only] = payers;
  return [
    ...(payers.size === 0 ? ['no source says what this role pays: add pay'] : []),
    ...(payers.size === 1 ? [`only ${only} says what this role pays: add a second source`] : []),
    ...(skills.length === 0 ? ['no source says what this role needs: add skills'] : []),
  ];
}

/** Facts by code for which no role has the code: kept, but nobody can ask for them. One finding a file. */
export function checkCodes({ facts }: PackContents, { roles }: Content): Finding[] {
  const codes = new Set(
    roles.flatMap((role) => [
      ...role.codes.onet,
      ...role.codes.onet.map((code) => code.slice(0, 7)),
      ...role.codes.esco,
    ]),
  );
  const byCode = facts.filter(({ value }) => value.role === undefined);
  const idle = byCode.filter(({ value }) => !codes.has(value.onet ?? value.esco ?? ''));
  return [...Map.groupBy(idle, ({ origin }) => origin.file).values()].flatMap((lines) => {
    const [line] = lines;
    if (line === undefined) return [];
    const message = `here and on ${lines.length - 1} more lines, no role has the code, so the facts are never shown: add roles that have it, or leave them`;
    return [findingAt(line.origin, [line.value.onet === undefined ? 'esco' : 'onet'], message, 'warning')];
  });
}
