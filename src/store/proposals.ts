import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import type { Cell, Database, Queries } from './database.ts';
import { keepJson, readJson } from './kept-json.ts';
import type { Member } from './member.ts';
import { ofMember } from './member.ts';

/** What became of a proposal so far. */
type ProposalState = 'open' | 'accepted' | 'declined';

const proposedPrompt = z.object({
  /** The id of the role whose track it is for. */
  track: z.string(),
  title: z.string(),
  build: z.string().exactOptional(),
  discuss: z.string().exactOptional(),
  /** An https address. */
  link: z.string().exactOptional(),
});

/** What somebody wants posted: at least one of `build` and `discuss`, in their own words. */
export type ProposedPrompt = Readonly<z.infer<typeof proposedPrompt>>;

/** A proposal as kept. Instants are epoch milliseconds. */
export interface Proposal extends ProposedPrompt {
  /** Unique within its community, short enough to be typed. */
  readonly id: string;
  readonly state: ProposalState;
  /** Why it was declined. */
  readonly reason: string | null;
  readonly madeAt: number;
  readonly decidedAt: number | null;
}

/** What a manager says about a proposal. A declined one always has a reason. */
export type Decision =
  { readonly state: 'accepted' } | { readonly state: 'declined'; readonly reason: string };

/** At most so many: of a member and of a community that wait, and of a community that are accepted. */
const MOST_OPEN = 3;
export const MOST_WAITING = 100;
export const MOST_ACCEPTED = 200;

type Row = Omit<Proposal, keyof ProposedPrompt> & { readonly body: string };

const COLUMNS = 'id, state, reason, body, made_at AS "madeAt", decided_at AS "decidedAt"';

/** What members propose to be posted, and what became of it. */
export class Proposals {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps a proposal, accepted at once where `isDecided`. @throws Problem at a limit. */
  async add(member: Member, prompt: ProposedPrompt, isDecided: boolean, now: number): Promise<Proposal> {
    const id = randomUUID().slice(0, 6);
    const state = isDecided ? 'accepted' : 'open';
    return this.#alone(member.community, async (queries) => {
      await (isDecided ? refuseAccepted(queries, member.community) : refuseOpen(queries, member));
      const [row] = await queries.rows<Row>(
        `INSERT INTO rolecall_proposals (community, id, member, state, reason, body, made_at, decided_at)
         VALUES ($1, $2, $3, $4, NULL, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
        [member.community, id, member.id, state, keepJson(prompt), now, isDecided ? now : null],
      );
      if (row === undefined) throw new Problem(say('That did not work out; try again.'));
      return readRow(row);
    });
  }

  /** What was not declined in a community, oldest first. */
  async list(community: string): Promise<Proposal[]> {
    return this.#read("community = $1 AND state <> 'declined'", [community]);
  }

  /** Everything of a member, oldest first. */
  async by(member: Member): Promise<Proposal[]> {
    return this.#read(ofMember(member), [member.community, member.id]);
  }

  /** Writes down what a manager says; null when there is none of this id, or it was declined before. @throws Problem. */
  async decide(community: string, id: string, decision: Decision, now: number): Promise<Proposal | null> {
    const reason = decision.state === 'declined' ? decision.reason : null;
    return this.#alone(community, async (queries) => {
      if (decision.state === 'accepted') await refuseAccepted(queries, community);
      const [row] = await queries.rows<Row>(
        `UPDATE rolecall_proposals SET state = $3, reason = $4, decided_at = $5
         WHERE community = $1 AND id = $2 AND state <> 'declined' RETURNING ${COLUMNS}`,
        [community, id, decision.state, reason, now],
      );
      return row === undefined ? null : readRow(row);
    });
  }

  async #read(where: string, parameters: readonly Cell[]): Promise<Proposal[]> {
    const rows = await this.#database.rows<Row>(
      `SELECT ${COLUMNS} FROM rolecall_proposals WHERE ${where} ORDER BY made_at, id`,
      parameters,
    );
    return rows.map(readRow);
  }

  /** One at a time in a community, so that a limit holds however many ask at once. */
  async #alone<T>(community: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (queries) => {
      if (this.#database.dialect === 'postgres')
        await queries.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [`proposals ${community}`]);
      return work(queries);
    });
  }
}

function readRow({ body, ...row }: Row): Proposal {
  return { ...row, ...readJson(proposedPrompt, body) };
}

async function refuseOpen(queries: Queries, { community, id }: Member): Promise<void> {
  const open = "FROM rolecall_proposals WHERE state = 'open' AND community = $1";
  if ((await count(queries, `${open} AND member = $2`, [community, id])) >= MOST_OPEN)
    throw new Problem(
      say(
        'You have {most} proposals that nobody has decided yet: wait for one of them, then propose again.',
        {
          most: MOST_OPEN,
        },
      ),
    );
  if ((await count(queries, open, [community])) >= MOST_WAITING)
    throw new Problem(
      say('{most} proposals wait here already: ask a manager to look at them first.', { most: MOST_WAITING }),
    );
}

async function refuseAccepted(queries: Queries, community: string): Promise<void> {
  const accepted = "FROM rolecall_proposals WHERE state = 'accepted' AND community = $1";
  if ((await count(queries, accepted, [community])) >= MOST_ACCEPTED)
    throw new Problem(
      say('This community has {most} prompts of its own: take one out with /prompts decline first.', {
        most: MOST_ACCEPTED,
      }),
    );
}

async function count(queries: Queries, from: string, parameters: readonly Cell[]): Promise<number> {
  const [row] = await queries.rows<{ total: number }>(`SELECT COUNT(*) AS total ${from}`, parameters);
  return row?.total ?? 0;
}
