import type { Adapter } from '../../src/adapter.ts';
import { speakText } from '../../src/message/speak.ts';
import { plainWords } from '../../src/plain.ts';
import { canPost } from './can-post.ts';
import { escaped } from './mrkdwn.ts';
import { richText, section } from './rich-text.ts';
import { groupProblem } from './user-groups.ts';
import type { Workspaces } from './workspaces.ts';

/** What Slack is asked of the workspace and told to people when nobody has asked us anything. */
export function workspaceAccess(
  workspaces: Workspaces,
): Pick<Required<Adapter>, 'canPost' | 'groupProblem' | 'isGone' | 'tell'> {
  return {
    canPost: async (wish) => canPost(await workspaces.client(wish.community), wish),
    groupProblem: async (workspace, group) => groupProblem(await workspaces.client(workspace), group),
    isGone: (workspace) => workspaces.isGone(workspace),
    tell: async (person, said, language, workspace) => {
      const client = await workspaces.client(workspace);
      const words = speakText(said, language);
      const message = { text: escaped(plainWords(words)), blocks: richText([section(words)]) };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
      await client.chat.postMessage({ channel: person, ...message });
    },
  };
}
