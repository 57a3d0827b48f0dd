import { EVERYTHING_FOR_POSTS } from './can-post.ts';

/**
 * The page on which somebody adds the app to a server, with the permissions that prompts need; answers need none.
 * https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(application: string): string {
  const asked = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(EVERYTHING_FOR_POSTS),
  });
  return `https://discord.com/oauth2/authorize?${asked.toString()}`;
}
