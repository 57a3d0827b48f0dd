import type { KnownBlock } from '@slack/types';
import type { ValidateFunction } from 'ajv';
import { blockKitValidator } from './schema.ts';

/** A message as the bot sent it. */
export interface Body {
  readonly text?: string;
  readonly blocks?: readonly KnownBlock[];
  readonly [key: string]: unknown;
}

/** The size at which Slack was seen to refuse a message: slackapi/bolt-js#2509. */
const TOO_LONG = 13_200;

/** What Slack would refuse in a message, or what would ping people; one line each. */
export function faultsOf(body: Body): string[] {
  const blocks = body.blocks ?? [];
  return [
    ...blockFaults(blocks),
    ...(blocks.length > 50 ? [`${blocks.length} blocks`] : []),
    ...tableFaults(blocks),
    ...(JSON.stringify(body).length > TOO_LONG ? [`${JSON.stringify(body).length} characters`] : []),
    ...(typeof body.text === 'string' && body.text.trim() !== '' ? [] : ['no text for notifications']),
    ...textFaults(body.text ?? '', 'text'),
    ...flagFaults(body),
  ];
}

/** What Slack would refuse in blocks, of a message or of a view. */
export function blockFaults(blocks: readonly KnownBlock[]): string[] {
  return [
    ...schemaFaults(blocks),
    ...(blocks.length === 0 ? ['no blocks'] : []),
    ...repeated(all(blocks, 'action_id'), 'action_id'),
    ...repeated(all(blocks, 'block_id'), 'block_id'),
    ...all(blocks, 'options').flatMap(optionFaults),
    ...textObjects(blocks).flatMap(objectFaults),
    ...blocks.flatMap(richFaults),
  ];
}

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
function tableFaults(blocks: readonly KnownBlock[]): string[] {
  const tables = blocks.filter((block) => block.type === 'data_table');
  return [
    ...(tables.length > 1 ? [`${tables.length} tables`] : []),
    ...tables.flatMap(({ rows, caption, page_size: size = 5 }) => {
      const widths = new Set(rows.map((row) => row.length));
      const cells = rows.flat().map((cell) => (cell.type === 'rich_text' ? JSON.stringify(cell) : cell.text));
      return [
        ...(rows.length < 2 || rows.length > 101 ? [`a table of ${rows.length} rows`] : []),
        ...(widths.size > 1 || (rows[0]?.length ?? 0) > 20
          ? [`rows of ${[...widths].join(', ')} cells`]
          : []),
        ...(cells.some((words) => words === undefined || words.trim() === '') ? ['an empty cell'] : []),
        ...(cells.join('').length > 10_000 ? [`a table of ${cells.join('').length} letters`] : []),
        ...(caption.trim() === '' ? ['a table without a caption'] : []),
        ...(size < 1 || size > 100 ? [`pages of ${size} rows`] : []),
        ...(rows[0]?.some(({ type }) => type === 'rich_text') === true ? ['a rich header'] : []),
      ];
    }),
  ];
}

/** What Slack would refuse in rich text: nothing in it, or an empty text. */
function richFaults(block: KnownBlock): string[] {
  if (block.type !== 'rich_text') return [];
  const lists = block.elements.flatMap((part) => (part.type === 'rich_text_list' ? part.elements : [part]));
  const empty = [block, ...block.elements, ...lists].filter(({ elements }) => elements.length === 0);
  const texts = all(block, 'text');
  return [
    ...empty.map(({ type }) => `an empty ${type}`),
    ...texts.flatMap((text) => (text === '' ? ['an empty text in rich text'] : [])),
    ...texts.flatMap((text) => (String(text).isWellFormed() ? [] : ['half a character'])),
  ];
}

let validator: ValidateFunction | undefined;

function schemaFaults(blocks: readonly KnownBlock[]): string[] {
  validator ??= blockKitValidator();
  const check = validator;
  return blocks.flatMap((block, at) => {
    const accepted: boolean = check(block);
    if (accepted) return [];
    const own = check.errors?.filter(
      (error) => error.keyword.startsWith('max') || error.keyword.startsWith('min'),
    );
    const [error] = own?.length ? own : (check.errors ?? []);
    return [`block ${at} (${block.type})${error?.instancePath}: ${error?.message}`];
  });
}

function flagFaults({ parse, link_names, unfurl_links, unfurl_media }: Body): string[] {
  return [
    ...(parse === 'none' ? [] : ['parse is on']),
    ...(link_names === false ? [] : ['link_names is on']),
    ...(unfurl_links === false && unfurl_media === false ? [] : ['unfurling is on']),
  ];
}

interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly verbatim?: boolean;
  readonly emoji?: boolean;
}

function objectFaults({ type, text, verbatim, emoji }: TextObject): string[] {
  return [
    ...(text.trim() === '' ? ['a blank text'] : []),
    ...(text.isWellFormed() ? [] : ['half a character']),
    ...(type === 'mrkdwn' && verbatim !== true ? ['mrkdwn that is not verbatim'] : []),
    ...(type === 'plain_text' && emoji !== false ? ['plain text with emoji'] : []),
    ...(type === 'mrkdwn' ? textFaults(text, 'mrkdwn') : []),
  ];
}

/** Angle brackets may stand only where a link, a date or a channel is meant; an ampersand only in the three entities. */
function textFaults(text: string, where: string): string[] {
  const rest = text.replace(
    /<(?:(?:https?:\/\/|mailto:)[^<>|\s]+(?:\|[^<>]+)?|!date\^\d+\^[^<>|]+\|[^<>]+|#[CG][A-Z0-9]+)>/gi,
    '',
  );
  return [
    ...(/[<>]/.test(rest) ? [`${where} with a live bracket: ${/.{0,20}[<>].{0,20}/s.exec(rest)?.[0]}`] : []),
    ...(/&(?!amp;|lt;|gt;)/.test(text) ? [`${where} with a bare ampersand`] : []),
  ];
}

function optionFaults(options: unknown): string[] {
  if (!Array.isArray(options) || options.length === 0) return ['a menu without options'];
  return repeated(
    options.map((option: { value: string }) => option.value),
    'option value',
  );
}

function repeated(ids: readonly unknown[], what: string): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what} twice: ${String(id)}`);
}

/** Every value of a key, anywhere inside. */
function all(part: unknown, key: string): unknown[] {
  if (Array.isArray(part)) return part.flatMap((item) => all(item, key));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...all(value, key),
  ]);
}

/** Every text object, anywhere inside. */
export function textObjects(part: unknown): TextObject[] {
  if (Array.isArray(part)) return part.flatMap(textObjects);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && (part.type === 'plain_text' || part.type === 'mrkdwn');
  return own ? [part as TextObject] : Object.values(part).flatMap(textObjects);
}
