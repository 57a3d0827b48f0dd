/**
 * The part of Discord's messages that we use, as plain data, so that a payload can be shown without loading the SDK.
 * https://discord.com/developers/docs/resources/message#embed-object
 * https://discord.com/developers/docs/components/reference
 */
export interface Message {
  readonly embeds: readonly Embed[];
  readonly components: readonly Row[];
  /** Nobody is ever pinged. */
  readonly allowed_mentions: { readonly parse: readonly [] };
  /** The files that stay; on a message that is edited, any other goes. */
  readonly attachments?: readonly Attachment[];
}

/** A file that is sent along; `id` is its place among the files, as a snowflake is written. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  /** What a screen reader says. */
  readonly description: string;
}

/** How an embed shows a file of its own message. */
export function attachmentUrl(name: string): string {
  return `attachment://${name}`;
}

/** A message as it is first sent; `flags` says whether only the asker sees it. */
export type Posted = Message & { readonly flags?: number };

/** Message flag: only the asker sees it. https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const EPHEMERAL = 64;

export interface Embed {
  readonly color: number;
  readonly title?: string;
  readonly description?: string;
  readonly fields?: readonly EmbedField[];
  readonly image?: { readonly url: string };
  readonly footer?: { readonly text: string };
}

export interface EmbedField {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean;
}

interface Row {
  readonly type: typeof ROW;
  readonly components: readonly Control[];
}

export type Control =
  | {
      readonly type: typeof BUTTON;
      readonly style: typeof GREY | typeof PRIMARY;
      readonly label: string;
      readonly custom_id: string;
    }
  | {
      readonly type: typeof BUTTON;
      readonly style: typeof TO_A_PAGE;
      readonly label: string;
      readonly url: string;
    }
  | {
      readonly type: typeof MENU;
      readonly custom_id: string;
      readonly placeholder: string;
      readonly options: readonly MenuItem[];
    };

/** One line of a menu; `description` stands below it in smaller letters. */
export interface MenuItem {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** Component types and button styles. */
export const ROW = 1;
export const BUTTON = 2;
export const MENU = 3;
export const PRIMARY = 1;
export const GREY = 2;
export const TO_A_PAGE = 5;
