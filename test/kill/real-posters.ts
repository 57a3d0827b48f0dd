import { REST } from 'discord.js';
import { createPoster as createDiscordPoster, POSTING } from '../../adapters/discord/poster.ts';
import { postingClient } from '../../adapters/slack/app.ts';
import { createPoster as createSlackPoster } from '../../adapters/slack/poster.ts';
import { createTableSupport } from '../../adapters/slack/table-support.ts';
import { silentLog } from '../../src/log.ts';
import type { PostContent } from '../../src/prompts/content.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import type { Poster } from '../../src/outbox/poster.ts';

/** The Discord poster as a running bot has it, over the Discord at `url`. */
export function discordPoster(url: string): Poster {
  const rest = new REST({ version: '10', ...POSTING, api: `${url}/api` });
  return createDiscordPoster(rest.setToken('a.loopback.token'));
}

/** The Slack poster as a running bot has it, over the Slack at `url`. */
export function slackPoster(url: string): Poster {
  const client = postingClient('xoxb-loopback', `${url}/api/`, silentLog);
  return createSlackPoster(async () => client, createTableSupport(Date.now));
}

/** What a run posts, with the buttons that a real prompt has, and an answer key. */
export function promptOf(run: string, mention: string | null = null): PostContent {
  const join = button("I'm in", { command: 'study join', values: { run } });
  const done = button('Done', { command: 'study done', values: { run } });
  return {
    community: 'c',
    track: 'ml-engineer',
    topic: 'splits',
    title: 'Splits that do not leak',
    week: 1,
    test: false,
    mention,
    reply: replyOf('Week 1 of ML Engineer', [join, done]),
    answer: replyOf('The key', [done]),
  };
}

function button(label: string, ask: Ask) {
  return { kind: 'ask', label, ask } as const;
}

function replyOf(title: string, actions: ReturnType<typeof button>[]): Reply {
  return {
    tone: 'answer',
    title,
    lead: ['Why it matters.'],
    body: [{ kind: 'actions', actions }],
    sources: [],
    match: null,
    ask: null,
    shareable: false,
  };
}
