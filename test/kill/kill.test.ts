import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { keepSchedule } from '../../src/community/manage.ts';
import { nonceOf } from '../../src/outbox/poster.ts';
import type { History } from '../../src/store/history.ts';
import { deadChannel, discordChannel } from './discord-place.ts';
import { drained } from './drained.ts';
import { openStore, type Store, type StoreAddress } from '../../src/store/store.ts';
import { DUE, scratch } from '../outbox/world.ts';
import { scheduleOf } from '../store/examples.ts';
import { emptyDatabase } from '../store/stores.ts';
import type { Message } from './place-server.ts';
import { startWorldOfPlaces, type Places } from './places.ts';
import { speak } from '../../src/message/speak.ts';

/** `npm run test:kill` kills 200 times each; `npm test` a few times. */
const KILLS = Number(process.env['ROLECALL_KILLS'] ?? 0);
const SHORT = 3;
/** Schedules that come due between two kills. */
const PER_KILL = KILLS > 0 ? 3 : 1;
const SEED = Number(process.env['ROLECALL_SEED'] ?? Date.now() % 1_000_000);
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/rolecall/code', import.meta.url));
/** Channels of their own for each schedule, in places of every kind; one of them is gone. */
const targetsOf = (n: number) => [
  `nonce:${n}`,
  `find:${n}`,
  `blind:${n}`,
  `nonce:dead${n}`,
  `discord:${discordChannel(2 * n)}`,
  `discordlate:${discordChannel(2 * n + 1)}`,
  `discord:${deadChannel(n)}`,
  `slack:C${n}`,
  `slack:CDEAD${n}`,
];
/** What a channel says that refuses for good. */
const REFUSALS = ['Missing Access.', 'I cannot see the channel', 'I am not in that channel'];
/** The answer key follows after a second and a half. */
const ANSWER_AFTER_HOURS = 1.5 / 3_600;

const files = scratch();
const closing: (() => Promise<unknown> | void)[] = [() => files.remove()];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

/** Processes that are killed and started again, and the schedules they are given meanwhile. */
class Massacre {
  readonly #children: ChildProcess[] = [];
  readonly #ready: Promise<unknown>[] = [];
  readonly #orders: object;
  /** From this machine's clock to that of the processes; milliseconds. */
  readonly #offset = Date.parse(DUE) - Date.now();
  readonly #store: Store;
  readonly #random: () => number;
  readonly ids: string[] = [];
  #started = 0;

  constructor(store: Store, address: StoreAddress, places: Places, random: () => number) {
    this.#store = store;
    this.#random = random;
    this.#orders = { address, ...places.urls, offset: this.#offset };
  }

