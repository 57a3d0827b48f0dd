import { clipWords } from '../../src/fit/clip.ts';
import { altOf } from '../../src/chart/alt.ts';
import { languageOf } from '../../src/message/language.ts';
import type { Log } from '../../src/log.ts';
import type { Picture, Pictures } from '../../src/picture/pictures.ts';
import type { Reply } from '../../src/reply.ts';
import { picturesIn, withPictures } from '../../src/reply.ts';
import { speakChart } from '../../src/spoken.ts';
import type { Attachment, Message } from './message.ts';
import { attachmentUrl } from './message.ts';
import type { Heard } from './receive.ts';
import type { Wire } from './wire.ts';

/** What is needed to put pictures into an answer. */
export interface Easel {
  readonly pictures?: Pictures;
  readonly wire: Wire;
  readonly log: Log;
  /** The last interaction of each asker, by their ids: an answer that may be gone by now is not brought back. */
  readonly latest: Map<string, string>;
}

/** https://discord.com/developers/docs/resources/message#attachment-object */
const DESCRIPTION = 1024;
const MOST_ASKERS = 1000;

/** Notes what an asker did last; the oldest are forgotten. */
export function noteLatest(latest: Map<string, string>, { asker, id }: Heard): void {
  latest.delete(asker.id);
  latest.set(asker.id, id);
  for (const oldest of latest.keys()) if (latest.size > MOST_ASKERS) latest.delete(oldest);
}

/**
 * Draws the charts of an answer that has been sent, and puts them in the stead of their words. Never throws; where it
 * fails, the words stay.
 */
export async function addPictures(
  easel: Easel,
  heard: Heard,
  reply: Reply,
  show: (reply: Reply) => Message,
): Promise<void> {
  const { pictures, wire, log, latest } = easel;
  const wanted = picturesIn(reply);
  if (pictures === undefined || wanted.length === 0) return;
  const language = reply.language ?? languageOf(heard.asker.locale);
  try {
    const drawn = await Promise.all(
      wanted.map(async ({ chart }) => ({
        chart,
        alt: altOf(speakChart(chart, language), language),
        ...(await pictures.draw(chart, language)),
      })),
    );
    if (latest.get(heard.asker.id) !== heard.id) return;
    const message = show(withPictures(reply, new Map(drawn.map(({ chart, name }) => [chart, name]))));
    const shown = filesOf(message, drawn);
    if (shown.length === 0) return;
    const attachments = shown.map(({ name, alt }, at): Attachment => ({
      id: String(at),
      filename: name,
      description: clipWords(alt, DESCRIPTION),
    }));
    await wire.edit(
      heard,
      { ...message, attachments },
      shown.map(({ name, png }) => ({ name, bytes: png, type: 'image/png' })),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ reason }, 'a picture could not be drawn; its words stay');
  }
}

type Drawn = Picture & { readonly alt: string };

/** The pictures that this page shows, each once. */
function filesOf({ embeds }: Message, drawn: readonly Drawn[]): Drawn[] {
  const shown = new Set(embeds.map(({ image }) => image?.url));
  const byName = new Map(drawn.map((each) => [each.name, each]));
  return [...byName.values()].filter(({ name }) => shown.has(attachmentUrl(name)));
}
