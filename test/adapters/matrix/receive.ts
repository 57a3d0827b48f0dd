import { z } from 'zod';
import { type Invocation, readLine } from '../../../src/invocation.ts';

const content = z.object({ msgtype: z.literal('m.text'), body: z.string() });
const message = z.object({ event_id: z.string(), sender: z.string(), content });
const joined = z.object({ timeline: z.object({ events: z.array(z.unknown()) }) });
/** https://spec.matrix.org/latest/client-server-api/#get_matrixclientv3sync */
const rooms = z.object({ join: z.record(z.string(), joined).default({}) }).default({ join: {} });
const sync = z.object({ next_batch: z.string(), rooms });

/** What people wrote as questions, less what bots wrote (`m.notice`) and we ourselves; and where to go on from. */
export function receive(json: unknown, self: string, names: readonly string[]) {
  const read = sync.parse(json);
  const asked = Object.entries(read.rooms.join).flatMap(([room, { timeline }]) =>
    timeline.events.flatMap((event): Invocation[] => {
      const { data } = message.safeParse(event);
      if (data === undefined || data.sender === self) return [];
      const asker = { id: data.sender, locale: 'en', manages: false };
      const place = { on: 'matrix', community: room, channel: room };
      return [{ ...readLine(data.content.body, names), id: data.event_id, asker, place }];
    }),
  );
  return { asked, next: read.next_batch };
}
