import type { Cell, Database, Queries } from './database.ts';
import type { Member } from './member.ts';
import { inCommunity, ofMember } from './member.ts';
import type { Proposal, ProposedPrompt } from './proposals.ts';
import type { Mistake, Report } from './reports.ts';
import type { SettingChange } from './settings.ts';
import type { StudyEntry } from './study.ts';

/** Something of a member, and the community that it is kept in. */
type Kept<T> = T & { readonly community: string };

/** A schedule that a member made, who is told when it cannot be posted any more. */
type MadeSchedule = Kept<{ readonly id: string; readonly track: string }>;

/** Everything that is kept of a person. */
export interface MemberData {
  readonly study: readonly Kept<StudyEntry>[];
  readonly proposals: readonly Kept<Proposal>[];
  readonly reports: readonly Kept<Report>[];
  readonly schedules: readonly MadeSchedule[];
  /** Changes of settings that they made. */
  readonly settings: readonly Kept<Omit<SettingChange, 'member'>>[];
}

/** What became of it: how many rows are gone, and how many of each kind stay without the person. */
export interface Forgotten {
  readonly deleted: number;
  readonly stay: { readonly [K in 'proposals' | 'reports' | 'schedules' | 'settings']: number };
}

/** Everything of a member, oldest first. */
export async function dataOf(queries: Queries, member: Member): Promise<MemberData> {
  const own = [member.community, member.id];
  const study = await queries.rows<Kept<StudyEntry>>(
    `SELECT community, schedule, run, title, track, mark, due_at AS "dueAt", at FROM rolecall_study
     WHERE ${ofMember(member)} ORDER BY due_at, run`,
    own,
  );
  const decided = <Row extends object>(table: string) =>
    queries.rows<Row>(
      `SELECT community, id, state, reason, body, made_at AS "madeAt", decided_at AS "decidedAt"
       FROM rolecall_${table} WHERE ${ofMember(member)} ORDER BY made_at, id`,
      own,
    );
  const proposals = await decided<DecidedRow<Proposal, ProposedPrompt>>('proposals');
  const reports = await decided<DecidedRow<Report, Mistake>>('reports');
  const settings = await queries.rows<MemberData['settings'][number]>(
    `SELECT community, setting, channel, old_value AS "before", new_value AS "after", at
     FROM rolecall_setting_changes WHERE ${ofMember(member)} ORDER BY community, id`,
    own,
  );
  return {
    settings: settings.map((row) => ({ ...row })),
    study: study.map((row) => ({ ...row })),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `Proposals` writes what stands there
    proposals: proposals.map(({ body, ...row }) => ({ ...row, ...(JSON.parse(body) as ProposedPrompt) })),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `Reports` writes what stands there
    reports: reports.map(({ body, ...row }) => ({ ...row, ...(JSON.parse(body) as Mistake) })),
    schedules: (await madeBy(queries, member)).map(({ community, id, track }) => ({ community, id, track })),
  };
}

/** What was decided on: `body` holds the rest, as JSON. */
type DecidedRow<Whole, Body> = Kept<Omit<Whole, keyof Body>> & { readonly body: string };

/** Forgets a person, all of it or nothing. What others rest on stays, without them. */
export async function forgetMember(database: Database, member: Member): Promise<Forgotten> {
  const own = [member.community, member.id];
  const here = ofMember(member);
  return database.transaction(async (queries) => {
    const lock = database.dialect === 'postgres' ? 'FOR UPDATE' : '';
    const changed = async (sql: string, parameters: readonly Cell[] = own) =>
      (await queries.rows(`${sql} RETURNING 1 AS changed`, parameters)).length;
    const studied = await changed(`DELETE FROM rolecall_study WHERE ${here}`);
    const proposed = await changed(`DELETE FROM rolecall_proposals WHERE ${here} AND state <> 'accepted'`);
    const made = await madeBy(queries, member, lock);
    for (const { id, body } of made)
      await changed('UPDATE rolecall_schedules SET body = $2 WHERE id = $1', [id, withoutMaker(body)]);
    return {
      deleted: studied + proposed,
      stay: {
        proposals: await changed(`UPDATE rolecall_proposals SET member = '' WHERE ${here}`),
        reports: await changed(`UPDATE rolecall_reports SET member = '' WHERE ${here}`),
        schedules: made.length,
        settings: await changed(`UPDATE rolecall_setting_changes SET member = '' WHERE ${here}`),
      },
    };
  });
}

type MadeRow = MadeSchedule & { readonly body: string };

async function madeBy(queries: Queries, member: Member, lock = ''): Promise<MadeRow[]> {
  const rows = await queries.rows<{ community: string; id: string; body: string }>(
    `SELECT community, id, body FROM rolecall_schedules WHERE ${inCommunity(member)} ORDER BY id ${lock}`,
    [member.community],
  );
  return rows.flatMap((row) => {
    const { by, track } = contentOf(row.body);
    return by === member.id && by !== '' ? [{ ...row, track: track ?? '' }] : [];
  });
}

interface Content {
  readonly by?: string;
  readonly track?: string;
}

function contentOf(body: string): Content {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only schedules are kept there
  return (JSON.parse(body) as { content?: Content }).content ?? {};
}

function withoutMaker(body: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only schedules are kept there
  const schedule = JSON.parse(body) as { content?: object };
  return JSON.stringify({ ...schedule, content: { ...schedule.content, by: '' } });
}
