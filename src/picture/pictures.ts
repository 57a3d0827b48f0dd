import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Chart, SpokenChart } from '../chart.ts';
import type { Language } from '../message/language.ts';
import { speakChart } from '../spoken.ts';

/** A drawn chart. */
export interface Picture {
  /** Of the content: the same chart has the same name. */
  readonly name: string;
  readonly png: Uint8Array;
}

/** Draws charts, off the path of the answer. */
export interface Pictures {
  /** Rejects when it cannot be drawn: then the words have to do. */
  draw(chart: Chart, language: Language): Promise<Picture>;
}

/** What the studio is told, and what it tells back. */
export interface Order {
  readonly chart: SpokenChart;
}
export type Delivered = { readonly png: Uint8Array } | { readonly problem: string };

/** At under 100 KB each, some ten megabytes. */
const MOST_KEPT = 100;
/** A studio that has nothing to draw for so long is closed, which gives its 100 MB back. Milliseconds. */
const IDLE = 60_000;
/** No picture takes so long; one that does is given up, and its studio with it. Milliseconds. */
const LONGEST = 20_000;

/**
 * Pictures drawn one at a time in a thread of its own, which starts with the first of them: drawing neither blocks an
 * answer nor costs anything where nobody asks for it. The last hundred are kept.
 */
export function createPictures(): Pictures & { close(): Promise<void> } {
  const kept = new Map<string, Promise<Picture>>();
  const studio = new Studio();
  let last: Promise<unknown> = Promise.resolve();
  const drawNext = (name: string, chart: SpokenChart): Promise<Picture> => {
    const drawn = last.then(async () => ({ name, png: await studio.draw(chart) }));
    last = drawn.catch(() => kept.delete(name));
    return drawn;
  };
  return {
    draw: (said, language) => {
      const chart = speakChart(said, language);
      const name = `${createHash('sha256').update(JSON.stringify(chart)).digest('hex').slice(0, 24)}.png`;
      const known = kept.get(name) ?? drawNext(name, chart);
      kept.delete(name);
      kept.set(name, known);
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
      return known;
    },
    close: () => studio.close(),
  };
}

class Studio {
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  async draw(chart: SpokenChart): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#open();
    try {
      const delivered = await deliveredBy(worker, { chart });
      if ('problem' in delivered) throw new Error(delivered.problem);
      return delivered.png;
    } finally {
      this.#idle = setTimeout(() => void this.close(), IDLE).unref();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #open(): Worker {
    const worker = new Worker(new URL('./studio.ts', import.meta.url));
    worker.unref();
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    this.#worker = worker;
    return worker;
  }
}

/** Sends an order and waits for what comes of it. */
function deliveredBy(worker: Worker, order: Order): Promise<Delivered> {
  const { promise, resolve, reject } = Promise.withResolvers<Delivered>();
  const fail = (error: unknown) =>
    reject(error instanceof Error ? error : new Error(`the studio closed (${String(error)})`));
  const late = setTimeout(() => void worker.terminate(), LONGEST).unref();
  worker.on('message', resolve);
  worker.on('error', fail);
  worker.on('exit', fail);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
  worker.postMessage(order);
  return promise.finally(() => {
    clearTimeout(late);
    worker.off('message', resolve);
    worker.off('error', fail);
    worker.off('exit', fail);
  });
}
