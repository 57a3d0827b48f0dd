import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Bot } from '../../src/bot.ts';
import { within } from '../../src/clock.ts';
import { needsRank } from '../../src/command.ts';
import type { Asker } from '../../src/invocation.ts';
import type { Log } from '../../src/log.ts';
import type { SlackInvocation } from './place.ts';
import { platformError } from './problems.ts';
import { reasonOf } from './reason.ts';
import { NOBODY } from './receive.ts';

/** What Slack says of people, which no command, press or message of theirs tells. */
export interface People {
  /** The locale of a person (BCP 47). Waits for Slack for a moment only, then it is the last known one, or English. */
  localeOf(person: Whom, client: Client): Promise<string>;
  /** The asker of a question with their locale, and whether they manage the workspace where the command needs to know. */
  askerOf(invocation: SlackInvocation, client: Client): Promise<Asker>;
}

/** A person; ids are those of one workspace. */
export interface Whom {
  readonly user: string;
  readonly workspace: string | null;
}

type Client = Pick<webApi.WebClient, 'users' | 'auth'>;

/** Milliseconds for which an answer of Slack is believed; `unsaid` is how long none is asked for again. */
const KEEP = { locale: 60 * 60_000, manages: 10 * 60_000, unsaid: 60_000 };
/** As many people are remembered. */
const MOST = 5_000;
/** As many are asked about at once: the client sends a hundred requests at most, and answers must get through. */
const MOST_ASKED = 20;
const ENGLISH = 'en';
const FORBIDDEN =
  'without the scope users:read everybody is answered in English, and nobody manages the workspace: install the app anew with the manifest';

interface Person {
  readonly locale: string;
  readonly localeUntil: number;
  /** The workspace that they manage; null where it is none. */
  readonly manages: string | null;
  readonly managesUntil: number;
}

interface Asked {
  readonly person: Promise<Person>;
  /** Somebody has waited for it long enough. */
  isSlow: boolean;
}

/** How people are asked about; tests shorten it. */
export interface PeopleTiming {
  /** Epoch milliseconds. */
  readonly clock?: () => number;
  /** How long an answer may wait for the language of its asker, in milliseconds; Slack gives it three seconds. */
  readonly patience?: number;
}

/** Asks Slack about people, about each of them once in a while. */
export function createPeople(bot: Pick<Bot, 'commands'>, log: Log, timing: PeopleTiming = {}): People {
  const ranked = bot.commands.filter(needsRank);
  const needs = ranked.map(({ name, managersOnly }) => [name, managersOnly === true] as const);
  return new KnownPeople(new Map(needs), log, timing);
}

class KnownPeople implements People {
  readonly #known = new LRUCache<string, Person>({ max: MOST });
  readonly #asking = new Map<string, Asked>();
  /** The commands that need the rank; true for those that nobody but a manager gets an answer of. */
  readonly #needRank: ReadonlyMap<string, boolean>;
  readonly #log: Log;
  readonly #clock: () => number;
  readonly #patience: number;
  #isForbidden = false;
  /** The workspace of the token that each workspace is spoken to with, once Slack has said it. */
  readonly #homes = new LRUCache<string, string>({ max: MOST });

  constructor(
    needRank: ReadonlyMap<string, boolean>,
    log: Log,
    { clock = Date.now, patience = 400 }: PeopleTiming,
  ) {
    this.#needRank = needRank;
    this.#log = log;
    this.#clock = clock;
    this.#patience = patience;
  }

  async localeOf(whom: Whom, client: Client): Promise<string> {
    if (whom.user === NOBODY) return ENGLISH;
    const key = keyOf(whom);
    const person = this.#known.get(key);
    const last = person?.locale ?? ENGLISH;
    if (person !== undefined && person.localeUntil > this.#clock()) return last;
    if (this.#asking.size >= MOST_ASKED && !this.#asking.has(key)) return last;
    const asked = this.#ask(whom, client);
    if (asked.isSlow) return last;
    const told = await within(asked.person, this.#patience);
    asked.isSlow ||= told === undefined;
    return told?.locale ?? last;
  }

  async askerOf({ asker, command, place }: SlackInvocation, client: Client): Promise<Asker> {
    const whom = { user: asker.id, workspace: place.community };
    if (!this.#needRank.has(command)) return { ...asker, locale: await this.localeOf(whom, client) };
    if (asker.id === NOBODY) return asker;
    const person = this.#known.get(keyOf(whom));
    const isFresh = person !== undefined && person.managesUntil > this.#clock();
    const asking = isFresh ? Promise.resolve(person) : this.#ask(whom, client).person;
    const told = this.#needRank.get(command) === true ? await asking : await within(asking, this.#patience);
    const { locale = person?.locale ?? ENGLISH, manages = null } = told ?? {};
    const isHere = manages !== null && manages === place.community;
    return { ...asker, locale, manages: isHere && (await this.#isHome(manages, client)) };
  }

  /** Whether it is the workspace that the app is installed in: those of others meet the bot in shared channels. */
  async #isHome(workspace: string, { auth }: Client): Promise<boolean> {
    try {
      const home = this.#homes.get(workspace) ?? (await auth.test()).team_id;
      if (home !== undefined) this.#homes.set(workspace, home);
      // Where the token is of no workspace of its own, any that it speaks for is home.
      return home === undefined || home === workspace;
    } catch (error) {
      this.#log.warn({ reason: reasonOf(error) }, 'Slack does not say which workspace this is');
      return false;
    }
  }

  #ask(whom: Whom, client: Client): Asked {
    const key = keyOf(whom);
    const running = this.#asking.get(key);
    if (running !== undefined) return running;
    const person = askSlack(whom.user, client, this.#clock)
      .catch((error: unknown) => this.#unsaid(key, error))
      .then((told) => {
        this.#known.set(key, told);
        this.#asking.delete(key);
        return told;
      });
    const asked: Asked = { isSlow: false, person };
    this.#asking.set(key, asked);
    return asked;
  }

  /** Where Slack does not say, the language is the last known one, and nobody is taken for a manager. */
  #unsaid(key: string, error: unknown): Person {
    const isForbidden = platformError(error) === 'missing_scope';
    if (!isForbidden) this.#log.warn({ reason: reasonOf(error) }, 'Slack does not say who somebody is');
    else if (!this.#isForbidden) this.#log.warn({}, FORBIDDEN);
    this.#isForbidden ||= isForbidden;
    const localeUntil = this.#clock() + (isForbidden ? KEEP.locale : KEEP.unsaid);
    return { locale: this.#known.get(key)?.locale ?? ENGLISH, localeUntil, manages: null, managesUntil: 0 };
  }
}

function keyOf({ user, workspace }: Whom): string {
  return `${workspace ?? ''} ${user}`;
}

async function askSlack(user: string, { users }: Client, clock: () => number): Promise<Person> {
  const { user: said } = await users.info({ user, include_locale: true });
  return {
    locale: said?.locale ?? ENGLISH,
    localeUntil: clock() + KEEP.locale,
    manages: managedBy(said),
    managesUntil: clock() + KEEP.manages,
  };
}

type SaidOfPerson = Awaited<ReturnType<Client['users']['info']>>['user'];

/** The workspace that somebody manages: their own, if they are a living member of it and its administrator or owner. */
function managedBy(said: SaidOfPerson): string | null {
  if (said?.is_admin !== true && said?.is_owner !== true) return null;
  const isLiving = said.deleted !== true && said.is_bot !== true && said.is_stranger !== true;
  const isGuest = said.is_restricted === true || said.is_ultra_restricted === true;
  return isLiving && !isGuest ? (said.team_id ?? null) : null;
}
