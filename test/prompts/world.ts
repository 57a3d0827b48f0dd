import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { welcomeReply } from '../../commands/help/welcome.ts';
import { naming } from '../../commands/prompts/called.ts';
import { preparing } from '../../commands/prompts/prepare.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { Adapter } from '../../src/adapter.ts';
import type { PostWish } from '../../src/outbox/place.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import type { Log } from '../../src/log.ts';
import { silentLog } from '../../src/log.ts';
import type { Asker, Place } from '../../src/invocation.ts';
import { readLine } from '../../src/invocation.ts';
import { languageOf } from '../../src/message/language.ts';
import { plain, plainText } from '../../src/plain.ts';
import { createPrompts } from '../../src/community/service.ts';
import type { PromptService } from '../../src/community/prompt-service.ts';
import type { Ask } from '../../src/reply.ts';
import type { SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import type { Poster, PostJob } from '../../src/outbox/poster.ts';
import { PostFailure } from '../../src/outbox/poster.ts';
import type { StoreAddress } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { FAST, scratch } from '../outbox/world.ts';
import { BUILT_IN } from '../commands/talk.ts';

/** A bot with schedules over a file of its own, not in any place yet. */
export interface Prompts {
  readonly bot: Bot;
  readonly service: PromptService;
  readonly file: string;
  close(): Promise<void>;
}

let knowledge: ReturnType<typeof openKnowledge> | undefined;

/** Opens a bot with every command and schedules that are quick about it. */
export async function openPrompts(
  file?: string,
  more: {
    counted?: boolean;
    address?: StoreAddress;
    packs?: readonly string[];
    keys?: string;
    log?: Log;
  } = {},
): Promise<Prompts> {
  knowledge ??= openKnowledge(BUILT_IN);
  const known = await (more.packs === undefined
    ? knowledge
    : openKnowledge(more.packs, { onLeftOut: () => undefined }));
  const room = scratch();
  const path = file ?? join(room.folder, 'rolecall.sqlite');
  const prepare = preparing(() => known);
  const service = createPrompts({
    address: more.address ?? { file: path },
    prepare,
    nameOf: naming(() => known),
    welcome: welcomeReply(commands),
    log: more.log ?? silentLog,
    settings: FAST,
    ...(more.keys === undefined ? {} : { keys: more.keys }),
    ...(more.counted === undefined ? {} : { counted: more.counted }),
  });
  const parts = { commands, knowledge: () => known, clock: Date.now, log: silentLog, fallback: 'role' };
  return {
    bot: createBot({ ...parts, community: service.community }),
    service,
    file: path,
    close: async () => {
      await service.stop();
      room.remove();
    },
  };
}

/** Somebody in a channel of a community. */
export interface Speaker {
  ask(line: string): Promise<SpokenReply>;
  say(line: string): Promise<string>;
  press(ask: Ask): Promise<string>;
}

/** A bot in a place, with an administrator and a member to talk to it. */
export interface Room {
  readonly prompts: Prompts;
  readonly place: ChatPlace;
  readonly ann: Speaker;
  readonly bob: Speaker;
}

/** Opens a room for one test; `prompts.close()` ends it. */
export async function openRoom(packs?: readonly string[]): Promise<Room> {
  const prompts = await openPrompts(undefined, packs === undefined ? {} : { packs });
  const place = chatPlace();
  prompts.service.start([place]);
  const bob = speaker(prompts.bot, { id: 'bob', manages: false });
  return { prompts, place, ann: speaker(prompts.bot), bob };
}

/** Gives somebody a voice; an administrator unless told. */
export function speaker(
  bot: Bot,
  {
    id = 'ann',
    manages = true,
    community = 'C',
    locale = 'en',
    here = {},
    asker = {},
  }: {
    id?: string;
    manages?: boolean;
    community?: string;
    locale?: string;
    here?: Partial<Place>;
    asker?: Partial<Asker>;
  } = {},
): Speaker {
  const from = {
    asker: { id, locale, manages, ...asker },
    place: { on: 'chat', community, channel: 'careers1', ...here },
  };
  const names = bot.commands.map((command) => command.name);
  const language = languageOf(locale);
  const ask = async (line: string) =>
    speakReply(await bot.answer({ ...readLine(line, names), ...from }), language);
  return {
    ask,
    say: async (line) => plain(await ask(line), language),
    press: async ({ command, values }) => plain(await bot.answer({ command, values, ...from }), language),
  };
}

/** A place in memory that keeps what is posted, and refuses to make schedules for one channel. */
export interface ChatPlace extends Adapter {
  /** True while it refuses every post. */
  refuses: boolean;
  readonly jobs: PostJob[];
  readonly wishes: PostWish[];
  readonly told: string[];
}

/** Makes a place named `chat`. */
export function chatPlace(): ChatPlace {
  const jobs: PostJob[] = [];
  const wishes: PostWish[] = [];
  const told: string[] = [];
  const poster: Poster = {
    place: 'chat',
    pace: { perSecond: 1_000, channelGapMs: 0 },
    nonceMemoryMs: 60_000,
    post: async (job) => {
      if (place.refuses) throw new PostFailure('gone', 'Missing Access.');
      jobs.push(job);
      return `${job.step}-${jobs.length}`;
    },
  };
  const place: ChatPlace = {
    name: 'chat',
    refuses: false,
    jobs,
    wishes,
    told,
    poster,
    canPost: async (wish) => {
      wishes.push(wish);
      return wish.channel === 'locked1' ? 'I can\'t post in #locked: I need "Send Messages" there.' : null;
    },
    tell: async (person, said, reader) => void told.push(`${person}: ${plainText(said, reader)}`),
    health: () => ({ live: true, detail: 'there' }),
    stop: async () => undefined,
  };
  return place;
}

/** This minute: what `NOW` is due at. */
const MINUTE = Math.floor(Date.now() / 60_000) * 60_000;

/** A schedule that is due once a year, so many minutes ago. */
export function dueBefore(minutes: number): string {
  return `cron ${cronOf(new Date(MINUTE - minutes * 60_000))}`;
}

/** A schedule that is due once a year, in this minute. */
export const NOW = dueBefore(0);

function cronOf(at: Date): string {
  return `${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} *`;
}

/** Ten tracks, of which no second schedule is asked about. */
export const TRACKS = [
  'ml-engineer',
  'backend-developer',
  'data-analyst',
  'data-engineer',
  'data-scientist',
  'devops-engineer',
  'frontend-developer',
  'product-manager',
  'qa-engineer',
  'ux-designer',
] as const;

/** Makes the schedules that are due in this minute (or so many before) come due, since they were made after it began. */
export async function makeDue(at: string | StoreAddress, minutes = 0): Promise<void> {
  const store = await openStore(typeof at === 'string' ? { file: at } : at);
  await store.database.rows('UPDATE rolecall_schedules SET next_due = $1 WHERE next_due IS NOT NULL', [
    MINUTE - minutes * 60_000,
  ]);
  await store.close();
}
