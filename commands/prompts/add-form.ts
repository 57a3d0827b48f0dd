import type { Form, FormField } from '../../src/form.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';

/** The most letters of a line of the form. */
const MOST = 100;

type Given = Readonly<Record<string, string>>;

/** A new schedule as a form: what and when, and what most want besides; everything else can be changed later. */
export function addForm(values: Given): Form {
  return {
    title: say('A weekly prompt'),
    fields: [
      line('track', say('Which role or topic'), 'ML Engineer', values, true),
      line('when', say('When'), say('every Monday at 9am'), values, true),
      line('zone', say('The city whose time that is'), say('Madrid'), values, false),
      ...box('thread', say('A thread'), say('Open a thread under the post'), values),
      ...box('pin', say('A pin'), say('Pin the post'), values),
    ],
  };
}

function line(name: string, label: Said, placeholder: Said, values: Given, required: boolean): FormField {
  const value = values[name];
  const field = { kind: 'text', name, label, placeholder, required, max: MOST } as const;
  return value === undefined ? field : { ...field, value };
}

/** A box to tick; none where it was said already, since what is ticked is added to what stands there. */
function box(name: string, label: Said, option: Said, values: Given): FormField[] {
  if (values[name] !== undefined) return [];
  return [{ kind: 'checks', name, label, options: [{ label: option, value: 'yes' }] }];
}

/** Asks for what is missing, in a form where a place has them. */
export function askForMore(ask: Ask, track: string | undefined): Draft {
  return {
    tone: 'question',
    title: say('A weekly prompt'),
    lead: [
      track === undefined
        ? say(
            'Which track, and when? Fill in the form, or type it: /prompts add ml-engineer when:"mon 09:00".',
          )
        : say('When? Fill in the form, or type it, such as when:"mon 09:00".'),
    ],
    body: nextActions([
      { kind: 'form', label: say('Fill in'), ask },
      askButton(say('How to add one'), 'help', { command: 'prompts add' }),
    ]),
  };
}
