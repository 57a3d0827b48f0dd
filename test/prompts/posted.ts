import { type Post, type PostedPrompt, postOf, readContent } from '../../src/prompts/content.ts';

/** A prompt as it was kept and as it is shown; null for a post that is none. */
export function readPost(content: unknown): (PostedPrompt & Post) | null {
  const facts = readContent(content);
  const post = facts === null ? null : postOf({ content, step: 'post', late: false });
  return facts === null || post === null ? null : { ...facts, ...post };
}
