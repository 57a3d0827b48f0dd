import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../message/language.ts';
import { languageOf } from '../message/language.ts';
import { amount } from '../message/figures.ts';
import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import type { Cell, Database, Queries } from './database.ts';
import { keepJson, readJson } from './kept-json.ts';
import type { Member } from './member.ts';
import { ofMember } from './member.ts';

/** What became of a report so far. */
export type ReportState = 'open' | 'accepted' | 'dismissed';

const mistakeSchema = z.object({
  /** The question that was answered, as a person could type it: `salary ml-engineer`. */
  about: z.string(),
  what: z.string(),
  /** What would be right. */
  right: z.string().exactOptional(),
  /** An http or https address that says so. */
  source: z.string().exactOptional(),
  /** The version of the knowledge that answered. */
  knowledge: z.string(),
});

/** What somebody says is wrong in an answer, in their own words. */
export type Mistake = Readonly<z.infer<typeof mistakeSchema>>;

/** A report as kept. Instants are epoch milliseconds. Who sent it is never read back. */
export interface Report extends Mistake {
  /** Unique within its community, short enough to be typed. */
  readonly id: string;
  readonly state: ReportState;
  /** Why it was dismissed, where somebody said so. */
  readonly reason: string | null;
  readonly madeAt: number;
  readonly decidedAt: number | null;
}

/** What a manager says about a report. */
export type Verdict =
  { readonly state: 'accepted' } | { readonly state: 'dismissed'; readonly reason: string | null };

/** At most so many in a day: of a member, and of a community; and at most so many of a community that wait. */
const MOST_OF_MEMBER = 5;
export const MOST_OF_COMMUNITY = 50;
export const MOST_OPEN = 500;

type Row = Omit<Report, keyof Mistake> & { readonly body: string };

const COLUMNS = 'id, state, reason, body, made_at AS "madeAt", decided_at AS "decidedAt"';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where a community's reports go (`chat:C123`), and in which language. */
export interface ReportTarget {
  readonly target: string;
  readonly language: Language;
}

/** What posts about a community's reports are filed under, as those of a schedule are under its id, which has no slash. */
export function reportsOf(community: string): string {
  return `reports/${community}`;
}

/** What members report of mistakes in answers, what became of it, and where it is posted. */
export class Reports {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Keeps a report. `now` is in epoch milliseconds; `also` runs in the same transaction, so that both are kept or
   * nothing. @throws Problem at a limit, saying when it is over.
   */
  async add(
    member: Member,
    mistake: Mistake,
    now: number,
    also?: (queries: Queries, report: Report) => Promise<void>,
  ): Promise<Report> {
    const id = randomUUID().slice(0, 6);
    const { community } = member;
    return this.#alone(community, async (queries) => {
      await refuseAtLimit(queries, member, now);
      const at = await turnAfter(queries, community, now);
      const [row] = await queries.rows<Row>(
        `INSERT INTO rolecall_reports (community, id, member, state, reason, body, made_at, decided_at)
         VALUES ($1, $2, $3, 'open', NULL, $4, $5, NULL) ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
        [community, id, member.id, keepJson(mistake), at],
      );
      if (row === undefined) throw new Problem(say('That did not work out; try again.'));
      const report = readRow(row);
      await also?.(queries, report);
      return report;
    });
  }

  /** Those of a community in a state, oldest first. */
  async list(community: string, state: ReportState): Promise<Report[]> {
    return this.#read('community = $1 AND state = $2', [community, state]);
  }

  /** Those of every community in a state, oldest first. */
  async everywhere(state: ReportState): Promise<Report[]> {
    return this.#read('state = $1', [state]);
  }

  /** One report; null when the community has none of this id. */
  async get(community: string, id: string): Promise<Report | null> {
    const [report] = await this.#read('community = $1 AND id = $2', [community, id]);
    return report ?? null;
  }

  /** Everything of a member, oldest first. */
  async by(member: Member): Promise<Report[]> {
    return this.#read(ofMember(member), [member.community, member.id]);
  }

  /** Writes down what a manager says, in the stead of what was said before; null when there is none of this id. */
  async decide(community: string, id: string, verdict: Verdict, now: number): Promise<Report | null> {
    const reason = verdict.state === 'dismissed' ? verdict.reason : null;
    const [row] = await this.#database.rows<Row>(
      `UPDATE rolecall_reports SET state = $3, reason = $4, decided_at = $5
       WHERE community = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [community, id, verdict.state, reason, now],
    );
    return row === undefined ? null : readRow(row);
  }

