import type { App } from '@slack/bolt';
import { z } from 'zod';

const removal = z.object({
  team_id: z.string().min(1),
  /** Epoch seconds. */
  event_time: z.number().optional().catch(undefined),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    // Tokens of people may be revoked while the app stays.
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
  ]),
});

/**
 * Tells when the app was removed from a workspace, by its id, and since when (epoch milliseconds).
 * The two events come in any order, and both may.
 * https://docs.slack.dev/reference/events/app_uninstalled
 */
export function listenToRemovals(app: App, removed: (workspace: string, at: number) => Promise<void>): void {
  const hear = async (body: unknown) => {
    const heard = removal.safeParse(body);
    if (!heard.success) return;
    const { team_id: workspace, event_time: second } = heard.data;
    // The second is told that it happened in; without one it is now.
    await removed(workspace, second === undefined ? Date.now() : (second + 1) * 1000 - 1);
  };
  app.event('app_uninstalled', ({ body }) => hear(body));
  app.event('tokens_revoked', ({ body }) => hear(body));
}
