import type { Connection } from '../../src/adapter.ts';
import { SetupProblem } from '../../src/adapter.ts';
import type { Health } from '../../src/health.ts';
import type { Answered, Asked } from '../../src/http/route.ts';
import type { Lease } from '../../src/lease/lease.ts';
import { reasonOf } from '../../src/reason.ts';
import type { Send } from './once-more.ts';
import type { Responder } from './responder.ts';
import { createResponder } from './responder.ts';
import { GATEWAY, leaseName, standingBy, watchful } from './tenure.ts';
import type { Transport } from './transport.ts';
import { createTransport } from './transports.ts';

const LONGEST_RETRY = 60_000;
const STOPPED = 'stopped';
/** While it is not known whether our answers are taken, Discord is asked to come again. */
const COME_AGAIN: Answered = { status: 503, headers: { 'retry-after': '5' } };

interface SessionParts extends Pick<Connection, 'variables' | 'log' | 'leases'> {
  /** Milliseconds before the first login is tried again, doubled each time up to a minute. */
  readonly retry: number;
  /** How requests go out. */
  readonly send: Send;
  /** Given the raw packet of each interaction; false where there is nothing to answer. */
  readonly onInteraction: (packet: unknown, responder: Responder) => boolean;
  /** Told whenever the session is open. */
  readonly onOpen: (transport: Transport) => void;
}

/** One bot's presence on Discord: opened, tried again, handed over to another process and closed. */
export class Session {
  readonly #parts: SessionParts;
  readonly #token: string;
  #transport: Transport | undefined;
  #opening: Transport | undefined;
  #lease: Lease | undefined;
  #trouble = 'not connected yet';
  #retry: NodeJS.Timeout | undefined;
  /** Counts up whenever the transport is closed: what began before is not to go on. */
  #turn = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#token = parts.variables.DISCORD_TOKEN ?? '';
  }

  /** Opens the transport; the gateway once this process holds it, since Discord tells every connection everything. */
  async start(): Promise<void> {
    const { leases, variables } = this.#parts;
    if (leases === undefined || variables.DISCORD_PUBLIC_KEY !== undefined) return this.#open();
    this.#lease = await leases.hold({
      name: leaseName(this.#token),
      what: GATEWAY,
      // Discord tells both, takes one answer, and changes are claimed.
      overlaps: true,
      begin: (lease) => {
        this.#lease = lease;
        return this.#open();
      },
      end: () => this.#close('standing by'),
    });
  }

  /** Answers what Discord posts to us. */
  async hear(asked: Asked): Promise<Answered> {
    return this.#transport?.hear?.(asked) ?? COME_AGAIN;
  }

  /** `done` is what was done so far, in a few words. */
  health(done: string): Health {
    const waiting = standingBy(this.#lease);
    if (waiting !== undefined && this.#trouble !== STOPPED) return waiting;
    if (this.#transport?.isLive() !== true) return { live: false, detail: this.#trouble };
    return { live: true, detail: `${this.#transport.state()}; ${done}` };
  }

  /** Lets another process have the gateway. */
  async handOver(): Promise<void> {
    await this.#lease?.stop();
  }

  async stop(): Promise<void> {
    await this.handOver();
    await this.#close(STOPPED);
  }

  /** Logs in; `wait` milliseconds later once more where that failed for no fault of ours. */
  async #open(wait = this.#parts.retry, turn = this.#turn): Promise<void> {
    const transport = this.#newTransport();
    this.#opening = transport;
    try {
      await transport.open();
    } catch (error) {
      await transport.close();
      if (turn !== this.#turn) return;
      if (error instanceof SetupProblem) throw error;
      return this.#openLater(reasonOf(error), wait, turn);
    }
    if (turn !== this.#turn) return transport.close();
    this.#opening = undefined;
    this.#transport = transport;
    this.#trouble = 'the connection was lost; connecting again';
    this.#parts.onOpen(transport);
  }

  #openLater(reason: string, wait: number, turn: number): void {
    this.#trouble = `Discord cannot be reached (${reason}); trying again`;
    this.#parts.log.warn({ reason, wait }, 'Discord cannot be reached; trying again');
    this.#retry = setTimeout(() => {
      this.#open(Math.min(wait * 2, LONGEST_RETRY), turn).catch((problem: Error) => this.#end(problem));
    }, wait);
  }

  async #close(trouble: string): Promise<void> {
    this.#turn += 1;
    this.#trouble = trouble;
    clearTimeout(this.#retry);
    const open = [this.#transport, this.#opening].filter((transport) => transport !== undefined);
    this.#transport = undefined;
    this.#opening = undefined;
    await Promise.all(open.map((transport) => transport.close()));
  }

  /** The connection is over for good: said while it was open, since `open` rejects by itself before. */
  #end(reason: Error): void {
    this.#trouble = reason.message;
    if (this.#transport !== undefined || this.#retry !== undefined) this.#parts.log.error({}, reason.message);
  }

  #newTransport(): Transport {
    const { log, onInteraction } = this.#parts;
    const transport = createTransport({
      ...this.#parts,
      onInteraction: (packet) => onInteraction(packet, responder),
      onEnd: (reason) => this.#end(reason),
    });
    const plain = createResponder(transport.rest, transport.application, log);
    const responder = transport.answering(watchful(plain, () => this.#lease));
    return transport;
  }
}
