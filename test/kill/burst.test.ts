import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { chooseEngine } from '../../src/outbox/choose-engine.ts';
import type { Engine } from '../../src/outbox/engine.ts';
import { keepSchedule } from '../../src/community/manage.ts';
import type { Poster } from '../../src/outbox/poster.ts';
import type { Runner } from '../../src/outbox/runner.ts';
import { scheduleRunner } from '../../src/community/run-schedules.ts';
import { SETTINGS } from '../../src/outbox/settings.ts';
import { StoreSupervisor } from '../../src/store/supervisor.ts';
import { occurrenceId } from '../../src/store/ledger.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store, StoreAddress } from '../../src/store/store.ts';
import { testBot } from '../adapters/discord/bot.ts';
import { command } from '../adapters/discord/deeds.ts';
import { openDiscord } from '../adapters/discord/driver.ts';
import type { Open } from '../adapters/discord/driver.ts';
import { DUE, scratch, SetClock, until } from '../outbox/world.ts';
import { scheduleOf } from '../store/examples.ts';
import { emptyDatabase } from '../store/stores.ts';
import { discordChannel, startDiscord } from './discord-place.ts';
import type { PlaceServer } from './place-server.ts';
import { discordPoster, promptOf, slackPoster } from './real-posters.ts';
import { startSlack } from './slack-place.ts';

/** `npm run test:kill` posts 2,000 at the pace of a running bot; `npm test` fewer, and Slack's faster. */
const isLong = process.env['ROLECALL_KILLS'] !== undefined;
const POSTS = isLong ? 2_000 : 120;
/** Posts in one channel: two of each pair come due together. */
const PER_CHANNEL = 2;
const SECONDS = isLong ? 900 : 150;

const files = scratch();
let members: Open;
beforeAll(async () => {
  members = await openDiscord(testBot());
});
afterAll(async () => {
  await members.stop();
  files.remove();
});

const DISCORD = {
  name: 'discord',
  channel: discordChannel,
  start: () => startDiscord({ random: null, nonceMemoryMs: 180_000, limits: 'real' }),
  poster: discordPoster,
};
/** Slack promises "several hundred" a minute; here it lets fewer through than the bot asks, so that it has to say no. */
const LET_THROUGH = isLong ? { most: 70, ms: 10_000 } : { most: 50, ms: 1_000 };
const SLACK = {
  name: 'slack',
  channel: (n: number) => `C${n}`,
  start: () => startSlack({ random: null, limits: { ...LET_THROUGH, channelGapMs: 1_000 } }),
  poster: (url: string): Poster => {
    const poster = slackPoster(url);
    return isLong ? poster : { ...poster, pace: { ...poster.pace, perSecond: 80 } };
  },
};

/** Watches what the bot's clients send: what it sends between being told to wait and the end of that wait. */
function watchWaits(origin: string): { readonly tooEarly: string[]; told: number; stop(): void } {
  const ends = new Map<string, number>();
  const seen = { tooEarly: [] as string[], told: 0, stop };
  const created = (message: unknown) => {
    const { request } = message as Told;
    if (request.origin !== origin) return;
    const early = [request.path, 'everywhere'].filter((key) => Date.now() < (ends.get(key) ?? 0));
    if (early.length > 0) seen.tooEarly.push(request.path);
  };
  const answered = (message: unknown) => {
    const { request, response } = message as Told;
    if (request.origin !== origin || response?.statusCode !== 429) return;
    const headers = response.headers.map((part) => part.toString().toLowerCase());
    const after = Number(headers[headers.indexOf('retry-after') + 1]) * 1_000;
    seen.told += 1;
    ends.set(headers.includes('x-ratelimit-global') ? 'everywhere' : request.path, Date.now() + after);
  };
  subscribe('undici:request:create', created);
  subscribe('undici:request:headers', answered);
  function stop(): void {
    unsubscribe('undici:request:create', created);
    unsubscribe('undici:request:headers', answered);
  }
  return seen;
}

