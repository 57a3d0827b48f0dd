import { Attempts } from './attempts.ts';
import { CountTable } from './counts.ts';
import type { Database } from './database.ts';
import { Deliveries } from './deliveries.ts';
import { Inbox } from './inbox.ts';
import { Installations } from './installations.ts';
import { Leases } from './leases.ts';
import { Ledger } from './ledger.ts';
import { Notices } from './notices.ts';
import { Proposals } from './proposals.ts';
import { Reports } from './reports.ts';
import { Schedules } from './schedules.ts';
import { Settings } from './settings.ts';
import { Study } from './study.ts';
import { Welcomes } from './welcomes.ts';

/** The tables of a database, each with its own SQL: this file is the list of them. */
export interface Tables {
  readonly schedules: Schedules;
  readonly ledger: Ledger;
  readonly deliveries: Deliveries;
  readonly attempts: Attempts;
  readonly notices: Notices;
  /** What members keep of their own studies. */
  readonly study: Study;
  /** What members propose to be posted. */
  readonly proposals: Proposals;
  /** What members report of mistakes in answers. */
  readonly reports: Reports;
  /** What communities ask, without people. */
  readonly counts: CountTable;
  /** What communities chose, and who changed it. */
  readonly settings: Settings;
  /** Which communities were told what the bot is for. */
  readonly welcomes: Welcomes;
  /** By which secrets places act in communities that installed the bot for themselves. */
  readonly installations: Installations;
  /** What was heard and is being acted on, so that it is acted on once. */
  readonly inbox: Inbox;
  /** Which process does what only one may do. */
  readonly leases: Leases;
}

/** For how long what was asked is counted. */
const COUNTS_KEPT_MS = 180 * 24 * 3_600_000;

/** For how long it is known who changed a setting. */
const CHANGES_KEPT_MS = 365 * 24 * 3_600_000;

/** The tables of this database. */
export function tablesOf(database: Database): Tables {
  const ledger = new Ledger(database);
  return {
    schedules: new Schedules(database),
    ledger,
    deliveries: new Deliveries(database),
    attempts: new Attempts(database),
    notices: new Notices(database),
    study: new Study(database),
    proposals: new Proposals(database),
    reports: new Reports(database),
    counts: new CountTable(database),
    settings: new Settings(database),
    welcomes: new Welcomes(database, ledger),
    installations: new Installations(database),
    inbox: new Inbox(database),
    leases: new Leases(database),
  };
}

/** Forgets history and dismissed reports from before `before` (epoch milliseconds), old counts, changes of settings and claims. */
export async function pruneTables(tables: Tables, before: number, now: number): Promise<void> {
  await tables.ledger.prune(before);
  await tables.notices.prune(before);
  await tables.reports.prune(before);
  await tables.counts.prune(new Date(now - COUNTS_KEPT_MS).toISOString().slice(0, 10));
  await tables.settings.prune(now - CHANGES_KEPT_MS);
  await tables.inbox.prune(now);
}
