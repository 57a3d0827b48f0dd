import type { webApi } from '@slack/bolt';
import type { Adapter } from '../../src/adapter.ts';
import { speakText } from '../../src/message/speak.ts';
import { plainWords } from '../../src/plain.ts';
import { canPost } from './can-post.ts';
import { escaped } from './mrkdwn.ts';
import { platformError } from './problems.ts';
import { richText, section } from './rich-text.ts';
import { groupProblem } from './user-groups.ts';

/** What Slack is asked of the workspace and told to people when nobody has asked us anything. */
export function workspaceAccess(
  client: Pick<webApi.WebClient, 'auth' | 'chat' | 'conversations' | 'usergroups'>,
): Pick<Required<Adapter>, 'canPost' | 'groupProblem' | 'isGone' | 'tell'> {
  return {
    canPost: (wish) => canPost(client, wish),
    groupProblem: (_, group) => groupProblem(client, group),
    isGone: () => isGone(client),
    tell: async (person, said, language) => {
      const words = speakText(said, language);
      const message = { text: escaped(plainWords(words)), blocks: richText([section(words)]) };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
      await client.chat.postMessage({ channel: person, ...message });
    },
  };
}

/** What the token of an app answers once it was removed. https://docs.slack.dev/reference/methods/auth.test#errors */
const GONE: ReadonlySet<string> = new Set(['account_inactive', 'token_revoked']);

/** Whether the app was removed from its workspace. Rejects when Slack does not say. */
async function isGone({ auth }: Pick<webApi.WebClient, 'auth'>): Promise<boolean> {
  try {
    await auth.test();
    return false;
  } catch (error) {
    if (GONE.has(platformError(error) ?? '')) return true;
    throw error;
  }
}
