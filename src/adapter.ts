import type { Bot } from './bot.ts';
import type { Command } from './command.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Joined } from './community/welcome.ts';
import type { Health } from './health.ts';
import type { Route } from './http/route.ts';
import type { Installations } from './installations/installations.ts';
import type { Leases } from './lease/lease.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Pictures } from './picture/pictures.ts';
import type { Language } from './message/language.ts';
import type { Reply } from './reply.ts';
import type { PostingPlace, PostWish } from './outbox/place.ts';

/** A place the bot lives: it hears people, asks the bot, shows the reply. */
export interface Adapter extends PostingPlace {
  health(): Health;
  /** Lets another process take over what one alone may do, and goes on until it had the time to. Never rejects. */
  handOver?(): Promise<void>;
  /** Hears nothing more, and settles once what was heard is answered. */
  stop(): Promise<void>;
  /** Where the place posts to us; none where it is connected to instead. */
  readonly routes?: readonly Route[];
}

/** What an adapter is started with. `variables` holds the values of the variables it declared, trimmed. */
export interface Connection {
  readonly bot: Bot;
  readonly variables: Readonly<Record<string, string>>;
  readonly log: Log;
  /** What draws charts; without it they are told in words. */
  readonly pictures?: Pictures;
  /** What the place measures; nothing unless told. */
  readonly metrics?: Metrics;
  /** Told that the bot was removed from a community, as schedules name it (`chat:C1`), by a place that hears of it. */
  readonly onRemoved?: (community: string) => void;
  /** Told where the bot is wanted for the first time, or may be, by a place that hears of it. */
  readonly onJoined?: (joined: Joined) => void;
  /** What decides which of several processes does what only one may do; without it this is the only process. */
  readonly leases?: Leases;
  /** By which secrets a place acts in communities that installed the bot for themselves; without it there are none. */
  readonly installations?: Installations;
}

/** A variable a place can be set up with. */
export interface Variable {
  readonly name: string;
  /** What it is and where to get it: the page to open. */
  readonly about: string;
  readonly example?: string;
  readonly fallback?: string;
  readonly secret?: boolean;
  /** A sentence saying what is wrong with a value; undefined when it looks right. */
  readonly check?: (value: string) => string | undefined;
}

/** A way to hear a place, with the variables that it needs. */
interface Way {
  readonly name: string;
  readonly needs: readonly string[];
  /** Whether the place posts to us, so that there must be a port. */
  readonly overHttp?: true;
}

/** What turns a place on: all of `needs` of any one of its ways, the first that has them. Kept apart from the code that needs an SDK. */
export interface Settings {
  readonly place: string;
  readonly ways: readonly Way[];
  readonly variables: readonly Variable[];
}

/** What a place is set up with. */
interface SetupWish extends Pick<Connection, 'variables' | 'log'> {
  /** Where the bot is reached from outside, such as `https://bot.example.org`, without a slash at its end. */
  readonly url?: string;
}

/** What is done once to set a place up, as a task of the command line. */
export interface Setup {
  readonly task: string;
  /** What it does, for the help. */
  readonly about: string;
  /** Whether the place's variables have to be set for it. */
  readonly needsVariables: boolean;
  /** Does it, and gives what to print. */
  readonly run: (commands: readonly Command[], to: SetupWish) => Promise<string>;
  /** Whether it needs to be told where the bot is reached, if it is: `--url`. */
  readonly takesUrl?: true;
}

/** What a place looks at when the bot is checked up. */
export interface CheckUp extends Pick<Connection, 'variables' | 'log'> {
  readonly commands: readonly Command[];
  /** Where prompts are to be posted in this place. */
  readonly wishes: readonly PostWish[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** By which secrets the place acts in communities; absent where there is no store. */
  readonly installations?: Installations;
}

/** A place as `adapters/index.ts` lists it. */
export interface Place {
  readonly settings: Settings;
  readonly connect: (to: Connection) => Promise<Adapter>;
  /** What the place would be sent for an answer, as plain data; absent where that is what `--as json` prints. */
  readonly preview?: (reply: Reply, language: Language) => Promise<unknown>;
  readonly setup?: Setup;
  /** Asks the place whether all is set up there as it should be. Never rejects for what it finds. */
  readonly diagnose: (checkUp: CheckUp) => Promise<readonly Diagnosis[]>;
}

/** Why a place could not start, as one sentence that names the variable and the page to open. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
}
