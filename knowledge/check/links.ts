import type { Finding } from '../finding.ts';
import { sortFindings } from '../finding.ts';
import { KINDS } from '../kinds/index.ts';
import { type Entry, findingAt, type Origin } from '../load/entry.ts';
import { readPacks } from '../load/read-packs.ts';
import type { FieldPath } from '../load/source-position.ts';
import { isRecord } from '../record.ts';

/** As many addresses as are asked at a time. */
const AT_A_TIME = 8;
/** How long an address may take, in milliseconds. */
const PATIENCE = 20_000;

/** An address and every place that gives it. */
interface Link {
  readonly url: string;
  readonly places: readonly { readonly origin: Origin; readonly path: FieldPath }[];
}

/** What became of the links. */
export interface LinkReport {
  readonly findings: readonly Finding[];
  readonly asked: number;
  /** Addresses that neither answered well nor said that they are gone: refused to a program, busy, or too slow. */
  readonly unknown: readonly string[];
}

/**
 * Asks for every address in packs once, and reports those that are dead and those that have moved for good, by file and
 * line. The only part of the knowledge that uses the network, and only when somebody asks for it.
 */
export async function checkLinks(
  packs: readonly string[],
  progress: (line: string) => void = () => undefined,
): Promise<LinkReport> {
  const contents = await readPacks(packs);
  const links = linksIn(KINDS.flatMap(({ name }) => contents.of(name)));
  const findings: Finding[] = [];
  const unknown: string[] = [];
  const waiting = [...links];
  const work = async () => {
    for (let link = waiting.shift(); link !== undefined; link = waiting.shift()) {
      const { url, places } = link;
      const answer = await ask(url);
      progress(`${answer.said} ${url}`);
      if (answer.kind === 'unknown') unknown.push(`${url} (${answer.said})`);
      if (answer.kind !== 'wrong') continue;
      findings.push(...places.map(({ origin, path }) => findingAt(origin, path, answer.message, 'warning')));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { findings: sortFindings(findings), asked: links.length, unknown: unknown.toSorted() };
}

type Answer = { readonly said: string } & (
  { readonly kind: 'fine' | 'unknown' } | { readonly kind: 'wrong'; readonly message: string }
);

async function ask(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { accept: 'text/html,*/*', 'user-agent': 'rolecall check --links' },
    });
    await response.body?.cancel();
    return answerOf(url, response);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTFOUND')
      return {
        kind: 'wrong',
        said: code,
        message: 'is dead (no such host): find the page anew, or take it out',
      };
    return { kind: 'unknown', said: code };
  }
}

function answerOf(url: string, { status, headers }: Response): Answer {
  const said = String(status);
  if (status === 404 || status === 410)
    return { kind: 'wrong', said, message: `is dead (${status}): find the page anew, or take it out` };
  const to = headers.get('location');
  if ((status === 301 || status === 308) && to !== null)
    return {
      kind: 'wrong',
      said,
      message: `has moved to ${new URL(to, url).href}: write that, if it says the same`,
    };
  return { kind: status < 400 ? 'fine' : 'unknown', said };
}

/** What the system calls a failure to connect. */
function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  if (isRecord(cause) && typeof cause['code'] === 'string') return cause['code'];
  return error instanceof Error ? error.name : 'failed';
}

function linksIn(entries: readonly Entry<object>[]): Link[] {
  const all = entries.flatMap(({ value, origin }) =>
    [...urlsIn(value, [])].map(({ url, path }) => ({ url, origin, path })),
  );
  return Array.from(
    Map.groupBy(all, ({ url }) => url),
    ([url, places]) => ({ url, places }),
  );
}

/** The fields that hold an address to open. An address that names an occupation, in `codes`, is none. */
const FIELDS = new Set(['url', 'link']);

function* urlsIn(
  value: unknown,
  path: FieldPath,
): Generator<{ readonly url: string; readonly path: FieldPath }> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* urlsIn(item, [...path, i]);
  else if (isRecord(value))
    for (const [name, field] of Object.entries(value))
      if (FIELDS.has(name) && typeof field === 'string') yield { url: field, path: [...path, name] };
      else yield* urlsIn(field, [...path, name]);
}
