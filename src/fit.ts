import { divide } from './fit/divide.ts';
import { closingActions, layOut } from './fit/actions.ts';
import { clipWords, splitText } from './fit/clip.ts';
import type { Limits, Ruler } from './fit/limits.ts';
import { joined, say } from './message/say.ts';
import { speak } from './message/speak.ts';
import type { Language } from './message/language.ts';
import type { SpokenAction, SpokenNode, SpokenReply } from './spoken.ts';

export type { Limits, Ruler } from './fit/limits.ts';

/** One page of a reply that fits: `reply.body` holds no actions, these are laid out in `rows`. */
export interface Fitted {
  readonly reply: SpokenReply;
  readonly rows: readonly (readonly SpokenAction[])[];
  readonly page: number;
  readonly pages: number;
}

export interface FitOptions {
  /** From 1; a page past the last one gives the last one. */
  readonly page?: number;
  /** Whether to offer "Show to channel". */
  readonly share?: boolean;
}

/** Room kept for the line that says which part this is. */
const PAGE_NOTE_ROOM = 120;

/**
 * Makes a reply small enough for a message. What fits is left alone; a long text or list goes on in the next node,
 * nodes go on in the next page, and a note says which part is shown. Nothing is dropped without being counted.
 */
export function fit(whole: SpokenReply, limits: Limits, ruler: Ruler, options: FitOptions = {}): Fitted {
  const reply = fitFrame(whole, limits, ruler);
  const asked = reply.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  const nodes = reply.body
    .filter((node) => node.kind !== 'actions')
    .flatMap((node) => partsOf(node, divide(node, limits, ruler, reply.language)));
  const pages = paginate(nodes, limits.message - ruler.frame(reply) - PAGE_NOTE_ROOM, limits, ruler);
  const page = Math.min(Math.max(1, Math.trunc(options.page ?? 1)), pages.length);
  const closing = closingActions(reply, page, pages.length, options.share === true);
  const { rows, leftOut } = layOut(asked, closing, limits, ruler, reply);
  const turnable = page === pages.length || hasTurn(rows, page + 1);
  const body = [
    ...(pages[page - 1] ?? []),
    ...pageNote({ page, pages: pages.length, leftOut, turnable }, reply.language),
  ];
  return { reply: { ...reply, body }, rows, page, pages: pages.length };
}

function hasTurn(rows: Fitted['rows'], to: number): boolean {
  return rows.flat().some((action) => action.kind === 'ask' && action.ask.page === to);
}

/** A title has one line and is clipped; a lead that is too long goes on as the first node. */
function fitFrame(reply: SpokenReply, limits: Limits, ruler: Ruler): SpokenReply {
  const [lead, rest] = splitText(reply.lead, limits.lead, (text) => ruler.text(text));
  const overflow: SpokenNode[] = rest.length > 0 ? [{ kind: 'text', text: rest }] : [];
  const title = clipWords(reply.title, limits.title, ruler.words);
  return { ...reply, title, lead, body: [...overflow, ...reply.body] };
}

/** A node, or a part of one that was too large, and how it looks right below the part before it. */
interface Part {
  readonly node: SpokenNode;
  readonly below?: SpokenNode;
}

/** Only where a page begins with it does a part say again what it goes on with. */
function partsOf(whole: SpokenNode, nodes: readonly SpokenNode[]): Part[] {
  return nodes.map((node, at) => {
    const isTitled = (node.kind === 'list' || node.kind === 'table') && whole.kind === node.kind;
    if (at === 0 || !isTitled) return { node };
    const { title: _title, ...below } = node;
    return { node, below };
  });
}

/** Fills pages in order. A page always takes at least one node, since every node fits a page by itself. */
function paginate(parts: readonly Part[], room: number, limits: Limits, ruler: Ruler): SpokenNode[][] {
  const pages: SpokenNode[][] = [[]];
  let used = 0;
  for (const { node: titled, below } of parts) {
    const page = pages.at(-1) ?? [];
    const node = page.length > 0 ? (below ?? titled) : titled;
    const size = ruler.node(node);
    // One node less than allowed, for the note that says which page this is.
    const full = used + size > room || page.length >= limits.nodes - 1;
    if (page.length > 0 && (full || ruler.together?.([...page, node]) === false)) {
      pages.push([titled]);
      used = ruler.node(titled);
    } else {
      page.push(node);
      used += size;
    }
  }
  return pages.map(withoutLooseDividers);
}

function withoutLooseDividers(page: SpokenNode[]): SpokenNode[] {
  return page.filter((node, at) => node.kind !== 'divider' || (at > 0 && at < page.length - 1));
}

interface Shown {
  readonly page: number;
  readonly pages: number;
  readonly leftOut: number;
  readonly turnable: boolean;
}

function pageNote({ page, pages, leftOut, turnable }: Shown, language: Language): SpokenNode[] {
  const parts = [
    ...(pages > 1 ? [say('Page {page} of {pages}', { page, pages })] : []),
    ...(turnable ? [] : [say('ask in fewer words to turn the page')]),
    ...(leftOut > 0 ? [say('{leftOut} more to choose from: type what you look for', { leftOut })] : []),
  ];
  return parts.length === 0 ? [] : [{ kind: 'note', text: [speak(joined(parts, ' · '), language)] }];
}
