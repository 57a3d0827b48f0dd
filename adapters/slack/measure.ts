import type { KnownBlock } from '@slack/types';
import type { Limits, Ruler } from '../../src/fit.ts';
import { closingActions, layOut } from '../../src/fit/actions.ts';
import { longestFit } from '../../src/fit/clip.ts';
import type { SpokenNode, SpokenReply } from '../../src/spoken.ts';
import { actionBlocks } from './actions.ts';
import { drawNode, drawTableIn } from './blocks.ts';
import { memoised } from './memo.ts';
import { EMPTY, footBlocks, frame, notification, size } from './message.ts';
import { escaped } from './mrkdwn.ts';
import { richText, section } from './rich-text.ts';
import { encodeAsk, encodeChoice, sharedBy } from './state.ts';

/** Shares of the message's budget, in characters of JSON. `note` is the block around the line that counts pages. */
const ROOM = { actions: 4000, note: 120 };

/** How to fit a reply: the limits as they are for its actions, and what measures its parts. */
export function measureFor(
  reply: SpokenReply,
  most: Limits,
): { readonly limits: Limits; readonly ruler: Ruler } {
  const { limits, actions } = limitsFor(reply, most);
  return { limits, ruler: rulerFor(actions) };
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
function limitsFor(reply: SpokenReply, most: Limits): ActionLimits {
  const all = actionsSize(reply, most);
  if (all <= ROOM.actions) return { limits: most, actions: all };
  const fits = (limits: Limits): boolean => actionsSize(reply, limits) <= ROOM.actions;
  const few = longestFit(most.choices, (n) => fits({ ...most, choices: n }));
  const choices = Math.max(10, few);
  const rows = longestFit(most.rows, (n) => fits({ ...most, choices, rows: n }));
  const limits = { ...most, choices, rows };
  return { limits, actions: actionsSize(reply, limits) };
}

/** The most that the actions of any page can take: fewer are left out where less has to be added. */
function actionsSize(reply: SpokenReply, limits: Limits): number {
  const asked = reply.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  const added = closingActions(reply, 1000, 10_000, true);
  const { rows } = layOut(asked, [], limits, rulerFor(0), reply);
  return sizeOf(actionBlocks([...rows, ...(added.length > 0 ? [added] : [])]));
}
