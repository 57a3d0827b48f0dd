import type { Filled, OpenForm } from '../../src/form.ts';
import type { FittedField, FormLimits } from '../../src/fit/form.ts';
import { fieldOf, fitForm } from '../../src/fit/form.ts';
import { keyOf, listOf, wordsAt } from './json.ts';
import type { Language } from '../../src/message/language.ts';
import { speakForm } from '../../src/spoken.ts';
import { printable } from './markdown.ts';
import { encode } from './state.ts';

/** https://discord.com/developers/docs/components/reference: label, text input and checkbox group; five of them at most. */
const FORM_LIMITS: FormLimits = {
  title: 45,
  fields: 5,
  label: 45,
  hint: 100,
  checks: 10,
  checkLabel: 100,
  checkValue: 100,
  placeholder: 100,
  text: 4000,
};

/** Component types and the styles of a text input. */
const TEXT = 4;
const LABEL = 18;
const CHECKS = 22;
const ONE_LINE = 1;
const LINES = 2;

/** A form as Discord shows it: the data of a callback of type 9. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly object[];
}

/** A form as a modal, whose id holds what is asked already. */
export function modal(form: OpenForm, language: Language): Modal {
  const { title, fields } = fitForm(speakForm(form, language), FORM_LIMITS, language);
  return {
    custom_id: encode('form', form.ask),
    title: printable(title),
    components: fields.map((field) => ({
      type: LABEL,
      label: printable(field.label),
      ...(field.hint === undefined ? {} : { description: printable(field.hint) }),
      component: input(field),
    })),
  };
}

function input(field: FittedField): object {
  switch (field.kind) {
    case 'text':
      return {
        type: TEXT,
        custom_id: field.id,
        style: field.multiline === true ? LINES : ONE_LINE,
        required: field.required === true,
        max_length: field.max,
        ...(field.value === undefined || field.value === '' ? {} : { value: field.value }),
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
      };
    case 'checks':
      return {
        type: CHECKS,
        custom_id: field.id,
        required: false,
        min_values: 0,
        max_values: field.options.length,
        options: field.options.map(({ label, value, checked = false }) => ({
          label: printable(label),
          value,
          default: checked,
        })),
      };
  }
}

/** What was filled in, from the components of a form that was sent off; a label holds one, a row several. */
export function filledOf(components: unknown): Filled[] {
  return listOf(components).flatMap((part): Filled[] => {
    const [inner, several] = [keyOf(part, 'component'), keyOf(part, 'components')];
    if (inner !== undefined) return filledOf([inner]);
    if (several !== undefined) return filledOf(several);
    const [id, value, values] = [wordsAt(part, 'custom_id'), wordsAt(part, 'value'), keyOf(part, 'values')];
    if (id === undefined) return [];
    if (Array.isArray(values))
      return [{ name: fieldOf(id), value: values.filter((each) => typeof each === 'string') }];
    return value === undefined ? [] : [{ name: fieldOf(id), value }];
  });
}
