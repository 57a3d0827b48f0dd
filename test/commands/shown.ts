import type { KnownBlock } from '@slack/types';
import { modal } from '../../adapters/discord/form.ts';
import { preview as discordPreview } from '../../adapters/discord/render.ts';
import { encode } from '../../adapters/discord/state.ts';
import { view } from '../../adapters/slack/form.ts';
import { SlackPlace } from '../../adapters/slack/place.ts';
import { preview as slackPreview } from '../../adapters/slack/render.ts';
import { encodeAsk } from '../../adapters/slack/state.ts';
import type { OpenForm } from '../../src/form.ts';
import type { Language } from '../../src/message/language.ts';
import { plain } from '../../src/plain.ts';
import type { Action, Ask, Reply } from '../../src/reply.ts';
import { judgeCallback } from '../adapters/discord/judge.ts';
import { blockFaults, faultsOf } from '../adapters/slack/judge.ts';
import { actionsOf } from './talk.ts';

/** A button keeps its question in so many characters. */
const STATE = { discord: 100, slack: 900 };
const MOST_PAGES = 40;

/** What a place would refuse or lose of an answer, on any of its pages; one line each. */
export function faultsShown(reply: Reply, language: Language): string[] {
  return [
    ...lostIn(reply),
    ...pagesOf(reply, (page) => discordPreview(reply, language, page), turnsTo('discord')).flatMap(
      (message) => [
        ...judgeCallback({ type: 4, data: message }),
        ...(message.embeds.every(({ description, fields, image }) => description ?? fields ?? image)
          ? []
          : ['an empty card']),
      ],
    ),
    ...pagesOf(reply, (page) => slackPreview(reply, language, page), turnsTo('slack')).flatMap((message) => [
      ...faultsOf({ ...message }),
      ...(message.blocks.length > 1 ? [] : ['an empty card']),
    ]),
    ...(plain(reply, language).trim().includes('\n') ? [] : ['nothing in the terminal']),
  ];
}

const HERE = SlackPlace.of({ community: 'T1', channel: 'C1' });

/** The same of a form. */
export function faultsOfForm(form: OpenForm, language: Language): string[] {
  const { title, blocks } = view(form, language, HERE, 'https://hooks.slack.com/x');
  return [
    ...judgeCallback({ type: 9, data: modal(form, language) }),
    ...blockFaults(blocks as readonly KnownBlock[]),
    ...(title.text.length > 24 ? [`a title of ${title.text.length}`] : []),
  ];
}

/** Questions of buttons and menus that do not fit into their state, so that the button would be left out. */
function lostIn(reply: Reply): string[] {
  const turned = reply.ask === null ? [] : [{ ...reply.ask, page: 10 }];
  return [...actionsOf(reply).flatMap(asksOf), ...turned].flatMap((ask) => {
    const size = { discord: encode('form', ask).length, slack: encodeAsk(ask).length };
    const isLost = size.discord > STATE.discord || size.slack > STATE.slack;
    return isLost ? [`a button of ${size.discord} and ${size.slack}: ${JSON.stringify(ask)}`] : [];
  });
}

function asksOf(action: Action): Ask[] {
  if (action.kind === 'link') return [];
  return action.kind === 'choose' ? action.choices.map(({ ask }) => ask) : [action.ask];
}

/** Every page, by the button that leads to the next one. */
function pagesOf<M>(reply: Reply, draw: (page: number) => M, turn: (ask: Ask) => string): M[] {
  const pages: M[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const message = draw(page);
    pages.push(message);
    const next = reply.ask === null ? undefined : turn({ ...reply.ask, page: page + 1 });
    if (next === undefined || !JSON.stringify(message).includes(next)) break;
  }
  return pages;
}

function turnsTo(place: 'discord' | 'slack'): (ask: Ask) => string {
  return (ask) => JSON.stringify(place === 'discord' ? encode('ask', ask) : encodeAsk(ask));
}
