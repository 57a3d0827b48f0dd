import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';
import { fit } from '../../src/fit.ts';
import type { Limits, Ruler } from '../../src/fit.ts';
import type { Action, Reply, ReplyNode, Tone } from '../../src/reply.ts';
import type { Part } from './embeds.ts';
import { nodeSize, partsOf } from './embeds.ts';
import { foot } from './foot.ts';
import { heading, markdown, printable } from './markdown.ts';
import { encode, menuId } from './state.ts';

/**
 * https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 * https://discord.com/developers/docs/components/reference
 * A title, lead and foot of the largest size leave room for the largest node.
 */
export const LIMITS: Limits = {
  message: 6000,
  nodes: 1000,
  node: 3000,
  title: 256,
  lead: 1000,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  choices: 25,
  choiceLabel: 100,
  state: 100,
  url: 512,
  alt: 1024,
};

/** Of the ten embeds a message may have, one is kept for a long lead and one for the page note. */
const MOST_PARTS = 8;

/** Fields and pictures may each end an embed and start one; so few of them cannot make too many. */
const FEW_BREAKS = 3;
const breaksEmbed = ({ kind }: ReplyNode): boolean => kind === 'fields' || kind === 'picture';

const RULER: Ruler = {
  text: (text) => markdown(text).length,
  words: (words) => heading(words).length,
  node: nodeSize,
  frame: (reply) => heading(reply.title).length + markdown(reply.lead).length + foot(reply.sources).length,
  state: (ask) => encode('ask', ask),
  together: (nodes) =>
    nodes.filter(breaksEmbed).length <= FEW_BREAKS || partsOf([], nodes).length <= MOST_PARTS,
};

const COLOURS: Readonly<Record<Tone, number>> = {
  answer: 0x3b82f6,
  question: 0xf59e0b,
  miss: 0x94a3b8,
  problem: 0xef4444,
};

/** Message flag: only the asker sees it. https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const EPHEMERAL = 64;

/** What a message is made of: the same for a first answer, an edit and a follow-up. Never pings anybody. */
export interface Message {
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: { readonly parse: [] };
}

export interface RenderOptions {
  /** From 1; the page the reply was asked for unless told. */
  readonly page?: number;
  /** Whether to offer "Show to channel". */
  readonly share: boolean;
}

/** One page of a reply as a message within every limit of Discord. */
export function render(whole: Reply, { page = whole.ask?.page ?? 1, share }: RenderOptions): Message {
  const { reply, rows } = fit(withUsableLinks(whole), LIMITS, RULER, { page, share });
  return {
    embeds: embedsOf(reply),
    components: rows.map((row, at) => ({ type: 1, components: row.map((action) => component(action, at)) })),
    allowed_mentions: { parse: [] },
  };
}

/** The exact data of the first answer to a slash command: what `POST …/callback` is sent, and only the asker sees. */
export function preview(reply: Reply, page?: number): Message & { readonly flags: number } {
  return { ...render(reply, { share: true, ...(page === undefined ? {} : { page }) }), flags: EPHEMERAL };
}

function embedsOf(reply: Reply): APIEmbed[] {
  const title = heading(reply.title);
  const parts = partsOf(reply.lead, reply.body);
  const sources = foot(reply.sources);
  const [first = { text: title === '' ? '—' : '', fields: [] }, ...rest] = parts;
  const all = [first, ...rest];
  return all.map((part, at) => ({
    color: COLOURS[reply.tone],
    ...(at === 0 && title !== '' ? { title } : {}),
    ...embedOf(part),
    ...(at === all.length - 1 && sources !== '' ? { footer: { text: sources } } : {}),
  }));
}

function embedOf({ text, fields, image }: Part): APIEmbed {
  return {
    ...(text.trim() === '' ? {} : { description: text }),
    ...(fields.length === 0 ? {} : { fields: [...fields] }),
    ...(image === undefined ? {} : { image: { url: image } }),
  };
}

/** Buttons lead to web pages only; any other address is told as words, so that it can still be copied. */
function withUsableLinks(reply: Reply): Reply {
  const isOdd = (action: Action) => action.kind === 'link' && !isWebPage(action.url);
  const body = reply.body.flatMap((node): ReplyNode[] => {
    if (node.kind !== 'actions' || !node.actions.some(isOdd)) return [node];
    const told = node.actions.flatMap((action) => (action.kind === 'link' && isOdd(action) ? [action] : []));
    return [
      ...told.map(({ label, url }) => ({ kind: 'note' as const, text: [`${label}: ${url}`] })),
      { kind: 'actions', actions: node.actions.filter((action) => !isOdd(action)) },
    ];
  });
  return { ...reply, body };
}

function isWebPage(url: string): boolean {
  return /^https?:/i.test(url) && URL.canParse(url);
}

function component(action: Action, at: number): APIComponentInMessageActionRow {
  const label = printable(action.label);
  switch (action.kind) {
    case 'ask':
    case 'share':
      return { type: 2, style: 2, label, custom_id: encode(action.kind, action.ask) };
    case 'link':
      return { type: 2, style: 5, label, url: action.url };
    case 'choose':
      return {
        type: 3,
        custom_id: menuId(at),
        placeholder: label,
        options: action.choices.map((choice) => ({
          label: printable(choice.label),
          value: encode('ask', choice.ask),
        })),
      };
  }
}
