import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Filled, OpenForm } from '../../src/form.ts';
import type { FittedField, FormLimits } from '../../src/fit/form.ts';
import { fieldOf, fitForm } from '../../src/fit/form.ts';
import type { Language } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { speakForm } from '../../src/spoken.ts';
import { plainObject } from './mrkdwn.ts';
import type { SlackPlace } from './place.ts';
import { encodeAsk } from './state.ts';

/** https://docs.slack.dev/reference/views and …/block-kit/block-elements; a label of 2000 would fill a phone. */
const FORM_LIMITS: FormLimits = {
  title: 24,
  fields: 100,
  label: 150,
  hint: 500,
  checks: 10,
  checkLabel: 75,
  checkValue: 150,
  placeholder: 150,
  text: 3000,
};

const words = z.string().nullable();
const privateMetadata = z.object({
  state: z.string(),
  channel: words,
  /** Forms that were opened by an older version have neither. */
  thread: words.default(null),
  type: words.default(null),
  responseUrl: words,
});

/** What a form remembers: what is asked already, and where its answer goes. */
type PrivateMetadata = z.infer<typeof privateMetadata>;

/** Reads back what a form remembers; nothing where this version did not make it. */
export function readPrivateMetadata(metadata: string): PrivateMetadata {
  try {
    return privateMetadata.parse(JSON.parse(metadata));
  } catch {
    return { state: '', channel: null, thread: null, type: null, responseUrl: null };
  }
}

/** A form as a view; what it remembers takes at most 3000 characters, of which a button's state has 900. */
export function view(
  form: OpenForm,
  language: Language,
  { channel, thread, kind }: SlackPlace,
  responseUrl: string | null,
): ModalView {
  const { title, fields } = fitForm(speakForm(form, language), FORM_LIMITS, language);
  const remembered: PrivateMetadata = {
    state: encodeAsk(form.ask),
    channel,
    thread,
    type: kind,
    responseUrl,
  };
  return {
    type: 'modal',
    callback_id: 'form',
    title: plainObject(title),
    submit: plainObject(speak(say('Send'), language)),
    close: plainObject(speak(say('Cancel'), language)),
    private_metadata: JSON.stringify(remembered),
    blocks: fields.map(block),
  };
}

function block(field: FittedField): KnownBlock {
  const { id, label, hint } = field;
  return {
    type: 'input',
    block_id: id,
    label: plainObject(label),
    optional: field.kind === 'checks' || field.required !== true,
    ...(hint === undefined ? {} : { hint: plainObject(hint) }),
    element: field.kind === 'text' ? text(field) : checks(field),
  };
}

function text(field: Extract<FittedField, { kind: 'text' }>) {
  const { id, max, multiline = false, value, placeholder } = field;
  return {
    type: 'plain_text_input',
    action_id: id,
    multiline,
    max_length: max,
    ...(value === undefined ? {} : { initial_value: value }),
    ...(placeholder === undefined ? {} : { placeholder: plainObject(placeholder) }),
  } as const;
}

function checks({ id, options }: Extract<FittedField, { kind: 'checks' }>) {
  const boxes = options.map(({ label, value, checked }) => ({
    checked,
    option: { text: plainObject(label), value },
  }));
  const ticked = boxes.filter(({ checked }) => checked === true).map(({ option }) => option);
  return {
    type: 'checkboxes',
    action_id: id,
    options: boxes.map(({ option }) => option),
    ...(ticked.length === 0 ? {} : { initial_options: ticked }),
  } as const;
}

const answers = z.object({
  values: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        value: z.string().nullish(),
        selected_options: z.array(z.object({ value: z.string() })).optional(),
      }),
    ),
  ),
});

/** What was filled in, from the state of a view. */
export function filledFrom(state: unknown): Filled[] {
  const read = answers.safeParse(state);
  const elements = Object.values(read.data?.values ?? {}).flatMap((inputs) => Object.entries(inputs));
  return elements.map(([id, { value, selected_options: ticked }]) => ({
    name: fieldOf(id),
    value: ticked?.map((option) => option.value) ?? value ?? '',
  }));
}
