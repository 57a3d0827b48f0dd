import { z } from 'zod';
import { LANGUAGES, type Language } from '../message/language.ts';
import { say } from '../message/say.ts';
import type { PostJob } from '../outbox/poster.ts';
import type { Reply } from '../reply.ts';
import { storedReply } from '../stored-reply.ts';

/** How what a schedule of prompts posts is kept. */
export const promptSpec = z.object({
  /** The id of a role or a topic. */
  track: z.string(),
  /** What was posted before this instant (epoch milliseconds) does not count: somebody had the track begin anew. */
  since: z.number().exactOptional(),
  /** Words in the name of a phase of the road; every phase when absent. */
  phase: z.string().exactOptional(),
  /** Names of skills; every one when absent. */
  skills: z.array(z.string()).exactOptional(),
  /** The place's own id of the one role or group that a post mentions; nobody when absent. */
  mention: z.string().exactOptional(),
  /** The role to follow while a track that follows what is asked has nothing to follow. */
  fallback: z.string().exactOptional(),
  /** The language of what is posted; English when absent. */
  language: z.enum(LANGUAGES).exactOptional(),
  /** Who made the schedule: told when it cannot be posted any more. */
  by: z.string().default(''),
});

/** What a schedule of prompts posts: kept as its `content`. */
export type PromptSpec = z.infer<typeof promptSpec>;

/** What a schedule posts, as it was kept. @throws ZodError where that is no prompts. */
export function specOf({ content }: { readonly content: unknown }): PromptSpec {
  return promptSpec.parse(content);
}

/** The version of what is kept of a post, for whoever has to read an older one some day; the first had none. */
const VERSION = 1;
const version = z.literal(VERSION).default(VERSION);
const language = z.enum(LANGUAGES).exactOptional();

const postedPrompt = z.object({
  v: version,
  community: z.string(),
  track: z.string(),
  /** The key of the prompt: folder and file. */
  topic: z.string(),
  /** In the language of the schedule. */
  title: z.string(),
  /** From 1: how many prompts of its track this schedule has posted, this one included. */
  week: z.number(),
  /** The keys of all prompts that this schedule posted before it, since what was posted is not kept for ever. */
  before: z.array(z.string()).exactOptional(),
  /** True for a post that only shows that posting works. */
  test: z.boolean(),
});

/** What is known of a prompt that was posted, apart from its words. */
export type PostedPrompt = Omit<z.infer<typeof postedPrompt>, 'v'>;

/** What is kept of a post when its run is claimed: every try shows the very same. */
export interface PostContent extends PostedPrompt {
  readonly mention: string | null;
  /** That of the schedule. A post of an older version says it of its replies instead. */
  readonly language?: Language;
  readonly reply: Reply;
  /** The answer key; null where the prompt has none. */
  readonly answer: Reply | null;
}

/** What of a post is shown: of a prompt, and of anything else that is posted, such as a report. */
const shown = z.object({
  v: version,
  community: z.string(),
  mention: z.string().nullable().default(null),
  language,
  reply: storedReply,
  answer: storedReply.nullable().default(null),
});

/** A post as it is kept, its community first: by that it is forgotten. */
export function keptPost(
  post: PostContent | { readonly community: string; readonly language: Language; readonly reply: Reply },
): object {
  return { ...post, v: VERSION };
}

/** What was posted in a run; null for a run that was skipped, or that was no prompt. */
export function readContent(content: unknown): PostedPrompt | null {
  return postedPrompt.safeParse(content).data ?? null;
}

/** A post as it is shown: in which language, for which community, and the one role or group that it mentions. */
export interface Post {
  readonly community: string;
  readonly reply: Reply;
  readonly language: Language;
  readonly mention: string | null;
}

/** What to show for a step that is a message; null when there is nothing to show. @throws ZodError where it cannot be read. */
export function postOf(job: Pick<PostJob, 'content' | 'step' | 'late'>): Post | null {
  const { community, reply, answer, mention, language: spoken = 'en' } = shown.parse(job.content);
  const post = { community, reply, language: spoken, mention };
  if (job.step === 'answer') return answer === null ? null : { ...post, reply: answer, mention: null };
  return job.late && readContent(job.content) !== null ? { ...post, reply: late(reply) } : post;
}

function late(reply: Reply): Reply {
  const note = { kind: 'note', text: [say('Late: nothing was running when it was due.')] } as const;
  return { ...reply, body: [...reply.body, note] };
}
