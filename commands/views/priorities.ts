import type { Priority } from '../../knowledge/linked.ts';
import type { Said } from '../../src/message/message.ts';
import { message, say } from '../../src/message/say.ts';

const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  essential: message('essential'),
  important: message('important'),
  recommended: message('recommended'),
  bonus: message('bonus'),
  listed: message('listed'),
};

/** How much a source makes of something, as answers say it. */
export function priorityName(priority: Priority): Said {
  return say(PRIORITY_NAMES[priority]);
}
