import { setTimeout } from 'node:timers/promises';
import { PostFailure, type PostJob, type Poster } from '../../src/outbox/poster.ts';

/** What the place does with the next request in a channel. */
export type Fault =
  | 'ok'
  | 'gone'
  | 'down'
  /** Too fast: come back in 300 ms. */
  | 'limited'
  /** Breaks off before, or after, doing it. */
  | 'lost before'
  | 'lost after'
  /** Does it and never answers. */
  | 'hang after';

/** A message, thread or pin as the place has it. */
export interface Shown {
  readonly id: string;
  readonly channel: string;
  readonly step: string;
  readonly nonce: string;
  readonly late: boolean;
  readonly text: string;
  readonly results: PostJob['results'];
}

/** A place in memory, which fails as it is told: `faults` by channel and step, such as `7 post`, used up in order. */
export class FakePlace {
  readonly name: string;
  readonly shown: Shown[] = [];
  readonly asked: string[] = [];
  readonly faults = new Map<string, Fault[]>();
  /** While true, nothing reaches it. */
  down = false;
  /** Milliseconds that it takes to answer. */
  slow = 0;
  #count = 0;

  constructor(name = 'chat') {
    this.name = name;
  }

  /** Everything shown in a channel, in order, as `step`. */
  steps(channel: string): string[] {
    return this.shown.filter((item) => item.channel === channel).map((item) => item.step);
  }

  poster(memory: 'nonce' | 'find' | 'none' = 'nonce'): Poster {
    return {
      place: this.name,
      pace: { perSecond: 1_000, channelGapMs: 0 },
      nonceMemoryMs: memory === 'nonce' ? 60_000 : 0,
      post: (job) => this.#post(job, memory === 'nonce'),
      ...(memory === 'find' ? { find: (job: PostJob) => this.#find(job) } : {}),
    };
  }

  async #post(job: PostJob, remembers: boolean): Promise<string> {
    const fault = this.down ? 'down' : (this.faults.get(`${job.channel} ${job.step}`)?.shift() ?? 'ok');
    this.asked.push(`${job.channel} ${job.step} ${fault}`);
    if (fault === 'gone') throw new PostFailure('gone', 'Missing Access.');
    if (fault === 'down') throw new PostFailure('down', 'Connection refused.');
    if (fault === 'limited') throw new PostFailure('limited', 'Too many requests.', { retryAfterMs: 300 });
    if (fault === 'lost before') throw new Error('socket hang up');
    const id = this.#show(job, remembers);
    if (this.slow > 0) await setTimeout(this.slow);
    if (fault === 'lost after') throw new Error('socket hang up');
    return fault === 'hang after' ? new Promise(() => {}) : id;
  }

  #show(job: PostJob, remembers: boolean): string {
    const known = this.shown.find((item) => item.nonce === job.nonce);
    if (known !== undefined && remembers) return known.id;
    const id = `${job.step}-${++this.#count}`;
    const { channel, step, nonce, late, results } = job;
    this.shown.push({ id, channel, step, nonce, late, text: JSON.stringify(job.content), results });
    return id;
  }

  async #find({ channel, nonce }: PostJob): Promise<string | null> {
    this.asked.push(`${channel} find`);
    return this.shown.find((item) => item.channel === channel && item.nonce === nonce)?.id ?? null;
  }
}
