import { fit } from '../../src/fit.ts';
import type { Limits, Ruler } from '../../src/fit.ts';
import type { Language } from '../../src/message/language.ts';
import { memoizeByReply } from '../../src/memoize-by-reply.ts';
import type { Reply, Tone } from '../../src/reply.ts';
import type { SpokenAction, SpokenChoice, SpokenNode, SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';
import type { Part } from './embeds.ts';
import { nodeSize, partsOf } from './embeds.ts';
import { foot } from './foot.ts';
import { heading, markdown, printable } from './markdown.ts';
import type { Control, Embed, MenuItem, Message, Posted } from './message.ts';
import { BUTTON, EPHEMERAL, GREY, MENU, PRIMARY, ROW, TO_A_PAGE } from './message.ts';
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
  alt: 2800,
};

/** Of the ten embeds a message may have, one is kept for a long lead and one for the page note. */
const MOST_PARTS = 8;

/** Fields and pictures may each end an embed and start one; so few of them cannot make too many. */
const FEW_BREAKS = 3;
const breaksEmbed = ({ kind }: SpokenNode): boolean => kind === 'fields' || kind === 'picture';

const RULER: Ruler = {
  text: (text) => markdown(text).length,
  words: (words) => heading(words).length,
  node: nodeSize,
  frame: (reply) =>
    heading(reply.title).length + markdown(reply.lead).length + foot(reply.sources, reply.language).length,
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

export interface RenderOptions {
  /** Of whoever reads it. */
  readonly language: Language;
  /** From 1; the page the reply was asked for unless told. */
  readonly page?: number;
  /** Whether to offer "Show to channel". */
  readonly share: boolean;
}

/** One page of a reply as a message within every limit of Discord. */
export const render = memoizeByReply((reply: Reply, options: RenderOptions) =>
  draw(speakReply(reply, options.language), options),
);

function draw(
  whole: SpokenReply,
  { page = whole.ask?.page ?? 1, share }: Omit<RenderOptions, 'language'>,
): Message {
  const { reply, rows } = fit(withUsableLinks(whole), LIMITS, RULER, { page, share });
  return {
    embeds: embedsOf(reply),
    components: rows.map((row, at) => ({
      type: ROW,
      components: row.map((action) => component(action, at)),
    })),
    allowed_mentions: { parse: [] },
  };
}

/** The exact data of the first answer to a slash command: what `POST …/callback` is sent, and only the asker sees. */
export function preview(reply: Reply, language: Language, page?: number): Posted {
  return {
    ...render(reply, { language, share: true, ...(page === undefined ? {} : { page }) }),
    flags: EPHEMERAL,
  };
}

function embedsOf(reply: SpokenReply): Embed[] {
  const title = heading(reply.title);
  const parts = partsOf(reply.lead, reply.body);
  const sources = foot(reply.sources, reply.language);
  const [first = { text: title === '' ? '—' : '', fields: [] }, ...rest] = parts;
  const all = [first, ...rest];
  return all.map((part, at) => ({
    color: COLOURS[reply.tone],
    ...(at === 0 && title !== '' ? { title } : {}),
    ...embedOf(part),
    ...(at === all.length - 1 && sources !== '' ? { footer: { text: sources } } : {}),
  }));
}

function embedOf({ text, fields, image }: Part): Omit<Embed, 'color'> {
  return {
    ...(text.trim() === '' ? {} : { description: text }),
    ...(fields.length === 0 ? {} : { fields }),
    ...(image === undefined ? {} : { image: { url: image } }),
  };
}

/** Buttons lead to web pages only; any other address is told as words, so that it can still be copied. */
function withUsableLinks(reply: SpokenReply): SpokenReply {
  const body = reply.body.flatMap((node): SpokenNode[] => {
    if (node.kind !== 'actions' || !node.actions.some(isOdd)) return [node];
    const told = node.actions.flatMap((action) => (action.kind === 'link' && isOdd(action) ? [action] : []));
    return [
      ...told.map(({ label, url }) => ({ kind: 'note' as const, text: [`${label}: ${url}`] })),
      { kind: 'actions', actions: node.actions.filter((action) => !isOdd(action)) },
    ];
  });
  return { ...reply, body };
}

function isOdd(action: SpokenAction): boolean {
  return action.kind === 'link' && !isWebPage(action.url);
}

function isWebPage(url: string): boolean {
  return /^https?:/i.test(url) && URL.canParse(url);
}

function component(action: SpokenAction, at: number): Control {
  const label = printable(action.label);
  switch (action.kind) {
    case 'ask':
    case 'form':
    case 'share':
      return {
        type: BUTTON,
        style: action.rank === 'primary' ? PRIMARY : GREY,
        label,
        custom_id: encode(action.kind, action.ask),
      };
    case 'link':
      return { type: BUTTON, style: TO_A_PAGE, label, url: action.url };
    case 'choose':
      return {
        type: MENU,
        custom_id: menuId(at),
        placeholder: label,
        options: action.choices.map(menuItem),
      };
  }
}

function menuItem({ label, ask, form, group }: SpokenChoice): MenuItem {
  return {
    label: printable(label),
    value: encode(form === true ? 'form' : 'ask', ask),
    ...(group === undefined ? {} : { description: printable(group) }),
  };
}
