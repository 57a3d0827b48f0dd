import type { Filled, FormField, OpenForm } from '../../src/form.ts';
import { filledIn } from '../../src/form.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { Ask } from '../../src/reply.ts';

/** A form that is being filled in line by line; `next` is the field that is asked now. */
export interface Filling {
  readonly form: OpenForm;
  readonly filled: readonly Filled[];
}

/** Begins to fill in a form. */
export function begin(form: OpenForm): Filling {
  return { form, filled: [] };
}

/** What is asked now, in words. */
export function prompt({ form, filled }: Filling): Said {
  const field = form.fields[filled.length];
  const title =
    filled.length === 0
      ? phrase`${say('{title} (a line that starts with / leaves the form)', { title: form.title })}\n`
      : '';
  return field === undefined ? title : phrase`${title}${question(field)}`;
}

function question(field: FormField): Said {
  const hint = field.hint === undefined ? '' : phrase` · ${field.hint}`;
  if (field.kind === 'text') {
    const kept =
      field.value === undefined
        ? ''
        : phrase`\n${say('[{value}] — an empty line keeps it', { value: field.value })}`;
    const free =
      field.required === true || field.value !== undefined ? '' : phrase` ${say('(may be left empty)')}`;
    return phrase`${field.label}${free}${hint}${kept}`;
  }
  const boxes = field.options.map(
    ({ label, checked }, at) => phrase`${checked === true ? '☑' : '☐'} ${at + 1} ${label}`,
  );
  return phrase`${say('{label} — numbers, as in: 1 3', { label: field.label })}${hint}\n${joined(boxes, '\n')}`;
}

/** Where a line leads: on to the next field, back to the same one with a sentence, or to the question. */
export type Step =
  | { readonly kind: 'next'; readonly filling: Filling }
  | { readonly kind: 'again'; readonly problem: Said }
  | { readonly kind: 'done'; readonly ask: Ask };

/** Takes a typed line as the answer to the field that is asked now. */
export function take({ form, filled }: Filling, line: string): Step {
  const field = form.fields[filled.length];
  if (field === undefined) return { kind: 'done', ask: filledIn(form.ask, filled) };
  const answer = read(field, line.trim());
  if ('problem' in answer) return { kind: 'again', ...answer };
  const filling = { form, filled: [...filled, answer] };
  return filling.filled.length < form.fields.length
    ? { kind: 'next', filling }
    : { kind: 'done', ask: filledIn(form.ask, filling.filled) };
}

function read(field: FormField, typed: string): Filled | { readonly problem: Said } {
  const { name } = field;
  if (field.kind === 'text') {
    const value = typed === '' ? (field.value ?? '') : typed;
    if (value === '' && field.required === true) return { problem: say('This one is needed.') };
    if (value.length > field.max) return { problem: tooLong(value, field.max) };
    return { name, value };
  }
  const { options } = field;
  const numbers = typed.split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = numbers.find((number) => options[Number(number) - 1] === undefined);
  if (wrong !== undefined) return { problem: noSuch(wrong, options.length) };
  const ticked = numbers.flatMap((number) => options[Number(number) - 1] ?? []);
  const chosen = typed === '' ? options.filter(({ checked }) => checked === true) : ticked;
  return { name, value: chosen.map(({ value }) => value) };
}

function tooLong({ length }: string, max: number): Said {
  return say('That is {length} characters; at most {max} fit.', { length, max });
}

function noSuch(wrong: string, last: number): Said {
  return say('There is no {wrong}: give numbers from 1 to {last}, or an empty line.', { wrong, last });
}