interface Told {
  readonly request: { readonly origin: string; readonly path: string };
  readonly response?: { readonly statusCode: number; readonly headers: readonly Buffer[] };
}

async function fill(store: Store, channels: readonly string[]): Promise<void> {
  for (let from = 0; from < channels.length; from += 40)
    for (let again = 0; again < PER_CHANNEL; again += 1) {
      const targets = channels.slice(from, from + 40);
      await keepSchedule(store, scheduleOf({ id: `s${from}-${again}`, targets }), Date.parse(DUE) - 1);
    }
}

function runnerOn(store: Store, engine: Engine, poster: Poster): Runner {
  const clock = new SetClock(DUE);
  return scheduleRunner({
    worker: 'w',
    supervisor: new StoreSupervisor(async () => store, clock, silentLog),
    engine,
    posters: [poster],
    prepare: async ({ id }, { key }) => ({ content: promptOf(occurrenceId(id, key)) }),
    notify: async () => undefined,
    clock,
    settings: SETTINGS,
    log: silentLog,
  });
}

/** Members ask all the while; gives how many asked, and what Discord would have found wrong, lateness included. */
async function askUntil(isOver: () => boolean): Promise<{ asked: number; faults: string[] }> {
  const faults: string[] = [];
  let asked = 0;
  while (!isOver()) {
    const exchange = members.peer.interact(command('role', { role: 'ml-engineer' }));
    await exchange.answered;
    faults.push(...exchange.faults);
    asked += 1;
    await setTimeout(250);
  }
  return { asked, faults };
}

async function burst(place: typeof DISCORD | typeof SLACK, address: StoreAddress) {
  const peer: PlaceServer & { refused: object } = await place.start();
  const store = await openStore(address);
  const channels = Array.from({ length: POSTS / PER_CHANNEL }, (_, n) => `${place.name}:${place.channel(n)}`);
  await fill(store, channels);
  const waits = watchWaits(peer.url);
  const runner = runnerOn(store, await chooseEngine(address), place.poster(peer.url));
  runner.start();
  let isOver = false;
  const asking = askUntil(() => isOver);
  try {
    await until(
      () => peer.messages.length,
      (count) => count >= POSTS,
      SECONDS,
    );
    await until(
      () => store.deliveries.openCount(),
      (open) => open === 0,
      SECONDS,
    );
  } finally {
    isOver = true;
    waits.stop();
    await runner.stop();
    await peer.close();
  }
  const answered = await asking;
  await store.close();
  return { peer, waits, answered };
}

const ENGINES: readonly (readonly [string, () => Promise<StoreAddress>])[] = [
  ['embedded', async () => ({ file: join(files.folder, `${Math.random()}.db`) })],
  ['PostgreSQL', async () => ({ url: await emptyDatabase() })],
];
const CASES = ENGINES.flatMap(([engine, address]) =>
  [DISCORD, SLACK].map((place) => [place.name, engine, place, address] as const),
);

describe.concurrent(`${POSTS} prompts due at 09:00, with limits as they are`, () => {
  test.each(CASES)(
    '%s, %s: none lost, none twice, nothing sent while told to wait, members answered meanwhile',
    { timeout: 2 * SECONDS * 1_000 },
    async (_, engine, place, address) => {
      const { peer, waits, answered } = await burst(place, await address());
      if (isLong) console.log(place.name, engine, peer.refused, answered.asked);
      expect(new Set(peer.messages.map(({ nonce }) => nonce)).size).toBe(POSTS);
      expect(peer.messages).toHaveLength(POSTS);
      expect(waits.tooEarly).toEqual([]);
      expect(waits.told).toBeGreaterThan(0);
      expect(answered.faults).toEqual([]);
      expect(answered.asked).toBeGreaterThan(0);
    },
  );
});
