import type { Log } from '../log.ts';
import type { Pictures } from '../picture/pictures.ts';
import { reasonOf } from '../reason.ts';
import { picturesIn } from '../reply.ts';
import type { ReplyTarget, Shown } from './interaction.ts';

interface FollowUpParts {
  readonly pictures?: Pictures | undefined;
  readonly log: Log;
}

/** Adds the file or the pictures of an answer that was sent, whose words are whole without them. Never rejects. */
export async function followUp(
  shown: Shown,
  to: ReplyTarget,
  isLatest: () => boolean,
  { pictures, log }: FollowUpParts,
): Promise<void> {
  const { reply } = shown;
  try {
    if (reply.file !== undefined) await to.sendFile?.(reply.file, shown, { isLatest });
    else if (pictures !== undefined && picturesIn(reply).length > 0)
      await to.showPictures?.(shown, { isLatest, draw: () => drawn(shown, pictures) });
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'a picture or a file could not be shown; the words stay');
  }
}

async function drawn({ reply, language }: Shown, pictures: Pictures) {
  const drawing = picturesIn(reply).map(
    async ({ chart }) => [chart, await pictures.draw(chart, reply.language ?? language)] as const,
  );
  return new Map(await Promise.all(drawing));
}
