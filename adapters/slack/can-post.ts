import type { webApi } from '@slack/bolt';
import type { PostWish } from '../../src/adapter.ts';
import { REFUSALS } from './post-failure.ts';
import { platformError } from './problems.ts';

/**
 * Why the wish cannot be granted, as a sentence that says what to do; null when it can. Rejects when Slack does not say.
 */
export async function canPost(
  { conversations }: Pick<webApi.WebClient, 'conversations'>,
  { channel }: PostWish,
): Promise<string | null> {
  try {
    const { channel: found } = await conversations.info({ channel });
    if (found?.is_archived === true) return REFUSALS.is_archived ?? null;
    return found?.is_member === true ? null : (REFUSALS.not_in_channel ?? null);
  } catch (error) {
    const code = platformError(error);
    if (code === 'missing_scope')
      return 'I may not look at channels yet: install the app anew with the manifest that rolecall manifest prints.';
    const refusal = REFUSALS[code ?? ''];
    if (refusal === undefined) throw error;
    return refusal;
  }
}
