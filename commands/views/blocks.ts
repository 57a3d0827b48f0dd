import { message, type Said, say } from '../../src/message/say.ts';
import { type Block, cite, type RoleFacts } from '../../knowledge/index.ts';
import { bold, type Inline, link, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Section } from './section.ts';

/** Items up to this many letters on average stand side by side instead of one a line. */
const SHORT = 30;

/** The lists of blocks of a role. */
export type BlockList = {
  [List in keyof RoleFacts]: RoleFacts[List] extends Block[]
    ? Block[] extends RoleFacts[List]
      ? List
      : never
    : never;
}[keyof RoleFacts];

/** What each list is called where its source gives no heading: sentences of the catalogue. */
const TITLES: Readonly<Record<BlockList, string>> = {
  payFactors: message('What moves pay'),
  responsibilities: message('What the work is'),
  week: message('A typical week'),
  differentiators: message('What sets people apart'),
  gaps: message('What is often missing'),
  moves: message('Can lead to'),
  nextSteps: message('Next steps'),
  portfolio: message('Portfolio'),
  resume: message('Résumé'),
  jobs: message('Where to look'),
  interview: message('Interview'),
  employers: message('Employers'),
  sectors: message('Sectors'),
  notes: message('Worth knowing'),
};

/** What sources list of a role, each list under its own heading. */
export function listSections(list: BlockList, blocks: readonly Block[]): Section[] {
  return blockSections(blocks, say(TITLES[list]));
}

/** Lists as their sources give them, each under its own heading, or `untitled` where it has none. */
function blockSections(blocks: readonly Block[], untitled: Said): Section[] {
  return blocks.flatMap((block) =>
    blockNodes(block, untitled).map((node) => ({ evidence: [cite(block)], node })),
  );
}

function blockNodes(block: Block, untitled: Said): ReplyNode[] {
  const title = block.heading ?? untitled;
  const note: Text = block.note === undefined ? [] : [block.note];
  const words = shortItems(block);
  if (words !== undefined) {
    const between = note.length > 0 ? ['\n'] : [];
    return [{ kind: 'text', title, text: [...note, ...between, words.join(' · ')] }];
  }
  const [only] = block.items;
  if (only !== undefined && block.items.length === 1 && note.length === 0)
    return [{ kind: 'text', title, text: itemText(only) }];
  const list = { kind: 'list', ...(block.ordered === true ? { ordered: true } : {}) } as const;
  const items = block.items.map(itemText);
  if (note.length === 0) return [{ ...list, title, items }];
  return [
    { kind: 'text', title, text: note },
    { ...list, items },
  ];
}

/** The items as bare words, where they are few letters each and their order says nothing. */
function shortItems(block: Block): string[] | undefined {
  const words = block.items.filter((item) => typeof item === 'string');
  if (block.ordered === true || words.length < block.items.length) return undefined;
  const letters = words.join('').length / words.length;
  return letters <= SHORT && words.every((word) => !/[.?!]$/.test(word)) ? words : undefined;
}

function itemText(item: Block['items'][number]): Text {
  if (typeof item === 'string') return [item];
  const name: Inline = item.link === undefined ? bold(item.name) : link(item.name, item.link);
  return item.detail === undefined ? [name] : [name, `: ${item.detail}`];
}
