import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import type { Clock } from '../../src/clock.ts';
import { embeddedEngine } from '../../src/outbox/embedded.ts';
import { keepSchedule } from '../../src/community/manage.ts';
import { PostFailure, type Poster } from '../../src/outbox/poster.ts';
import { scheduleRunner } from '../../src/community/run-schedules.ts';
import { SETTINGS } from '../../src/outbox/settings.ts';
import { StoreSupervisor } from '../../src/store/supervisor.ts';
import { openStore } from '../../src/store/store.ts';
import { scheduleOf } from '../store/examples.ts';
import { DUE, scratch, until } from './world.ts';

const POSTS = 2_000;
const PER_SECOND = 50;
/** The clock runs this much faster than the machine's. */
const SPEED = 16;

class FastClock implements Clock {
  readonly #from = Date.now();
  now(): number {
    return Date.parse(DUE) + (Date.now() - this.#from) * SPEED;
  }
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const options = signal === undefined ? {} : { signal };
    return setTimeout(ms / SPEED, undefined, options).catch(() => undefined);
  }
}

/** A place with limits: it keeps every request, and says when one came although it had told us to wait. */
function limitedPlace(clock: Clock) {
  const seen: { at: number; channel: string; nonce: string; outcome: 'posted' | 'limited' }[] = [];
  const waits = new Map<string, number>();
  const tooEarly: string[] = [];
  const poster: Poster = {
    place: 'chat',
    pace: { perSecond: PER_SECOND, channelGapMs: 1_000 },
    nonceMemoryMs: 60_000,
    post: async ({ channel, nonce }) => {
      const at = clock.now();
      if (at < Math.max(waits.get(channel) ?? 0, waits.get('everywhere') ?? 0)) tooEarly.push(channel);
      const everywhere = seen.length % 700 === 699;
      const isLimited = everywhere || seen.length % 40 === 39;
      seen.push({ at, channel, nonce, outcome: isLimited ? 'limited' : 'posted' });
      if (isLimited) {
        waits.set(everywhere ? 'everywhere' : channel, at + 2_000);
        throw new PostFailure('limited', 'Too many requests.', {
          retryAfterMs: 2_000,
          where: everywhere ? 'place' : 'channel',
        });
      }
      return `m${seen.length}`;
    },
  };
  return { seen, tooEarly, poster };
}

test(
  '2,000 posts due at 09:00: none lost, none twice, spread by seconds, told to wait and waiting, and people are answered',
  { timeout: 120_000 },
  async () => {
    const files = scratch();
    const store = await openStore({ file: join(files.folder, 'burst.db') });
    for (let n = 0; n < POSTS / 40; n += 1) {
      const targets = Array.from({ length: 40 }, (_, channel) => `chat:${n}-${channel}`);
      await keepSchedule(store, scheduleOf({ id: `s${n}`, targets }), Date.parse(DUE) - 1);
    }
    const clock = new FastClock();
    const place = limitedPlace(clock);
    const runner = scheduleRunner({
      worker: 'w',
      supervisor: new StoreSupervisor(async () => store, clock, silentLog),
      engine: embeddedEngine(),
      posters: [place.poster],
      prepare: async () => ({ content: 'hello' }),
      notify: async () => undefined,
      clock,
      settings: { ...SETTINGS, postTimeoutMs: 60_000 },
      log: silentLog,
    });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    runner.start();
    const posted = () => place.seen.filter((request) => request.outcome === 'posted');
    await until(posted, (all) => all.length >= POSTS, 100);
    await until(
      () => store.deliveries.openCount(),
      (open) => open === 0,
    );
    delay.disable();
    await runner.stop();
    expect(new Set(posted().map((request) => request.nonce)).size).toBe(POSTS);
    expect(posted()).toHaveLength(POSTS);
    expect(place.tooEarly).toEqual([]);
    expect(place.seen.filter((request) => request.outcome === 'limited').length).toBeGreaterThan(40);
    // In no second more than the place allows, and a second's edge.
    const busiest = Math.max(
      ...place.seen.map(
        ({ at }) => place.seen.filter((other) => other.at >= at && other.at < at + 1_000).length,
      ),
    );
    expect(busiest).toBeLessThanOrEqual(PER_SECOND * 1.3);
    const times = posted().map((request) => request.at);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan((POSTS / PER_SECOND) * 1_000 * 0.9);
    // Milliseconds; the three seconds that places wait for an answer, also where others need the machine too.
    expect(delay.percentile(99) / 1e6).toBeLessThan(3_000);
    await store.close();
    files.remove();
  },
);