  async run(replicas: number, kills: number): Promise<void> {
    for (let n = 0; n < replicas; n += 1) this.#start(n);
    for (let kill = 0; kill < kills; kill += 1) {
      const victim = Math.floor(this.#random() * replicas);
      await this.#ready[victim];
      for (let n = 0; n < 3; n += 1) {
        if (n < PER_KILL) await this.#addSchedule();
        await setTimeout(this.#random() * 150);
      }
      this.#children[victim]?.kill('SIGKILL');
      this.#start(victim);
    }
  }

  /** What time it is for the processes; epoch milliseconds. */
  now(): number {
    return Date.now() + this.#offset;
  }

  stop(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }

  /** Due at once: its time has just come. */
  async #addSchedule(): Promise<void> {
    const n = this.ids.length;
    const id = `s${n}`;
    this.ids.push(id);
    await keepSchedule(
      this.#store,
      scheduleOf({
        id,
        targets: targetsOf(n),
        thread: true,
        pin: true,
        answerAfterHours: ANSWER_AFTER_HOURS,
      }),
      Date.parse(DUE) - 1,
    );
  }

  #start(n: number): void {
    const worker = `w${++this.#started}`;
    const orders = JSON.stringify({ ...this.#orders, worker });
    const child = spawn(process.execPath, [CHILD, orders], {
      stdio: ['pipe', 'pipe', 'inherit'],
      // Compiled once, not at every start nor in every run.
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    });
    this.#children[n] = child;
    const ended = once(child, 'exit').then(([code]) => {
      // Without a code it was killed, as it should be.
      if (code !== null) throw new Error(`A process ended by itself (${code}) instead of starting.`);
    });
    this.#ready[n] = Promise.race([once(child.stdout, 'data'), ended]);
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every step of an occurrence against what the place has: once, or explained. */
function judge(history: History, messages: readonly Message[]): string[] {
  return history.steps.flatMap(({ target, step, state, reason, result, attempts }) => {
    const nonce = nonceOf(history.occurrence.id, target, step);
    const there = messages.filter((message) => message.nonce === nonce);
    const name = `${history.occurrence.id} ${target} ${step} ${state}`;
    const isMessage = step === 'post' || step === 'answer';
    const isDead = /:(dead|79|CDEAD)/.test(target);
    const wrong: string[] = [];
    if (isMessage && there.length > 1) wrong.push(`posted ${there.length} times`);
    if (state === 'done' && isMessage && !there.some((message) => message.id === result))
      wrong.push('done, but not there');
    if (state === 'done' && !attempts.some((a) => a.outcome === 'posted' || a.outcome === 'found'))
      wrong.push('done, but no try says so');
    if (state === 'unknown' && (!(isDead || target.startsWith('blind:')) || reason === null))
      wrong.push(`unknown: ${speak(reason ?? '', 'en')}`);
    if (
      state === 'failed' &&
      (!isDead || !REFUSALS.some((refusal) => speak(reason ?? '', 'en').startsWith(refusal)))
    )
      wrong.push(`failed: ${speak(reason ?? '', 'en')}`);
    if (state === 'skipped' && (reason === null || !(isDead || target.startsWith('blind:'))))
      wrong.push(`skipped: ${speak(reason ?? '', 'en')}`);
    if (state === 'waiting' || state === 'sending')
      wrong.push(`not over: ${JSON.stringify(attempts.at(-1))}`);
    if (attempts.some((a) => a.outcome === null || a.endedAt === null)) wrong.push('a try without an end');
    return wrong.map((what) => `${name}: ${what}`);
  });
}

/** What is wrong afterwards; nothing, if all is well. */
async function massacre(address: StoreAddress, replicas: number, kills: number): Promise<string[]> {
  const random = randomFrom(SEED + replicas);
  const places = await startWorldOfPlaces(random);
  const store = await openStore(address);
  const many = new Massacre(store, address, places, random);
  closing.push(
    () => store.close(),
    () => places.close(),
    () => many.stop(),
  );
  await many.run(replicas, kills);
  await drained(store, () => many.now());
  const histories = await Promise.all(many.ids.map((id) => store.why(`${id}@2026-01-05T09:00`)));
  const known = histories.filter((history) => history !== null);
  if (KILLS > 0) report(replicas, kills, known, places);
  const wrong = known.flatMap((history) => judge(history, places.messages()));
  if (known.length < many.ids.length) wrong.push(`${many.ids.length - known.length} occurrences were lost`);
  for (const id of many.ids)
    if ((await store.ledger.occurrences(id, 9)).length > 1) wrong.push(`${id} came due more than once`);
  const idle = KILLS >= 50 ? meaningless(known, places) : [];
  return [...wrong, ...idle].map((what) => `${what} (seed ${SEED})`);
}

/** In a long run the kills must have hit something in flight, and the place must have failed, or it says nothing. */
function meaningless(histories: readonly History[], places: Places): string[] {
  const attempts = histories.flatMap((history) => history.steps.flatMap((step) => step.attempts));
  const kills = attempts.some((attempt) => attempt.outcome === 'lost') ? [] : ['no kill hit anything'];
  return Object.keys(places.answers).length > 6 ? kills : [...kills, 'the places hardly failed'];
}

function report(replicas: number, kills: number, histories: readonly History[], places: Places): void {
  const steps = histories.flatMap((history) => history.steps);
  const states = Object.entries(
    Object.groupBy(steps, ({ target, step, state }) => `${target.split(':')[0]} ${step} ${state}`),
  );
  const outcomes = Object.groupBy(
    steps.flatMap((step) => step.attempts),
    ({ outcome }) => String(outcome),
  );
  console.log(`${kills} kills, ${replicas} processes, ${histories.length} occurrences, seed ${SEED}`);
  console.log(Object.fromEntries(states.map(([name, list]) => [name, list?.length])));
  console.log(Object.fromEntries(Object.entries(outcomes).map(([name, list]) => [name, list?.length])));
  console.log(places.answers);
}

describe.concurrent('killed at random moments, while the place fails at random: once, or explained', () => {
  const seconds = 240 + 12 * KILLS;
  test('one process on a file', { timeout: seconds * 1_000 }, async () => {
    expect(await massacre({ file: join(files.folder, 'kill.db') }, 1, KILLS || SHORT)).toEqual([]);
  });
  test('four processes on PostgreSQL', { timeout: seconds * 1_000 }, async () => {
    expect(await massacre({ url: await emptyDatabase() }, 4, KILLS || SHORT)).toEqual([]);
  });
});
