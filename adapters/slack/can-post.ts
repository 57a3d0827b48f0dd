import type { webApi } from '@slack/bolt';
import type { PostWish } from '../../src/outbox/place.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { REFUSALS } from './post-failure.ts';
import { platformError } from './problems.ts';

/**
 * Why the wish cannot be granted, as a sentence that says what to do; null when it can. Rejects when Slack does not say.
 */
export async function canPost(
  { conversations }: Pick<webApi.WebClient, 'conversations'>,
  { channel }: PostWish,
): Promise<Said | null> {
  try {
    const { channel: found } = await conversations.info({ channel });
    if (found?.is_archived === true) return refusal('is_archived');
    return found?.is_member === true ? null : refusal('not_in_channel');
  } catch (error) {
    const code = platformError(error);
    if (code === 'missing_scope')
      return say(
        'I may not look at channels yet: install the app anew with the manifest that rolecall manifest prints.',
      );
    const refused = refusal(code ?? '');
    if (refused === null) throw error;
    return refused;
  }
}

function refusal(code: string): Said | null {
  return REFUSALS[code] ?? null;
}
