import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Bot } from '../../src/bot.ts';
import type { Invocation } from '../../src/invocation.ts';
import type { Log } from '../../src/log.ts';
import { platformError } from './problems.ts';
import { reasonOf } from './reason.ts';
import { NOBODY } from './receive.ts';

/** What Slack says of people, which no command, press or message of theirs tells. */
export interface People {
  /** The locale of a person (BCP 47). Waits for Slack for a moment only, then it is the last known one, or English. */
  localeOf(user: string | null, client: Client): Promise<string>;
  /** A question with the locale of its asker, and whether they manage the workspace where the command needs to know. */
  complete(invocation: Invocation, client: Client): Promise<Invocation>;
}

type Client = Pick<webApi.WebClient, 'users'>;

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
  readonly manages: boolean;
  readonly managesUntil: number;
}

interface Asked {
  readonly person: Promise<Person>;
  /** Somebody has waited for it long enough. */
  isSlow: boolean;
}

interface Timing {
  readonly clock?: () => number;
  /** How long an answer may wait for the language of its asker, in milliseconds; Slack gives it three seconds. */
  readonly patience?: number;
}

/** Asks Slack about people, about each of them once in a while. */
export function createPeople(bot: Pick<Bot, 'commands'>, log: Log, timing: Timing = {}): People {
  const forManagers = bot.commands.filter(({ managersOnly }) => managersOnly === true);
  return new KnownPeople(new Set(forManagers.map(({ name }) => name)), log, timing);
}

class KnownPeople implements People {
  readonly #known = new LRUCache<string, Person>({ max: MOST });
  readonly #asking = new Map<string, Asked>();
  readonly #forManagers: ReadonlySet<string>;
  readonly #log: Log;
  readonly #clock: () => number;
  readonly #patience: number;
  #isForbidden = false;

  constructor(forManagers: ReadonlySet<string>, log: Log, { clock = Date.now, patience = 400 }: Timing) {
    this.#forManagers = forManagers;
    this.#log = log;
    this.#clock = clock;
    this.#patience = patience;
  }

  async localeOf(user: string | null, client: Client): Promise<string> {
    if (user === null || user === NOBODY) return ENGLISH;
    const person = this.#known.get(user);
    const last = person?.locale ?? ENGLISH;
    if (person !== undefined && person.localeUntil > this.#clock()) return last;
    if (this.#asking.size >= MOST_ASKED && !this.#asking.has(user)) return last;
    const asked = this.#ask(user, client);
    if (asked.isSlow) return last;
    const told = await within(asked.person, this.#patience);
    asked.isSlow ||= told === undefined;
    return told?.locale ?? last;
  }

  async complete(invocation: Invocation, client: Client): Promise<Invocation> {
    const { asker, command } = invocation;
    if (!this.#forManagers.has(command))
      return { ...invocation, asker: { ...asker, locale: await this.localeOf(asker.id, client) } };
    const person = this.#known.get(asker.id);
    const isFresh = person !== undefined && person.managesUntil > this.#clock();
    const { locale, manages } = isFresh ? person : await this.#ask(asker.id, client).person;
    return { ...invocation, asker: { ...asker, locale, manages } };
  }

  #ask(user: string, client: Client): Asked {
    const running = this.#asking.get(user);
    if (running !== undefined) return running;
    const person = askSlack(user, client, this.#clock)
      .catch((error: unknown) => this.#unsaid(user, error))
      .then((told) => {
        this.#known.set(user, told);
        this.#asking.delete(user);
        return told;
      });
    const asked: Asked = { isSlow: false, person };
    this.#asking.set(user, asked);
    return asked;
  }

  /** Where Slack does not say, the language is the last known one, and nobody is taken for a manager. */
  #unsaid(user: string, error: unknown): Person {
    const isForbidden = platformError(error) === 'missing_scope';
    if (!isForbidden) this.#log.warn({ reason: reasonOf(error) }, 'Slack does not say who somebody is');
    else if (!this.#isForbidden) this.#log.warn({}, FORBIDDEN);
    this.#isForbidden ||= isForbidden;
    const localeUntil = this.#clock() + (isForbidden ? KEEP.locale : KEEP.unsaid);
    return { locale: this.#known.get(user)?.locale ?? ENGLISH, localeUntil, manages: false, managesUntil: 0 };
  }
}

async function askSlack(user: string, { users }: Client, clock: () => number): Promise<Person> {
  const { user: said } = await users.info({ user, include_locale: true });
  return {
    locale: said?.locale ?? ENGLISH,
    localeUntil: clock() + KEEP.locale,
    manages: said?.is_admin === true || said?.is_owner === true,
    managesUntil: clock() + KEEP.manages,
  };
}

/** What a promise gives, or undefined when it takes longer; milliseconds. */
async function within<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
  const timeUp = Promise.withResolvers<undefined>();
  const timer = setTimeout(timeUp.resolve, patience, undefined);
  const first = await Promise.race([promise, timeUp.promise]);
  clearTimeout(timer);
  return first;
}
