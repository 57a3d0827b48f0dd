import type { Reply } from '../../src/reply.ts';
import type { Message } from './message.ts';
import type { Easel } from './pictures.ts';
import type { Heard } from './receive.ts';

/** Puts the file of an answer that has been sent below its words, which are whole without it. Never throws. */
export async function addFile(
  { wire, log, latest }: Easel,
  heard: Heard,
  reply: Reply,
  show: (reply: Reply) => Message,
): Promise<void> {
  const { file } = reply;
  if (file === undefined || latest.get(heard.asker.id) !== heard.id) return;
  const { name, text } = file;
  const attachments = [{ id: '0', filename: name, description: name }];
  const bytes = new TextEncoder().encode(text);
  const sent = await wire.edit(heard, { ...show(reply), attachments }, [
    { name, bytes, type: 'application/json' },
  ]);
  if (sent !== 'sent') log.warn({ sent }, 'a file could not be attached; its words stay');
}
