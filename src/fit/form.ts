import type { Language } from '../message/language.ts';
import type { Message } from '../message/message.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import type { SpokenField, SpokenForm } from '../spoken.ts';
import { clipWords } from './clip.ts';

/** What one form of a place may hold. Sizes are in UTF-16 units. */
export interface FormLimits {
  readonly title: number;
  readonly fields: number;
  readonly label: number;
  /** The line of help at a field. */
  readonly hint: number;
  /** Boxes in one field; more of them go on in the next. */
  readonly checks: number;
  readonly checkLabel: number;
  readonly checkValue: number;
  readonly placeholder: number;
  /** The words that a text may hold. */
  readonly text: number;
}

/** A field that fits, under an id that no other of the form has. */
export type FittedField = SpokenField & { readonly id: string };
type Check = Extract<SpokenField, { kind: 'checks' }>['options'][number];

/** A form that fits. */
export interface FittedForm {
  readonly title: string;
  readonly fields: readonly FittedField[];
}

/**
 * Makes a form small enough: boxes go on in a further field, a long title or label is told in full in the line of help,
 * and what cannot be asked at all is counted there.
 */
export function fitForm(form: SpokenForm, limits: FormLimits, language: Language): FittedForm {
  const tell = (said: Message) => speak(said, language);
  const all = form.fields.flatMap((field) => split(field, limits, tell));
  const shown = all.slice(0, limits.fields);
  const leftOut = all.slice(limits.fields);
  const title = clipWords(form.title, limits.title);
  const said = title === form.title ? [] : [form.title];
  const fields = shown.map((field, at) => {
    const first = at === 0 ? said : [];
    const last = at === shown.length - 1 ? tellLeftOut(leftOut, shown).map(tell) : [];
    return fitField(field, [...first, ...last], limits);
  });
  return { title, fields };
}

/** The name of the field that `id` stands for. */
export function fieldOf(id: string): string {
  return id.replace(/#\d+$/, '');
}

function split(field: SpokenField, limits: FormLimits, tell: (said: Message) => string): FittedField[] {
  if (field.kind === 'text') return [{ ...field, id: `${field.name}#1` }];
  const { options, label } = field;
  const usable = options.filter(({ value }) => value !== '' && value.length <= limits.checkValue);
  const parts = Math.ceil(usable.length / limits.checks);
  return Array.from({ length: parts }, (_, at) => ({
    ...field,
    id: `${field.name}#${at + 1}`,
    label: at === 0 ? label : tell(say('{label} ({part} of {parts})', { label, part: at + 1, parts })),
    options: usable
      .slice(at * limits.checks, (at + 1) * limits.checks)
      .map((check) => fitCheck(check, limits)),
    ...(at === 0 && usable.length < options.length
      ? { hint: [field.hint, tell(notShown(options.length - usable.length))].join(' ').trim() }
      : {}),
  }));
}

function notShown(more: number): Message {
  return say('{more} more cannot be shown here', { more });
}

function fitCheck({ label, ...check }: Check, limits: FormLimits): Check {
  return { ...check, label: clipWords(label.trim() === '' ? check.value : label, limits.checkLabel) };
}

/** What there is no room for, in words. */
function tellLeftOut(leftOut: readonly FittedField[], shown: readonly FittedField[]): Message[] {
  const more = leftOut.reduce((sum, field) => sum + (field.kind === 'checks' ? field.options.length : 0), 0);
  const names = new Set(shown.map(({ name }) => name));
  const unasked = leftOut.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  return [
    ...(more > 0 ? [say('{more} more do not fit: type them', { more })] : []),
    ...(unasked.length > 0
      ? [say('Not asked here: {names}', { names: [...new Set(unasked)].join(', ') })]
      : []),
  ];
}

/** Help is told in the order of its weight, so that what is cut is the least of it. */
function fitField(field: FittedField, said: readonly string[], limits: FormLimits): FittedField {
  const label = clipWords(field.label, limits.label);
  const parts = [...said, ...(label === field.label ? [] : [field.label]), field.hint ?? ''];
  const hint = clipWords(parts.filter((part) => part !== '').join(' · '), limits.hint);
  const fitted = { ...field, label, ...(hint === '' ? {} : { hint }) };
  return fitted.kind === 'text' ? fitText(fitted, limits) : fitted;
}

type FittedText = Extract<FittedField, { kind: 'text' }>;

function fitText(field: FittedText, limits: FormLimits): FittedField {
  const max = Math.min(field.max, limits.text);
  const { value, placeholder } = field;
  return {
    ...field,
    max,
    ...(value === undefined ? {} : { value: clipWords(value, max) }),
    ...(placeholder === undefined ? {} : { placeholder: clipWords(placeholder, limits.placeholder) }),
  };
}
