import type { Audience, FollowUp, Outcome, ReplyTarget, Shown } from '../../src/conversation/interaction.ts';
import { answerBelow } from '../../src/conversation/replies.ts';
import type { OpenForm } from '../../src/form.ts';
import type { Language } from '../../src/message/language.ts';
import type { ReplyFile } from '../../src/reply.ts';
import { withPictures } from '../../src/reply.ts';
import { modal } from './form.ts';
import type { Message } from './message.ts';
import { EPHEMERAL } from './message.ts';
import { attachmentsFor } from './pictures.ts';
import type { Heard } from './receive.ts';
import { render } from './render.ts';
import type { Responder } from './responder.ts';

type Drawing = Parameters<NonNullable<ReplyTarget['showPictures']>>[1];

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const MESSAGE = 4;
const MESSAGE_LATER = 5;
const UPDATE_LATER = 6;
const UPDATE = 7;
const MODAL = 9;

/** What Discord is told while an answer is not there: a new message for the asker alone, or nothing that is seen. */
const PROMISES: Readonly<Record<Audience, object>> = {
  asker: { type: MESSAGE_LATER, data: { flags: EPHEMERAL } },
  'in place': { type: UPDATE_LATER },
  everybody: { type: UPDATE_LATER },
};

/** Where the answer to one interaction goes: at once, or after it was promised. */
export class InteractionTarget implements ReplyTarget {
  readonly hasOthers: boolean;
  readonly acknowledgement: NonNullable<ReplyTarget['acknowledgement']>;
  readonly #heard: Heard;
  readonly #responder: Responder;
  #promised: { readonly expected: Audience; readonly outcome: Outcome } | undefined;

  /** `ackDeadline` milliseconds after which Discord is told that an answer comes: it waits for three seconds. */
  constructor(heard: Heard, responder: Responder, ackDeadline: number) {
    this.#heard = heard;
    this.#responder = responder;
    // In a direct message there is nobody else.
    this.hasOthers = heard.place.community !== null;
    this.acknowledgement = {
      after: ackDeadline,
      send: async (expected) => {
        const outcome = await responder.callback(heard, PROMISES[expected]);
        this.#promised = { expected, outcome };
      },
    };
  }

  /** Even a promise that failed may have been taken: then Discord waits for the answer. */
  owes(): boolean {
    if (this.#promised === undefined) return this.#responder.owes(this.#heard);
    return this.#promised.outcome !== 'taken';
  }

  async show(shown: Shown): Promise<Outcome> {
    const { audience } = shown;
    const message = messageOf(shown);
    if (this.#promised !== undefined) return this.#showLater(shown, message, this.#promised);
    if (audience === 'in place')
      return this.#responder.callback(this.#heard, { type: UPDATE, data: message });
    return this.#responder.callback(this.#heard, { type: MESSAGE, data: addressed(message, audience) });
  }

  async #showLater(
    { audience, language }: Shown,
    message: Message,
    { expected, outcome }: { readonly expected: Audience; readonly outcome: Outcome },
  ): Promise<Outcome> {
    if (outcome === 'late') return outcome;
    if (expected === 'everybody') return this.#responder.followUp(this.#heard, addressed(message, audience));
    if (audience !== 'everybody') return this.#responder.edit(this.#heard, message);
    // What was promised to the asker alone stays so, and a message of its own is for everybody.
    const below = render(answerBelow(), { language, share: false });
    const told = await this.#responder.edit(this.#heard, below);
    return told === 'sent' ? this.#responder.followUp(this.#heard, message) : told;
  }

  openForm(form: OpenForm, language: Language): Promise<Outcome> {
    return this.#responder.callback(this.#heard, { type: MODAL, data: modal(form, language) });
  }

  async showPictures(shown: Shown, { draw, isLatest }: Drawing): Promise<void> {
    if (!this.#isEditable(shown)) return;
    const drawn = await draw();
    if (!isLatest()) return;
    const names = new Map(Array.from(drawn, ([chart, { name }]) => [chart, name]));
    const message = messageOf({ ...shown, reply: withPictures(shown.reply, names) });
    const { attachments, files } = attachmentsFor(message, drawn, shown.reply.language ?? shown.language);
    if (files.length > 0) await this.#responder.edit(this.#heard, { ...message, attachments }, files);
  }

  async sendFile({ name, text }: ReplyFile, shown: Shown, { isLatest }: FollowUp): Promise<void> {
    if (!this.#isEditable(shown) || !isLatest()) return;
    const attachments = [{ id: '0', filename: name, description: name }];
    const file = { name, bytes: new TextEncoder().encode(text), type: 'application/json' };
    await this.#responder.edit(this.#heard, { ...messageOf(shown), attachments }, [file]);
  }

  /** Whether what can be edited is this answer: once it was promised, that may be a message below or above it. */
  #isEditable({ audience }: Shown): boolean {
    if (this.#promised === undefined) return true;
    return audience === this.#promised.expected && audience !== 'everybody';
  }
}

/** What takes the place of another answer takes its pictures away too. */
function messageOf({ reply, audience, language, share }: Shown): Message {
  const message = render(reply, { language, share });
  return audience === 'in place' ? { ...message, attachments: [] } : message;
}

/** A new message; only what is for everybody is seen by others. */
function addressed(message: Message, audience: Audience): object {
  return audience === 'everybody' ? message : { ...message, flags: EPHEMERAL };
}
