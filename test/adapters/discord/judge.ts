import type { Embed } from '../../../adapters/discord/message.ts';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';

/**
 * Says what Discord would refuse, one line a breach: by the schemas generated from Discord's own OpenAPI
 * (https://github.com/discord/discord-api-spec), and by its written rules that the schemas leave out.
 */
export function judgeCallback(body: unknown): string[] {
  const { type, data } = body as { type?: number; data?: unknown };
  switch (type ?? 0) {
    case 4:
      return [...bySchema(CreateMessageInteractionCallbackRequestSchema, body), ...byRules(data)];
    case 5:
      return bySchema(CreateMessageInteractionCallbackRequestSchema, body);
    case 7:
      return [...bySchema(UpdateMessageInteractionCallbackRequestSchema, body), ...byRules(data)];
    case 6:
      return bySchema(UpdateMessageInteractionCallbackRequestSchema, body);
    case 8:
      return [...bySchema(ApplicationCommandAutocompleteCallbackRequestSchema, body), ...choiceRules(data)];
    case 9:
      return [...bySchema(ModalInteractionCallbackRequestSchema, body), ...modalRules(data)];
    default:
      return [`a callback of type ${type}`];
  }
}

/** The same for an edit or a follow-up. */
export function judgeMessage(body: unknown): string[] {
  return [...bySchema(IncomingWebhookUpdateRequestPartialSchema, body), ...byRules(body)];
}

/** The same for a message in a channel. */
export function judgePost(body: unknown): string[] {
  const said = Object(body) as Sent;
  const { parse } = said.allowed_mentions ?? {};
  // A post may mention the one role that it was told to.
  return [
    ...bySchema(MessageCreateRequestSchema, body),
    ...byRules({ ...said, allowed_mentions: { parse } }),
  ];
}

/** The same for the commands an application registers. */
export function judgeCommands(body: unknown): string[] {
  if (!Array.isArray(body)) return ['the commands are no list'];
  const commands = body as Described[];
  return [
    ...commands.flatMap((command) => bySchema(ApplicationCommandUpdateRequestSchema, schemaReady(command))),
    ...repeated(
      commands.map((command) => command.name),
      'command',
    ),
    ...commands.flatMap((command) =>
      command.type === ON_MESSAGE ? messageRules(command) : describedRules(command),
    ),
    ...commands.flatMap((command) => {
      const size = describedSize(command);
      return size > 8000 ? [`${command.name}: ${size} characters`] : [];
    }),
    ...(commands.length > 100 ? ['more than 100 commands'] : []),
  ];
}

interface Modal {
  readonly components?: readonly { readonly component?: Component & { readonly min_values?: number } }[];
}

/** https://discord.com/developers/docs/components/reference#checkbox-group and …#label */
function modalRules(data: unknown): string[] {
  const { components = [] } = data as Modal;
  const inputs = components.flatMap(({ component }) => component ?? []);
  return [
    ...(components.length > 5 ? [`${components.length} components in a modal`] : []),
    ...(inputs.length === components.length ? [] : ['a part of a modal that asks nothing']),
    ...repeated(
      inputs.flatMap(({ custom_id: id }) => id ?? []),
      'custom_id',
    ),
    ...inputs.flatMap(({ type, options = [] }) =>
      type === 22 && (options.length === 0 || options.length > 10) ? [`${options.length} boxes`] : [],
    ),
  ];
}

/** In the menu of a message. */
const ON_MESSAGE = 3;

interface Described {
  readonly type?: number;
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { name: string; value: unknown }[];
  readonly options?: readonly Described[];
  readonly default_member_permissions?: string | null;
}

/** The schema wants a number where every library sends a decimal string. */
function schemaReady(command: Described): object {
  const permissions = command.default_member_permissions;
  return typeof permissions === 'string'
    ? { ...command, default_member_permissions: Number(permissions) }
    : command;
}

/**
 * All that is described in a command, its options and choices; of several languages the longest counts.
 * https://discord.com/developers/docs/interactions/application-commands#slash-commands
 */
function describedSize({ name, options = [], choices = [], ...thing }: Described): number {
  const described = Math.max(...descriptions(thing).map(({ length }) => length));
  const chosen = choices.map((choice) => choice.name.length + String(choice.value).length);
  return [...chosen, ...options.map(describedSize)].reduce(
    (sum, size) => sum + size,
    name.length + described,
  );
}

function descriptions(thing: Pick<Described, 'description' | 'description_localizations'>): string[] {
  return [thing.description ?? '', ...Object.values(thing.description_localizations ?? {})];
}

/** https://discord.com/developers/docs/interactions/application-commands#message-commands */
function messageRules({
  name,
  name_localizations: others = {},
  description = '',
  options = [],
}: Described): string[] {
  const names = [name, ...Object.values(others)];
  return [
    ...names.filter((each) => each.trim() === '' || each.length > 32).map((each) => `the name "${each}"`),
    ...(description === '' ? [] : [`a description of ${name}`]),
    ...(options.length === 0 ? [] : [`options of ${name}`]),
  ];
}

