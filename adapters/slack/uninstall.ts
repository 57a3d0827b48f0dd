import type { App } from '@slack/bolt';
import { z } from 'zod';

const removal = z.object({
  team_id: z.string().min(1),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    // Tokens of people may be revoked while the app stays.
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
  ]),
});

/**
 * Tells when the app was removed from a workspace, by its id. The two events come in any order, and both may.
 * https://docs.slack.dev/reference/events/app_uninstalled
 */
export function listenToRemovals(app: App, removed: (workspace: string) => void): void {
  const hear = async (body: unknown) => {
    const heard = removal.safeParse(body);
    if (heard.success) removed(heard.data.team_id);
  };
  app.event('app_uninstalled', ({ body }) => hear(body));
  app.event('tokens_revoked', ({ body }) => hear(body));
}
