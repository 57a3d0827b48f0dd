import type { KnownBlock } from '@slack/types';
import type { Limits } from '../../src/fit.ts';
import { fit } from '../../src/fit.ts';
import { memoizeByReply } from '../../src/memoize-by-reply.ts';
import type { Language } from '../../src/message/language.ts';
import type { Reply } from '../../src/reply.ts';
import type { SpokenNode, SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import { actionBlocks } from './actions.ts';
import { drawNode, drawTableIn } from './blocks.ts';
import { measureFor } from './measure.ts';
import type { Message } from './message.ts';
import { EMPTY, footBlocks, frame, notification } from './message.ts';
import { plainObject } from './mrkdwn.ts';

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

interface PrivateMessage extends Message {
  readonly response_type: 'ephemeral';
  readonly replace_original: false;
}

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
  const { limits, ruler } = measureFor(reply, LIMITS);
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
