import type { Said } from './message/message.ts';
import type { Ask, Reply } from './reply.ts';

/** One answer that can be ticked; `value` is what is asked with when it is. */
interface Check {
  readonly label: Said;
  readonly value: string;
  readonly checked?: boolean;
}

/** What a form can ask. Its `name` is an option of the command that the form is of. */
export type FormField =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: Said;
      /** What stands there already. */
      readonly value?: string;
      readonly placeholder?: Said;
      readonly multiline?: boolean;
      readonly required?: boolean;
      /** The most characters it takes. */
      readonly max: number;
      /** One line of help. */
      readonly hint?: Said;
    }
  | {
      readonly kind: 'checks';
      readonly name: string;
      readonly label: Said;
      readonly options: readonly Check[];
      readonly hint?: Said;
    };

/** Questions that are answered together, before any platform has a say in how they look. */
export interface Form {
  readonly title: Said;
  readonly fields: readonly FormField[];
}

/** A form with the question that it completes: a command and the values that stand already. */
export interface OpenForm extends Form {
  readonly ask: Ask;
}

/** Whether a form was opened, and not a reply given instead. */
export function isForm(opened: OpenForm | Reply): opened is OpenForm {
  return 'fields' in opened;
}

/** What somebody filled in: words, or the values that were ticked. */
export interface Filled {
  readonly name: string;
  readonly value: string | readonly string[];
}

/**
 * The question of a form once it is filled in. Words take the place of what stood there; what is ticked is added to it,
 * by a comma. A field may come in several parts.
 */
export function filledIn({ command, values }: Ask, filled: readonly Filled[]): Ask {
  const merged = { ...values };
  for (const { name, value } of filled) {
    if (typeof value === 'string') merged[name] = value;
    else merged[name] = [merged[name] ?? '', ...value].filter((part) => part !== '').join(',');
  }
  return { command, values: merged };
}