  /** Where a community's reports are posted; null where nowhere. */
  async target(community: string): Promise<ReportTarget | null> {
    const [row] = await this.#database.rows<{ target: string; language: string }>(
      'SELECT target, language FROM rolecall_report_channels WHERE community = $1',
      [community],
    );
    return row === undefined ? null : { target: row.target, language: languageOf(row.language) };
  }

  /** Posts a community's reports there from now on; nowhere with null. `also` is done with it or not at all. */
  async setTarget(
    community: string,
    to: ReportTarget | null,
    also?: (queries: Queries) => Promise<void>,
  ): Promise<void> {
    await this.#alone(community, async (queries) => {
      if (to === null)
        await queries.rows('DELETE FROM rolecall_report_channels WHERE community = $1', [community]);
      else
        await queries.rows(
          `INSERT INTO rolecall_report_channels (community, target, language) VALUES ($1, $2, $3)
           ON CONFLICT (community) DO UPDATE SET target = $2, language = $3`,
          [community, to.target, to.language],
        );
      await also?.(queries);
    });
  }

  /** Forgets those that were dismissed before `before` (epoch milliseconds). */
  async prune(before: number): Promise<void> {
    await this.#database.rows("DELETE FROM rolecall_reports WHERE state = 'dismissed' AND decided_at < $1", [
      before,
    ]);
  }

  async #read(where: string, parameters: readonly Cell[]): Promise<Report[]> {
    const rows = await this.#database.rows<Row>(
      `SELECT ${COLUMNS} FROM rolecall_reports WHERE ${where} ORDER BY made_at, community, id`,
      parameters,
    );
    return rows.map(readRow);
  }

  /** One at a time in a community, so that a limit holds however many ask at once. */
  async #alone<T>(community: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (queries) => {
      if (this.#database.dialect === 'postgres')
        await queries.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [`reports ${community}`]);
      return work(queries);
    });
  }
}

function readRow({ body, ...row }: Row): Report {
  return { ...row, ...readJson(mistakeSchema, body) };
}

async function refuseAtLimit(queries: Queries, { community, id }: Member, now: number): Promise<void> {
  const own = await sent(queries, 'community = $1 AND made_at > $2 AND member = $3', [
    community,
    now - DAY,
    id,
  ]);
  if (own.length >= MOST_OF_MEMBER)
    throw new Problem(
      say('You have sent {most} reports within a day: the next one can be sent in {wait}.', {
        most: MOST_OF_MEMBER,
        wait: waitFor(own, MOST_OF_MEMBER, now),
      }),
    );
  const all = await sent(queries, 'community = $1 AND made_at > $2', [community, now - DAY]);
  if (all.length >= MOST_OF_COMMUNITY)
    throw new Problem(
      say('{most} reports came from this community within a day: the next one can be sent in {wait}.', {
        most: MOST_OF_COMMUNITY,
        wait: waitFor(all, MOST_OF_COMMUNITY, now),
      }),
    );
  const open = await sent(queries, "community = $1 AND state = 'open'", [community]);
  if (open.length >= MOST_OPEN)
    throw new Problem(
      say('{most} reports wait here already: ask a manager to look at them first.', { most: MOST_OPEN }),
    );
}

/** `now`, or just after the last report of that moment, so that they keep their order; no more than may wait take a turn. */
async function turnAfter(queries: Queries, community: string, now: number): Promise<number> {
  const [latest] = await queries.rows<{ at: number | null }>(
    'SELECT MAX(made_at) AS at FROM rolecall_reports WHERE community = $1 AND made_at >= $2 AND made_at < $3',
    [community, now, now + MOST_OPEN],
  );
  return Math.max(now, (latest?.at ?? 0) + 1);
}

/** When reports were sent, earliest first. */
async function sent(queries: Queries, where: string, parameters: readonly Cell[]): Promise<number[]> {
  const rows = await queries.rows<{ at: number }>(
    `SELECT made_at AS at FROM rolecall_reports WHERE ${where} ORDER BY made_at`,
    parameters,
  );
  return rows.map(({ at }) => at);
}

/** How long until fewer than `most` were sent within a day, in words. */
function waitFor(sentAt: readonly number[], most: number, now: number): Said {
  const left = Math.max(0, (sentAt[sentAt.length - most] ?? now) + DAY - now);
  if (left > HOUR)
    return say('{n, plural, one {one hour} other {{words} hours}}', amount(Math.ceil(left / HOUR)));
  const minutes = Math.max(1, Math.ceil(left / 60_000));
  return say('{n, plural, one {one minute} other {{words} minutes}}', amount(minutes));
}
