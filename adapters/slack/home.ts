import type { HomeView, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { ReplyTarget } from '../../src/conversation/interaction.ts';
import type { Log } from '../../src/log.ts';
import type { Language } from '../../src/message/language.ts';
import { sendFile } from './files.ts';
import type { Client } from './open-form.ts';
import { formOpener } from './open-form.ts';
import { SlackPlace } from './place.ts';
import { isRefused } from './problems.ts';
import { reasonOf } from './reason.ts';
import type { Heard, Sender } from './receive.ts';
import { AT_HOME } from './receive.ts';
import { render } from './render.ts';

import { HOME, searchBox } from './search-box.ts';

/** https://docs.slack.dev/reference/events/app_home_opened */
const opened = z.object({
  team_id: z.string(),
  event: z.object({ user: z.string(), tab: z.literal('home') }),
});

/** Somebody opens the app's home, and is to see what is for them there. */
export function readHomeOpened(payload: unknown): Heard | undefined {
  const { data } = opened.safeParse(payload);
  if (data === undefined) return undefined;
  const { user } = data.event;
  const place = SlackPlace.of({ community: data.team_id, channel: null });
  const invocation = { ...HOME, asker: { id: user, locale: 'en', manages: false }, place };
  const interaction = { kind: 'ask', invocation } as const;
  return { user, place, trigger: null, responseUrl: AT_HOME, keys: [], interaction };
}

/**
 * Where an answer goes that was asked for at home: below the search box. There can be no second message below it, so
 * charts stay in words; and nothing there is a table: https://docs.slack.dev/reference/block-kit/blocks has them for messages.
 */
export function homeTarget(to: Sender, client: Client, log: Log): ReplyTarget {
  const user = to.user ?? '';
  return {
    hasOthers: false,
    show: async ({ reply, language }) => {
      const { blocks } = render(reply, { language, tables: false });
      try {
        await publish(client, user, blocks, language);
        return 'sent';
      } catch (error) {
        log.error({ reason: reasonOf(error) }, 'a home could not be shown');
        return isRefused(error) ? 'refused' : 'failed';
      }
    },
    ...(to.trigger === null ? {} : { openForm: formOpener(to, client, log) }),
    sendFile: (file) => sendFile(file, user, client, log),
  };
}

async function publish(client: Client, user: string, blocks: readonly KnownBlock[], language: Language) {
  const view: HomeView = { type: 'home', blocks: [...searchBox(language), ...blocks] };
  return client.views.publish({ user_id: user, view });
}
