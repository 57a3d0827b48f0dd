import { afterEach, beforeEach } from 'vitest';
import type { Log } from '../../../src/log.ts';
import { testBot } from './bot.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed, Peer } from './peer.ts';

/** What becomes of a deed: everything the bot did, the words and the labels shown in the end. */
export interface Outcome {
  readonly exchange: Exchange;
  readonly text: string;
  readonly labels: readonly string[];
}

/** The test bot on a Discord of its own, anew for each test of a file. Get it by `useSession`. */
export class Session {
  /** What was logged, as `level message details`. */
  readonly lines: string[] = [];
  #open: Open | undefined;

  async start(): Promise<void> {
    this.lines.length = 0;
    this.#open = await openDiscord(testBot(), this.#log());
  }

  async stop(): Promise<void> {
    await this.#open?.stop();
  }

  get peer(): Peer {
    return this.#now.peer;
  }

  get isLive(): boolean {
    return this.#now.adapter.health().live;
  }

  async outcome(deed: Deed): Promise<Outcome> {
    const exchange = this.peer.interact(deed);
    const message = await exchange.answered;
    refuseFaults(exchange);
    const labels = controlsOf(message, true).map((control) => control.label);
    return { exchange, text: textsOf(message).join('\n'), labels };
  }

  /** What is offered to somebody typing. */
  async completions(deed: Deed): Promise<readonly { name: string; value: string }[]> {
    const exchange = this.peer.interact(deed);
    const first = await exchange.first;
    refuseFaults(exchange);
    return first.data?.choices ?? [];
  }

  /** How the questions went, as the place says it. */
  get counted(): string {
    return this.#now.adapter.health().detail;
  }

  /** How many requests Discord got at such a path. */
  asked(path: RegExp): number {
    return this.peer.requests.filter((request) => path.test(request.path)).length;
  }

  /** Resolves once a line like this was logged. */
  async logged(part: string): Promise<void> {
    while (!this.lines.some((line) => line.includes(part)))
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  get #now(): Open {
    if (this.#open === undefined) throw new Error('The session has not started.');
    return this.#open;
  }

  #log(): Log {
    const note = (level: string) => (details: object, message: string) =>
      void this.lines.push(`${level} ${message} ${JSON.stringify(details)}`);
    return { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
  }
}

/** A session that starts before each test and stops after it. */
export function useSession(): Session {
  const session = new Session();
  beforeEach(() => session.start());
  afterEach(() => session.stop());
  return session;
}

function refuseFaults({ faults }: Exchange): void {
  if (faults.length > 0) throw new Error(`Discord would refuse this: ${faults.join('; ')}`);
}
