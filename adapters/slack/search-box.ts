import type { KnownBlock } from '@slack/types';
import type { Language } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { plainObject } from './mrkdwn.ts';
import { buttonId, encodeAsk, SEARCH } from './state.ts';

/** The block of the search box, whose words come along with whatever is pressed. */
const SEARCH_BLOCK = 'search';

/** The most letters of a search, as of any line. */
const LONGEST = 300;

/** A number that no action of an answer has. */
const LAST = 999;

/** What shows the home. */
export const HOME = { command: 'home', values: {} };

/** What can be asked from anywhere in the home. Enter searches as well. */
export function searchBox(language: Language): KnownBlock[] {
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
