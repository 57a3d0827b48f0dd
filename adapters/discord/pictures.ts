import { altOf } from '../../src/chart/alt.ts';
import type { Chart } from '../../src/chart.ts';
import { clipWords } from '../../src/fit/clip.ts';
import type { Language } from '../../src/message/language.ts';
import type { Picture } from '../../src/picture/pictures.ts';
import { speakChart } from '../../src/spoken.ts';
import type { Attachment, Message } from './message.ts';
import { attachmentUrl } from './message.ts';
import type { Attached } from './responder.ts';

/** https://discord.com/developers/docs/resources/message#attachment-object */
const DESCRIPTION = 1024;

/** The pictures that a message shows, each once: as files, and as what is said of them. */
export function attachmentsFor(
  { embeds }: Message,
  drawn: ReadonlyMap<Chart, Picture>,
  language: Language,
): { readonly attachments: readonly Attachment[]; readonly files: readonly Attached[] } {
  const urls = new Set(embeds.map(({ image }) => image?.url));
  const byName = new Map(Array.from(drawn, ([chart, picture]) => [picture.name, { chart, ...picture }]));
  const shown = Array.from(byName.values()).filter(({ name }) => urls.has(attachmentUrl(name)));
  return {
    attachments: shown.map(({ name, chart }, at) => ({
      id: String(at),
      filename: name,
      description: clipWords(altOf(speakChart(chart, language), language), DESCRIPTION),
    })),
    files: shown.map(({ name, png }) => ({ name, bytes: png, type: 'image/png' })),
  };
}
