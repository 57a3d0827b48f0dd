import { startDiscord } from './discord-place.ts';
import { startPlace } from './place-server.ts';
import type { Message } from './place-server.ts';
import { startSlack } from './slack-place.ts';

/** Places of every kind, each failing at random. */
export interface Places {
  readonly urls: { readonly place: string; readonly discord: string; readonly slack: string };
  messages(): Message[];
  /** How often all of them behaved in each way. */
  readonly answers: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** "The past few minutes", as Discord promises. */
const NONCE_MEMORY_MS = 3 * 60_000;

/** Starts a place of no platform, a Discord and a Slack. `random` gives numbers from 0 to 1. */
export async function startWorldOfPlaces(random: () => number): Promise<Places> {
  const answers: Record<string, number> = {};
  const place = await startPlace(random, answers);
  const discord = await startDiscord({ random, nonceMemoryMs: NONCE_MEMORY_MS, limits: 'none', answers });
  const slack = await startSlack({ random, limits: null, answers });
  const all = [place, discord, slack];
  return {
    urls: { place: place.url, discord: discord.url, slack: slack.url },
    messages: () => all.flatMap(({ messages }) => messages),
    answers,
    async close() {
      await Promise.all(all.map((one) => one.close()));
    },
  };
}
