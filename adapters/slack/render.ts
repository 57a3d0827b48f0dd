import type { KnownBlock } from '@slack/types';
import { closingActions, layOut } from '../../src/fit/actions.ts';
import { clipText, longestFit } from '../../src/fit/clip.ts';
import type { Limits, Ruler } from '../../src/fit.ts';
import { fit } from '../../src/fit.ts';
import type { Language } from '../../src/message/language.ts';
import { plainWords } from '../../src/plain.ts';
import { memoizeByReply } from '../../src/memoize-by-reply.ts';
import { say } from '../../src/message/say.ts';
import type { SpokenInline } from '../../src/message/speak.ts';
import { speak } from '../../src/message/speak.ts';
import type { Reply } from '../../src/reply.ts';
import type { SpokenCredit, SpokenNode, SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import { actionBlocks } from './actions.ts';
import { drawNode, drawTableIn, smallPrint } from './blocks.ts';
import { foot } from './foot.ts';
import { escaped, plainObject } from './mrkdwn.ts';
import { memoised } from './memo.ts';
import { richText, section } from './rich-text.ts';
import { encodeAsk, encodeChoice, sharedBy } from './state.ts';

/**
 * What a message may hold: https://docs.slack.dev/reference/block-kit/blocks and …/block-elements. Texts are measured as
 * the JSON that is sent. The whole message has no documented limit; about 13,200
 * characters were refused as `msg_blocks_too_long` (slackapi/bolt-js#2509), hence the budget, which is shared out below.
 */
export const LIMITS = {
  message: 12_000,
  /** 50 blocks: these, and header, lead, five rows of actions and the foot. */
  nodes: 42,
  /** Rich text has no documented limit of its own; this is what the budget leaves beside the largest frame. */
  node: 4200,
  title: 150,
  /** A lead is a sentence; what is longer goes on in a section of its own. */
  lead: 1000,
  fields: 25,
  fieldName: 400,
  fieldValue: 1500,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 75,
  choices: 100,
  choiceLabel: 75,
  /** A value may have 2000; this leaves room for three such buttons. */
  state: 900,
  choiceState: 75,
  url: 3000,
  alt: 1900,
} as const satisfies Limits;

/** Shares of the message's budget, in characters of JSON. `note` is the block around the line that counts pages. */
const ROOM = { text: 400, foot: 1600, actions: 4000, note: 120 };

/** What is posted: the same for `response_url`, chat.postEphemeral and chat.postMessage. */
export interface Message {
  /** What a notification and a screen reader say. */
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly parse: 'none';
  readonly link_names: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

interface PrivateMessage extends Message {
  readonly response_type: 'ephemeral';
  readonly replace_original: false;
}

/** Nothing in a message is looked up, linked or unfolded beyond what we mark. */
const EMPTY: Message = {
  text: '',
  blocks: [],
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
};

/** Slack takes no message without a block. */
const NOTHING: KnownBlock[] = [{ type: 'section', text: plainObject('…') }];

interface RenderOptions {
  /** Of whoever reads it. */
  readonly language: Language;
  readonly page?: number;
  /** Whether to offer "Show to channel". */
  readonly share?: boolean;
  /** False where the workspace does not take `data_table`. */
  readonly tables?: boolean;
}

/** A page of a reply as a message. The same reply is drawn once in each language. */
export const render = memoizeByReply((reply: Reply, showing: RenderOptions): Message =>
  draw(speakReply(reply, showing.language), showing),
);

function draw(reply: SpokenReply, showing: Omit<RenderOptions, 'language'>): Message {
  const { page = reply.ask?.page ?? 1, share = false, tables = true } = showing;
  const { limits, actions } = limitsFor(reply);
  const ruler = rulerFor(actions);
  const fitted = fit(reply, limits, ruler, { page, share });
  const blocks = [
    ...frame(fitted.reply),
    ...drawBody(fitted.reply.body, tables),
    ...actionBlocks(fitted.rows),
    ...footBlocks(fitted.reply.sources, reply.language),
  ];
  return { ...EMPTY, text: notification(fitted.reply), blocks: blocks.length > 0 ? blocks : NOTHING };
}

/** A message may have one `data_table`: the first, where it fits. The others are told in text. */
function drawBody(nodes: readonly SpokenNode[], tables: boolean): KnownBlock[] {
  let isFree = tables;
  return nodes.flatMap((node) => {
    const table = isFree ? drawTableIn(node) : undefined;
    if (table !== undefined) isFree = false;
    return table ?? drawNode(node);
  });
}

/** The same in both forms, for a workspace of which it is not known which one it takes. */
export function drawing(reply: Reply, options: RenderOptions): (tables: boolean) => Message {
  return (tables) => render(reply, { ...options, tables });
}

/** The payload that answers a command: only the asker sees it. */
export function preview(reply: Reply, language: Language, page?: number): PrivateMessage {
  const options = { language, share: true, ...(page === undefined ? {} : { page }) };
  return { response_type: 'ephemeral', replace_original: false, ...render(reply, options) };
}

function frame({ title, lead }: SpokenReply): KnownBlock[] {
  const words = plainWords([title]).replace(/\s+/gu, ' ').trim().toWellFormed();
  return [
    ...(words === '' ? [] : [{ type: 'header', text: plainObject(words) } as const]),
    ...richText([section(lead)]),
  ];
}

const footBlocks = memoised((sources: readonly SpokenCredit[], language: Language): KnownBlock[] =>
  smallPrint(foot(sources, language, (text) => size(smallPrint(text)) <= ROOM.foot)),
);

/** Title and lead without markup. Slack wants a text even where it shows blocks. */
function notification({ title, lead, language }: SpokenReply): string {
  const named = lead.map((inline) => withoutId(inline, language));
  const words = [title, plainWords(named)].filter((part) => part.trim() !== '').join('\n');
  const short = clipText([words], ROOM.text, (text) => size(escaped(plainWords(text))));
  return escaped(plainWords(short)).trim() || '…';
}

/** A phone and a screen reader would read the letters of an id. */
function withoutId(inline: SpokenInline, language: Language): SpokenInline {
  if (typeof inline === 'string' || inline.kind !== 'channel') return inline;
  return inline.name === undefined ? speak(say('a channel'), language) : `#${inline.name}`;
}

function size(part: unknown): number {
  return JSON.stringify(part).length;
}

const blockSize = memoised(size);

function sizeOf(blocks: readonly KnownBlock[]): number {
  return blocks.reduce((sum, block) => sum + blockSize(block) + 1, 0);
}

/** A node in the form that takes more room, so that pages are the same whether or not a workspace takes a `data_table`. */
function nodeSize(node: SpokenNode): number {
  return Math.max(sizeOf(drawNode(node)), sizeOf(drawTableIn(node) ?? []));
}

/** `actions` is the most that the actions of a page take, in characters of JSON. */
function rulerFor(actions: number): Ruler {
  return {
    text: (text) => size(richText([section(text)])),
    words: (words) => escaped(words).length,
    node: nodeSize,
    frame: (reply) =>
      size({ ...EMPTY, text: notification(reply) }) +
      sizeOf([...frame(reply), ...footBlocks(reply.sources, reply.language)]) +
      actions +
      ROOM.note,
    state: encodeAsk,
    choice: (choice, menu) => encodeChoice(choice, sharedBy(menu)),
  };
}

interface ActionLimits {
  readonly limits: Limits;
  /** What the actions take at most within them. */
  readonly actions: number;
}

/** Fewer choices, then fewer rows, where the actions would take more than their share. */
function limitsFor(reply: SpokenReply): ActionLimits {
  const all = actionsSize(reply, LIMITS);
  if (all <= ROOM.actions) return { limits: LIMITS, actions: all };
  const fits = (limits: Limits): boolean => actionsSize(reply, limits) <= ROOM.actions;
  const few = longestFit(LIMITS.choices, (n) => fits({ ...LIMITS, choices: n }));
  const choices = Math.max(10, few);
  const rows = longestFit(LIMITS.rows, (n) => fits({ ...LIMITS, choices, rows: n }));
  const limits = { ...LIMITS, choices, rows };
  return { limits, actions: actionsSize(reply, limits) };
}

/** The most that the actions of any page can take: fewer are left out where less has to be added. */
function actionsSize(reply: SpokenReply, limits: Limits): number {
  const asked = reply.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  const added = closingActions(reply, 1000, 10_000, true);
  const { rows } = layOut(asked, [], limits, rulerFor(0), reply);
  return sizeOf(actionBlocks([...rows, ...(added.length > 0 ? [added] : [])]));
}
