import type { App, webApi } from '@slack/bolt';
import type { HomeView, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Bot } from '../../src/bot.ts';
import type { Log } from '../../src/log.ts';
import type { Language } from '../../src/message/language.ts';
import { languageOf } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import type { Respond } from './deliver.ts';
import type { Known } from './known.ts';
import { plainObject } from './mrkdwn.ts';
import { SlackPlace } from './place.ts';
import type { Gallery } from './pictures.ts';
import { reasonOf } from './reason.ts';
import { render } from './render.ts';
import { buttonId, encodeAsk, SEARCH } from './state.ts';
import type { TableSupport } from './table-support.ts';

/** The block of the search box, whose words come along with whatever is pressed. */
const SEARCH_BLOCK = 'search';

/** The most letters of a search, as of any line. */
const LONGEST = 300;

type Client = Pick<webApi.WebClient, 'views' | 'users' | 'auth' | 'conversations' | 'usergroups'>;

interface Parts {
  readonly bot: Bot;
  readonly log: Log;
  readonly known: Known;
}

/** https://docs.slack.dev/reference/events/app_home_opened */
const opened = z.object({
  team_id: z.string(),
  event: z.object({ user: z.string(), tab: z.literal('home') }),
});

/** Shows everybody who opens the app's home what is for them there. */
export function listenToHome(app: App, { bot, log, known }: Parts): void {
  app.event('app_home_opened', async ({ body, client }) => {
    const read = opened.safeParse(body);
    if (!read.success) return;
    const { team_id: community, event } = read.data;
    try {
      const asker = { id: event.user, locale: 'en', manages: false };
      const place = SlackPlace.of({ community, channel: null });
      const asked = await known.complete({ command: HOME.command, values: {}, asker, place }, client);
      const language = languageOf(asked.asker.locale);
      const { blocks } = render(await bot.answer(asked), { language, tables: false });
      await publish(client, event.user, blocks, language);
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'a home could not be shown');
    }
  });
}

/** A number that no action of an answer has. */
const LAST = 999;

const HOME = { command: 'home', values: {} };

/** Shows an answer in somebody's home, below the search box. */
export function respondAtHome(client: Client, user: string | null, language: Language): Respond | undefined {
  if (user === null) return undefined;
  return async (message) => {
    const blocks = typeof message === 'object' && 'blocks' in message ? (message.blocks ?? []) : [];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `render` makes them
    return publish(client, user, blocks as KnownBlock[], language);
  };
}

async function publish(client: Client, user: string, blocks: readonly KnownBlock[], language: Language) {
  const view: HomeView = { type: 'home', blocks: [...searchBox(language), ...blocks] };
  return client.views.publish({ user_id: user, view });
}

/** What can be asked from anywhere in the home. Enter searches as well. */
function searchBox(language: Language): KnownBlock[] {
  const tell = (said: ReturnType<typeof say>) => plainObject(speak(said, language));
  return [
    {
      type: 'input',
      block_id: SEARCH_BLOCK,
      dispatch_action: true,
      optional: true,
      label: tell(say('Ask me')),
      element: {
        type: 'plain_text_input',
        action_id: SEARCH,
        max_length: LONGEST,
        placeholder: tell(say('what does an ML engineer earn?')),
      },
    },
    {
      type: 'actions',
      elements: [
        { type: 'button', text: tell(say('Ask')), action_id: `${SEARCH}:button`, style: 'primary' },
        { type: 'button', text: tell(say('Home')), action_id: buttonId('ask', LAST), value: encodeAsk(HOME) },
      ],
    },
  ];
}

/** Below what was published there can be no second message: charts stay in words. */
export const NO_PICTURES: Pick<Gallery, 'show'> = { show: async () => undefined };

/** Nothing in a home is a table: https://docs.slack.dev/reference/block-kit/blocks has them for messages. */
export const NO_TABLES: TableSupport = { send: (_, draw, send) => send(draw(false)) };