function describedRules(thing: Described): string[] {
  const options = thing.options ?? [];
  const firstOptional = options.findIndex((option) => option.required !== true);
  const late = firstOptional >= 0 && options.slice(firstOptional).some((option) => option.required === true);
  return [
    // https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
    ...(/^[-_'\p{L}\p{N}]{1,32}$/u.test(thing.name) && thing.name === thing.name.toLowerCase()
      ? []
      : [`the name "${thing.name}"`]),
    ...(descriptions(thing).some((words) => words.trim() === '' || words.length > 100)
      ? [`describing ${thing.name}`]
      : []),
    ...(late ? [`${thing.name}: a required option after an optional one`] : []),
    ...(thing.autocomplete === true && thing.choices !== undefined
      ? [`${thing.name}: both choices and autocomplete`]
      : []),
    ...repeated(
      options.map((option) => option.name),
      `option of ${thing.name}`,
    ),
    ...options.flatMap(describedRules),
  ];
}

function choiceRules(data: unknown): string[] {
  const { choices = [] } = data as { choices?: { name: string; value: string }[] };
  return choices.flatMap(({ name, value }) => [
    ...(name.trim() === '' || name.length > 100 ? [`a choice named "${name}"`] : []),
    ...(typeof value === 'string' && value.length > 100 ? [`a choice of ${value.length} characters`] : []),
  ]);
}

function bySchema(schema: typeof ApplicationCommandUpdateRequestSchema, body: unknown): string[] {
  const { error } = schema.safeParse(body);
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

interface Component {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly options?: readonly { label: string; value: string }[];
  readonly components?: readonly Component[];
}

interface Sent {
  readonly content?: string;
  readonly embeds?: readonly Embed[];
  readonly components?: readonly Component[];
  readonly allowed_mentions?: {
    readonly parse?: readonly unknown[];
    readonly users?: unknown;
    readonly roles?: unknown;
  };
}

function byRules(data: unknown): string[] {
  const { content = '', embeds = [], components = [], allowed_mentions: mentions } = (data ?? {}) as Sent;
  const total = embeds.reduce((sum, embed) => sum + embedSize(embed), 0);
  const all = components.flatMap((row) => row.components ?? []);
  return [
    ...(mentions?.parse?.length === 0 && mentions.users === undefined && mentions.roles === undefined
      ? []
      : ['somebody could be pinged']),
    ...(total > 6000 ? [`${total} characters in all embeds`] : []),
    ...(content.length > 2000 ? [`a content of ${content.length}`] : []),
    ...(content.trim() === '' && embeds.length === 0 ? ['an empty message'] : []),
    ...embeds.flatMap(embedRules),
    ...components.flatMap(rowRules),
    ...repeated(
      all.flatMap(({ custom_id: id }) => id ?? []),
      'custom_id',
    ),
    ...all.flatMap(componentRules),
  ];
}

function embedSize({ title = '', description = '', fields = [], footer }: Embed): number {
  const texts = [title, description, footer?.text ?? ''];
  return [...texts, ...fields.flatMap(({ name, value }) => [name, value])].join('').length;
}

function embedRules({ title, description, fields, footer, image }: Embed): string[] {
  const named = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  const isEmpty =
    title === undefined && description === undefined && named.length === 0 && image === undefined;
  const texts = [title, description, footer?.text, ...named].filter((text) => text !== undefined);
  return [
    ...(isEmpty ? ['an empty embed'] : []),
    ...(texts.some((text) => text.trim() === '') ? ['a blank text in an embed'] : []),
    ...(texts.every((text) => text.isWellFormed()) ? [] : ['half a letter']),
    ...((description ?? '').length > 4096 ? ['a description over 4096'] : []),
    ...(image !== undefined && !isWebPage(image.url) && !/^attachment:\/\/[\w.]+$/.test(image.url)
      ? [`an image at ${image.url}`]
      : []),
  ];
}

function rowRules(row: Component): string[] {
  const kinds = (row.components ?? []).map((component) => component.type);
  const isRow = row.type === 1 && kinds.length > 0;
  const isMixed = kinds.includes(3) && kinds.length > 1;
  return isRow && !isMixed && kinds.length <= 5 ? [] : [`a row of ${JSON.stringify(kinds)}`];
}

function componentRules({ type, custom_id: id, label, url, options = [] }: Component): string[] {
  const labels = type === 2 ? [label ?? ''] : options.map((option) => option.label);
  return [
    ...(url === undefined ? [] : isWebPage(url) ? [] : [`a button to ${url}`]),
    ...((id === undefined) === (url === undefined) ? ['neither or both of custom_id and url'] : []),
    ...(id !== undefined && (id === '' || id.length > 100) ? [`a custom_id of ${id.length}`] : []),
    ...(labels.some((text) => text.trim() === '' || !text.isWellFormed()) ? ['a blank or broken label'] : []),
    ...(type === 3 && (options.length === 0 || options.length > 25) ? [`a menu of ${options.length}`] : []),
    ...repeated(
      options.map((option) => option.value),
      'value',
    ),
    ...options.flatMap(({ value }) =>
      value === '' || value.length > 100 ? [`a value of ${value.length}`] : [],
    ),
  ];
}

function isWebPage(url: string): boolean {
  return URL.canParse(url) && /^https?:/i.test(url);
}

function repeated(names: readonly string[], what: string): string[] {
  return new Set(names).size === names.length ? [] : [`the same ${what} twice`];
}
