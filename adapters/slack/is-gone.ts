import type { webApi } from '@slack/bolt';
import { platformError } from './problems.ts';

/** What the token of an app answers once it was removed. https://docs.slack.dev/reference/methods/auth.test#errors */
const GONE: ReadonlySet<string> = new Set(['account_inactive', 'token_revoked']);

/** Whether the app was removed from its workspace. Rejects when Slack does not say. */
export async function isGone({ auth }: Pick<webApi.WebClient, 'auth'>): Promise<boolean> {
  try {
    await auth.test();
    return false;
  } catch (error) {
    if (GONE.has(platformError(error) ?? '')) return true;
    throw error;
  }
}
