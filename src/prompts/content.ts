import type { Schedule } from '../schedule/schedule.ts';
import type { PromptSpec } from './desk.ts';
import type { Language } from '../message/language.ts';
import { say } from '../message/say.ts';
import type { PostJob } from '../schedule/poster.ts';
import type { Reply } from '../reply.ts';

/** What is kept of a post when its run is claimed: every try shows the very same. */
export interface PostContent {
  readonly community: string;
  readonly track: string;
  /** The key of the prompt: folder and file. */
  readonly topic: string;
  /** In the language of the schedule. */
  readonly title: string;
  /** From 1: how many prompts of its track this schedule has posted, this one included. */
  readonly week: number;
  /** The keys of all prompts that this schedule posted before it, since what was posted is not kept for ever. */
  readonly before?: readonly string[];
  /** True for a post that only shows that posting works. */
  readonly test: boolean;
  readonly mention: string | null;
  /** That of the schedule. A post of an older version says it of its replies instead. */
  readonly language?: Language;
  readonly reply: Reply;
  /** The answer key; null where the prompt has none. */
  readonly answer: Reply | null;
}

/** The content of a run as it was kept; null for a run that was skipped, or of a version that kept something else. */
export function readContent(content: unknown): PostContent | null {
  const isPost = typeof content === 'object' && content !== null && 'reply' in content && 'week' in content;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only we write what stands there
  return isPost ? (content as PostContent) : null;
}

/** A post and the language to show it in. */
export interface Post {
  readonly reply: Reply;
  readonly language: Language;
}

/** What to show for a step that is a message; null when there is nothing to show. */
export function postOf(job: PostJob): Post | null {
  const content = readContent(job.content);
  if (content === null) return job.step === 'post' ? postIn(job.content) : null;
  const { language = 'en' } = content;
  const reply = job.step === 'answer' ? content.answer : content.reply;
  if (reply === null) return null;
  return { reply: job.late && job.step === 'post' ? late(reply) : reply, language };
}

function late(reply: Reply): Reply {
  const note = { kind: 'note', text: [say('Late: nothing was running when it was due.')] } as const;
  return { ...reply, body: [...reply.body, note] };
}

/** What is shown of a post that is no prompt, such as a report: `{ community, reply }`; null where that is not what was kept. */
function postIn(content: unknown): Post | null {
  const isPost =
    typeof content === 'object' && content !== null && 'community' in content && 'reply' in content;
  if (!isPost) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only we write what stands there
  const { reply, language = 'en' } = content as Partial<Post> & Pick<Post, 'reply'>;
  return { reply, language };
}

/** The result of a step that had nothing to do. */
export const NOTHING_TO_DO = 'nothing to do';

/** What a schedule posts. */
export function specOf({ content }: Pick<Schedule, 'content'>): PromptSpec {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the desk writes what stands there
  return content as unknown as PromptSpec;
}
