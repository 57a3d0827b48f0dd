import { readSaidOr } from '../message/stored.ts';
import type { Database } from './database.ts';
import type { Occurrence, OccurrenceRow, StepName } from './ledger.ts';
import { OCCURRENCE, readOccurrence } from './ledger.ts';
import type { Step } from './deliveries.ts';
import type { Said } from '../message/message.ts';

/** One try, as it was. Instants are epoch milliseconds. */
export interface PastAttempt {
  readonly kind: 'send' | 'look';
  readonly worker: string;
  readonly startedAt: number;
  /** Null while it runs, or when nobody has noticed yet that its worker is gone. */
  readonly endedAt: number | null;
  readonly outcome: string | null;
  readonly detail: Said | null;
}

/** One step in one target, with its tries in order. */
export interface PastStep {
  readonly target: string;
  readonly step: StepName;
  readonly state: Step['state'];
  readonly notBefore: number;
  readonly result: string | null;
  readonly reason: Said | null;
  readonly attempts: readonly PastAttempt[];
}

/** Everything that is known of an occurrence: due, claimed by whom, each step, each try and error. */
export interface History {
  readonly occurrence: Occurrence;
  readonly steps: readonly PastStep[];
}

type Row = OccurrenceRow &
  Omit<PastAttempt, 'detail'> &
  Omit<PastStep, 'attempts' | 'reason' | 'state' | 'target'> & {
    readonly target: string | null;
    readonly stepState: Step['state'];
    readonly stepReason: string | null;
    readonly detail: string | null;
  };

/** The history of an occurrence in one query; null when it is not known. */
export async function historyOf(database: Database, occurrence: string): Promise<History | null> {
  const rows = await database.rows<Row>(
    `SELECT ${OCCURRENCE}, s.target, s.step, s.state AS "stepState", s.not_before AS "notBefore", s.result,
       s.reason AS "stepReason", a.kind, a.worker, a.started_at AS "startedAt", a.ended_at AS "endedAt", a.outcome, a.detail
     FROM rolecall_occurrences o
     LEFT JOIN rolecall_steps s ON s.occurrence = o.id
     LEFT JOIN rolecall_attempts a ON a.occurrence = s.occurrence AND a.target = s.target AND a.step = s.step
     WHERE o.id = $1 ORDER BY s.target, s.position, a.started_at, a.token`,
    [occurrence],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const groups = Map.groupBy(rows, (row) => `${row.target} ${row.step}`);
  return { occurrence: occurrenceIn(first), steps: [...groups.values()].flatMap(stepIn) };
}

function occurrenceIn(row: Row): Occurrence {
  const { id, schedule, slot, dueAt, state, reason, content, claimedBy, claimedAt, reaches } = row;
  return readOccurrence({ id, schedule, slot, dueAt, state, reason, content, claimedBy, claimedAt, reaches });
}

function stepIn(rows: readonly Row[]): PastStep[] {
  const [first] = rows;
  // An occurrence that was skipped has no steps.
  if (first === undefined || first.target === null) return [];
  const { target, step, stepState: state, notBefore, result, stepReason: reason } = first;
  const attempts = rows
    .filter((row) => row.worker !== null)
    .map(({ kind, worker, startedAt, endedAt, outcome, detail }) => ({
      kind,
      worker,
      startedAt,
      endedAt,
      outcome,
      detail: readSaidOr(detail),
    }));
  return [{ target, step, state, notBefore, result, reason: readSaidOr(reason), attempts }];
}
