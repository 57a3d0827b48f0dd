// One process of the kill test: runs schedules until it is killed.
import { flushCompileCache } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { silentLog } from '../../src/log.ts';
import { chooseEngine } from '../../src/outbox/choose-engine.ts';
import type { Clock } from '../../src/clock.ts';
import { systemClock } from '../../src/clock.ts';
import { PostFailure, type PostJob, type Poster } from '../../src/outbox/poster.ts';
import { scheduleRunner } from '../../src/community/run-schedules.ts';
import { StoreSupervisor } from '../../src/store/supervisor.ts';
import { occurrenceId } from '../../src/store/ledger.ts';
import { openStore, type StoreAddress } from '../../src/store/store.ts';
import { discordPoster, promptOf, slackPoster } from './real-posters.ts';
import { KILL_SETTINGS } from './settings.ts';

interface Orders {
  readonly address: StoreAddress;
  /** Where the places listen: one of no platform, a Discord, a Slack. */
  readonly place: string;
  readonly discord: string;
  readonly slack: string;
  readonly worker: string;
  /** Added to the machine's clock, milliseconds. */
  readonly offset: number;
}

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const clock: Clock = {
  now: () => Date.now() + orders.offset,
  sleep: (ms, signal) => systemClock.sleep(ms, signal),
};

async function ask(path: string, job: PostJob, remembers: boolean, signal: AbortSignal): Promise<Response> {
  const body = JSON.stringify({ channel: job.channel, nonce: job.nonce, remembers });
  return fetch(`${orders.place}${path}`, { method: 'POST', body, signal });
}

function poster(place: string, remembers: boolean, findable: boolean): Poster {
  return {
    place,
    pace: { perSecond: 500, channelGapMs: 0 },
    nonceMemoryMs: remembers ? 24 * 3_600_000 : 0,
    async post(job, signal) {
      const response = await ask('/post', job, remembers, signal);
      if (response.status === 429)
        throw new PostFailure('limited', 'Too many requests.', {
          retryAfterMs: Number(response.headers.get('retry-after')) * 1_000,
        });
      if (response.status === 403) throw new PostFailure('gone', 'Missing Access.');
      if (!response.ok) throw new PostFailure('unknown', `HTTP ${response.status}`);
      return response.text();
    },
    ...(findable
      ? {
          find: async (job: PostJob, signal: AbortSignal) =>
            (await (await ask('/find', job, false, signal)).text()) || null,
        }
      : {}),
  };
}

/** Discord as it is, and as it is to whoever comes after it has forgotten the nonce; each with a client of its own. */
const discord = discordPoster(orders.discord);
const forgetful: Poster = { ...discordPoster(orders.discord), place: 'discordlate', nonceMemoryMs: 0 };
/** The client for Discord keeps within 50 requests a second by itself and refuses more, so its pace is the real one. */
const paced = [discord, forgetful].map((real) => ({ ...real, pace: { ...real.pace, channelGapMs: 0 } }));
const slack = { ...slackPoster(orders.slack), pace: { perSecond: 500, channelGapMs: 0 } };

const runner = scheduleRunner({
  worker: orders.worker,
  supervisor: new StoreSupervisor(() => openStore(orders.address), clock, silentLog),
  engine: await chooseEngine(orders.address),
  posters: [
    poster('nonce', true, false),
    poster('find', false, true),
    poster('blind', false, false),
    ...paced,
    slack,
  ],
  prepare: async (schedule, slot) => ({ content: promptOf(occurrenceId(schedule.id, slot.key)) }),
  notify: async () => undefined,
  clock,
  settings: KILL_SETTINGS,
  log: silentLog,
});
runner.start();
// Ends with the test, however that ends.
process.stdin.resume().on('close', () => process.exit());
while (!runner.health().detail.includes('active')) await setTimeout(10);
// A process that is killed writes nothing at its end, and the next one would compile everything again.
flushCompileCache();
console.log('ready');
