import type { Bot } from './bot.ts';
import type { Command } from './command.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Route } from './http/route.ts';
import type { Leases } from './lease/lease.ts';
import type { Log } from './log.ts';
import type { Pictures } from './picture/pictures.ts';
import type { Language } from './message/language.ts';
import type { Said } from './message/message.ts';
import type { Reply, Text } from './reply.ts';
import type { Poster } from './schedule/poster.ts';

/** How a place is doing, as `health` and the start-up lines show it. */
export interface Health {
  readonly live: boolean;
  /** Whether another process does what this one would do in its stead. */
  readonly standsBy?: boolean;
  /** One sentence, without secrets. */
  readonly detail: string;
}

/** Where a prompt shall be posted and what shall be done there. Ids are the place's own. */
export interface PostWish {
  /** Null outside a community. */
  readonly community: string | null;
  readonly channel: string;
  readonly thread: boolean;
  readonly pin: boolean;
  /** The one role or group to mention. */
  readonly mention?: string;
}

/** A place the bot lives: it hears people, asks the bot, shows the reply. */
export interface Adapter {
  readonly name: string;
  health(): Health;
  /** Lets another process take over what one alone may do, and goes on until it had the time to. Never rejects. */
  handOver?(): Promise<void>;
  /** Hears nothing more, and settles once what was heard is answered. */
  stop(): Promise<void>;
  /** Where the place posts to us; none where it is connected to instead. */
  readonly routes?: readonly Route[];
  /** What posts here without being asked; absent where nothing can be. */
  readonly poster?: Poster;
  /** Why a wish cannot be granted, as a sentence that says what to do; null when it can. Rejects when the place does not say. */
  canPost?(wish: PostWish): Promise<Said | null>;
  /** Why nobody could be told by a role or group of a community that they manage it, as a sentence; null where it can be told. */
  groupProblem?(community: string, group: string): Promise<Said | null>;
  /** Whether the bot was surely removed from a community, by the place's own id. Rejects when the place does not say. */
  isGone?(community: string): Promise<boolean>;
  /** Tells one person something in private, in a language. Rejects when that is not possible. */
  tell?(person: string, said: Text, language: Language): Promise<void>;
}

/** What an adapter is started with. `variables` holds the values of the variables it declared, trimmed. */
export interface Connection {
  readonly bot: Bot;
  readonly variables: Readonly<Record<string, string>>;
  readonly log: Log;
  /** What draws charts; without it they are told in words. */
  readonly pictures?: Pictures;
  /** What decides which of several processes does what only one may do; without it this is the only process. */
  readonly leases?: Leases;
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

/** What is done once to set a place up, as a task of the command line. */
export interface Setup {
  readonly task: string;
  /** What it does, for the help. */
  readonly about: string;
  /** Whether the place's variables have to be set for it. */
  readonly needsVariables: boolean;
  /** Does it, and gives what to print. */
  readonly run: (commands: readonly Command[], to: Pick<Connection, 'variables' | 'log'>) => Promise<string>;
}

/** What a place looks at when the bot is checked up. */
export interface CheckUp extends Pick<Connection, 'variables' | 'log'> {
  readonly commands: readonly Command[];
  /** Where prompts are to be posted in this place. */
  readonly wishes: readonly PostWish[];
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A place as `adapters/index.ts` lists it. */
export interface Place {
  readonly settings: Settings;
  readonly connect: (to: Connection) => Promise<Adapter>;
  /** What the place would be sent for an answer, as plain data. */
  readonly preview: (reply: Reply, language: Language) => Promise<unknown>;
  readonly setup?: Setup;
  /** Asks the place whether all is set up there as it should be. Never rejects for what it finds. */
  readonly diagnose: (checkUp: CheckUp) => Promise<readonly Diagnosis[]>;
}

/** Why a place could not start, as one sentence that names the variable and the page to open. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
}
