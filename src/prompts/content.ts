import type { Schedule } from '../schedule/schedule.ts';
import type { PromptSpec } from './desk.ts';
import { inLanguage } from '../language/language.ts';
import { say } from '../language/say.ts';
import type { PostJob } from '../schedule/poster.ts';
import type { Reply } from '../reply.ts';

/** What is kept of a post when its run is claimed: every try shows the very same. */
export interface PostContent {
  readonly community: string;
  readonly track: string;
  /** The key of the prompt: folder and file. */
  readonly topic: string;
  readonly title: string;
  /** From 1: how many prompts this schedule has posted, this one included. */
  readonly week: number;
  /** From 1: how often the track began anew. */
  readonly round: number;
  /** True for a post that only shows that posting works. */
  readonly test: boolean;
  readonly mention: string | null;
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

/** What to show for a step that is a message; null when there is nothing to show. */
export function replyOf(job: PostJob): Reply | null {
  const content = readContent(job.content);
  if (content === null) return job.step === 'post' ? replyIn(job.content) : null;
  if (job.step === 'answer') return content.answer;
  if (!job.late) return content.reply;
  const sentence = inLanguage(content.reply.language ?? 'en', () =>
    say('Late: nothing was running when it was due.'),
  );
  const late = { kind: 'note', text: [sentence] } as const;
  return { ...content.reply, body: [...content.reply.body, late] };
}

/** What is shown of a post that is no prompt, such as a report: `{ community, reply }`; null where that is not what was kept. */
function replyIn(content: unknown): Reply | null {
  const isPost =
    typeof content === 'object' && content !== null && 'community' in content && 'reply' in content;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only we write what stands there
  return isPost ? (content.reply as Reply) : null;
}

/** The result of a step that had nothing to do. */
export const NOTHING_TO_DO = 'nothing to do';

/** What a schedule posts. */
export function specOf({ content }: Pick<Schedule, 'content'>): PromptSpec {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the desk writes what stands there
  return content as unknown as PromptSpec;
}
