import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { reasonOf } from '../reason.ts';
import type { Taken } from '../store/leases.ts';
import type { Lease, LeasedWork, LeaseTiming, Standing } from './lease.ts';

/** What a lease is kept with. */
export interface KeptParts {
  /** Asks the store for it, or renews it; null where the store does not answer. */
  readonly ask: () => Promise<Taken | null>;
  readonly release: () => Promise<void>;
  /** Whether processes elsewhere may reach a store that this one does not: a server, not a file. */
  readonly isShared: boolean;
  readonly timing: LeaseTiming;
  readonly log: Log;
}

const NOBODY: Standing = { kind: 'waits', behind: null };

/**
 * Keeps a lease, or stands by for it. One that cannot be renewed, because the store does not answer, is left before its
 * end where another process stood by, which may be able to take it; where none did, the work goes on.
 */
export class KeptLease implements Lease {
  readonly #work: LeasedWork;
  readonly #parts: KeptParts;
  readonly #stopping = new AbortController();
  #standing = NOBODY;
  /** Until when nobody else can hold it, and from when on this process goes on unasked; of `performance.now()`. */
  #validUntil = 0;
  #guessAt: number | undefined = 0;
  #others = 0;
  #isAlone = false;
  #isAnswered = false;
  #isOpen = false;
  #beginning: Promise<void> = Promise.resolve();
  #ending: Promise<void> = Promise.resolve();
  #loop: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;

  constructor(work: LeasedWork, parts: KeptParts) {
    this.#work = work;
    this.#parts = parts;
  }

  get standing(): Standing {
    return this.#standing;
  }

  get isDoubtful(): boolean {
    return this.#standing.kind === 'unsure' && !this.#isAlone;
  }

  uncontested(): void {
    this.#isAlone = true;
  }

  contested(): void {
    if (this.#standing.kind !== 'unsure') return;
    // Once may have been an answer of our own that got through twice.
    const wasAlone = this.#isAlone;
    this.#isAlone = false;
    if (wasAlone) return;
    this.#guessAt = performance.now() + this.#parts.timing.contestedMs;
    this.#leave('another process does the same', null);
  }

  /** Asks for it, and goes on asking. Rejects as the work does when it begins at once. */
  async open(): Promise<void> {
    await this.#look();
    this.#loop = this.#run();
    await this.#beginning;
    this.#isOpen = true;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    if (await this.#mayOverlap()) {
      await this.#within(this.#parts.release());
      await sleep(this.#parts.timing.overlapMs);
    }
    const isOn = this.#standing.kind !== 'waits';
    this.#standing = NOBODY;
    if (isOn) this.#ending = this.#work.end();
    await this.#ending;
    // Where the store is away, it ends by itself.
    await this.#within(this.#parts.release());
  }

  /** Whether another process stands by now, to begin before this one ends. */
  async #mayOverlap(): Promise<boolean> {
    if (this.#work.overlaps !== true || this.#standing.kind !== 'holds') return false;
    const taken = await this.#within(this.#parts.ask());
    return taken?.isMine === true && taken.others > 0;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await sleep(this.#pause(), undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.#look();
    }
  }

  #pause(): number {
    const { renewMs, tryMs } = this.#parts.timing;
    if (this.#standing.kind !== 'holds') return tryMs;
    return Math.max(1, Math.min(this.#isAnswered ? renewMs : tryMs, this.#left()));
  }

  /** For how long nobody else can hold it, in milliseconds. */
  #left(): number {
    return this.#validUntil - performance.now();
  }

  async #look(): Promise<void> {
    const { lastsMs, marginMs } = this.#parts.timing;
    // Counted from before the question, so that it ends here no later than there.
    const asked = performance.now();
    const taken = (await this.#within(this.#parts.ask())) ?? null;
    if (this.#stopping.signal.aborted) return;
    this.#isAnswered = taken !== null;
    if (taken === null) return this.#unanswered();
    this.#guessAt = undefined;
    if (!taken.isMine) return this.#standBy(taken.holder);
    this.#others = taken.others;
    this.#validUntil = asked + lastsMs - marginMs;
    if (this.#standing.kind !== 'holds') this.#become({ kind: 'holds' });
  }

  /** What a promise gives within the time that there is; undefined where it takes longer or fails. */
  async #within<T>(promise: Promise<T>): Promise<T | undefined> {
    const { answerMs } = this.#parts.timing;
    // Opening a store takes longer than asking one.
    const usual = this.#loop === undefined ? 3 * answerMs : answerMs;
    const patience = this.#standing.kind === 'holds' ? Math.min(usual, this.#left()) : usual;
    const done = new AbortController();
    const late = sleep(Math.max(1, patience), undefined, { signal: done.signal }).catch(() => undefined);
    try {
      return await Promise.race([promise, late]);
    } catch (error) {
      this.#parts.log.debug({ reason: reasonOf(error) }, 'the store did not answer for a lease');
      return undefined;
    } finally {
      done.abort();
    }
  }

  #standBy(holder: string): void {
    const { kind } = this.#standing;
    if (kind !== 'waits') return this.#leave('another process holds it', holder);
    if (this.#standing.kind === 'waits' && this.#standing.behind !== holder)
      this.#parts.log.info({}, `stands by: ${this.#work.what} is held by ${holder}`);
    this.#standing = { kind: 'waits', behind: holder };
  }

  /** The store is away for all processes, or for this one alone: nobody can tell which. */
  #unanswered(): void {
    const { kind } = this.#standing;
    const now = performance.now();
    this.#guessAt ??= now + this.#parts.timing.blindMs;
    if (kind === 'waits' && now >= this.#guessAt) return this.#become({ kind: 'unsure' });
    if (kind !== 'holds' || this.#left() > 0) return;
    if (this.#others === 0 || !this.#parts.isShared) return this.#become({ kind: 'unsure' });
    this.#guessAt = now + this.#parts.timing.blindMs;
    this.#leave('the store does not answer, and a process that stands by may take it', null);
  }

  #become(standing: Standing): void {
    const { log } = this.#parts;
    const { what } = this.#work;
    const isOn = this.#standing.kind !== 'waits';
    // Nobody stood by when it was last renewed, or nobody can have opened a file that cannot be opened.
    this.#isAlone = this.#standing.kind === 'holds' || (this.#guessAt === 0 && !this.#parts.isShared);
    this.#standing = standing;
    if (standing.kind === 'holds') log.info({}, `holds ${what}`);
    else log.warn({}, `the store does not say who holds ${what}: goes on until another process shows itself`);
    if (isOn) return;
    // It may have been left again meanwhile.
    this.#beginning = this.#ending.then(() =>
      this.#standing.kind === 'waits' ? undefined : this.#work.begin(this),
    );
    this.#beginning.catch((error: unknown) => {
      if (this.#isOpen) log.error({ reason: reasonOf(error) }, `${what} is given up`);
      return this.stop();
    });
  }

  #leave(reason: string, behind: string | null): void {
    this.#parts.log.warn({}, `leaves ${this.#work.what}: ${reason}`);
    this.#standing = { kind: 'waits', behind };
    this.#ending = this.#work.end();
  }
}
