import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Joined } from '../../src/community/welcome.ts';
import type { Known } from './known.ts';
import { NOBODY } from './receive.ts';
import { communityOf } from './workspaces.ts';

const invited = z.object({
  team_id: z.string().min(1),
  event: z.object({ user: z.string(), channel: z.string(), inviter: z.string().default(NOBODY) }),
});

const opened = z.object({
  team_id: z.string().min(1),
  event: z.object({ user: z.string(), channel: z.string(), tab: z.literal('messages') }),
});

/**
 * Tells where the app arrived: in a channel that it was invited into, and in the conversation with whoever opens it first,
 * since an app that is installed by hand is not told of that.
 * https://docs.slack.dev/reference/events/member_joined_channel, https://docs.slack.dev/reference/events/app_home_opened
 */
export function listenToArrivals(app: App, known: Known, joined: (joined: Joined) => void): void {
  app.event('member_joined_channel', async ({ body, client, context }) => {
    const { data } = invited.safeParse(body);
    // Everybody else's arrival is told, too.
    if (data === undefined || data.event.user !== context.botUserId) return;
    const { channel, inviter } = data.event;
    const locale = await known.localeOf({ user: inviter, workspace: data.team_id }, client);
    joined({ community: communityOf(data.team_id), channel, where: 'channel', locale });
  });
  app.event('app_home_opened', async ({ body, client }) => {
    const { data } = opened.safeParse(body);
    if (data === undefined) return;
    const { channel, user } = data.event;
    const locale = await known.localeOf({ user, workspace: data.team_id }, client);
    joined({ community: communityOf(data.team_id), channel, where: 'direct', locale });
  });
}
