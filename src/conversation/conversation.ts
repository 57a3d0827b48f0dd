import { LRUCache } from 'lru-cache';
import type { Bot } from '../bot.ts';
import { isForm } from '../form.ts';
import { within } from '../clock.ts';
import { loggedFault } from '../errors.ts';
import type { InFlight } from '../in-flight.ts';
import { createInFlight } from '../in-flight.ts';
import type { Asker, Invocation } from '../invocation.ts';
import type { Log } from '../log.ts';
import { languageOf } from '../message/language.ts';
import { opensForm } from '../parse.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { noMetrics } from '../metrics/metrics.ts';
import type { Pictures } from '../picture/pictures.ts';
import type { Reply } from '../reply.ts';
import { followUp } from './follow-up.ts';
import type { Audience, Interaction, Outcome, ReplyTarget, Shown } from './interaction.ts';
import { alreadyShown, notOpened, notReady, staleReply } from './replies.ts';

/** What a place does with what it hears, the same in every place: who sees the answer, forms, pictures, the language. */
export interface Conversation {
  /** Answers an interaction once, in the language of who did it. Never rejects; gives what became of the first answer. */
  hear(interaction: Interaction, to: ReplyTarget): Promise<Outcome>;
}

interface ConversationParts {
  readonly bot: Bot;
  readonly log: Log;
  /** What draws charts; without it they stay in words. */
  readonly pictures?: Pictures | undefined;
  /** What traces all that an interaction leads to. */
  readonly metrics?: Metrics | undefined;
  /** Counts what comes after an answer, where a graceful stop is to wait for it. */
  readonly inFlight?: InFlight;
}

type Counted = ConversationParts & { readonly inFlight: InFlight };

/** Milliseconds that a form may take where the place names no time of its own: platforms wait three seconds. */
const FORM_DEADLINE = 2000;
const MOST_BUTTONS = 1000;
const MOST_ASKERS = 1000;

/** Has conversations in one place. */
export function createConversation({
  inFlight = createInFlight(),
  ...parts
}: ConversationParts): Conversation {
  return new PlaceConversation({ ...parts, inFlight });
}

class PlaceConversation implements Conversation {
  readonly #parts: Counted;
  /** The buttons by which an answer was shown to everybody. */
  readonly #shared = new LRUCache<string, true>({ max: MOST_BUTTONS });
  /** What each asker did last. */
  readonly #latest = new LRUCache<string, string>({ max: MOST_ASKERS });

  constructor(parts: Counted) {
    this.#parts = parts;
  }

  hear(interaction: Interaction, to: ReplyTarget): Promise<Outcome> {
    const { metrics = noMetrics } = this.#parts;
    return metrics.span('interaction', { kind: interaction.kind }, async (note) => {
      const outcome = await this.#hear(interaction, to);
      note({ outcome });
      return outcome;
    });
  }

  async #hear(interaction: Interaction, to: ReplyTarget): Promise<Outcome> {
    const { commands } = this.#parts.bot;
    if (interaction.kind === 'stale') return this.#tell(staleReply(commands), interaction.asker, to);
    const { invocation } = interaction;
    this.#latest.set(keyOf(invocation), invocation.id ?? '');
    if (interaction.kind === 'form') return this.#open(invocation, to);
    if (interaction.kind === 'share') return this.#share(interaction, to);
    const { typed = false, inPlace = false } = interaction;
    if (typed && to.openForm !== undefined && opensForm(commands, invocation))
      return this.#open(invocation, to);
    const alone = inPlace ? 'in place' : 'asker';
    return this.#answer(invocation, to, alone, ({ shown }) =>
      typed && shown === true ? 'everybody' : alone,
    );
  }

  /** Shows an answer to everybody, once however often its button is pressed. */
  async #share(
    { invocation, button }: Extract<Interaction, { kind: 'share' }>,
    to: ReplyTarget,
  ): Promise<Outcome> {
    if (this.#shared.has(button)) return this.#tell(alreadyShown(), invocation.asker, to);
    this.#shared.set(button, true);
    const again = { ...invocation, again: true };
    const outcome = await this.#answer(again, to, 'everybody', ({ shareable }) =>
      shareable ? 'everybody' : 'asker',
    );
    if (outcome === 'failed' || outcome === 'refused') this.#shared.delete(button);
    return outcome;
  }

  /** A form must be the first answer; it cannot be promised. */
  async #open(invocation: Invocation, to: ReplyTarget): Promise<Outcome> {
    const { asker } = invocation;
    const deadline = to.acknowledgement?.after ?? FORM_DEADLINE;
    const opened = (await within(this.#parts.bot.form(invocation), deadline)) ?? notReady();
    if (!isForm(opened)) return this.#tell(opened, asker, to);
    const outcome = (await to.openForm?.(opened, languageOf(asker.locale))) ?? 'failed';
    if (outcome === 'refused') await this.#tell(this.#fault({}), asker, to);
    if (outcome === 'failed') await this.#tell(notOpened(), asker, to);
    return outcome;
  }

  async #answer(
    invocation: Invocation,
    to: ReplyTarget,
    expected: Audience,
    audienceOf: (reply: Reply) => Audience,
  ): Promise<Outcome> {
    const { asker } = invocation;
    const reply = await this.#replyTo(invocation, to, expected);
    // Whoever heard it first answers; a second answer would be shown beside that, or in its stead.
    if (reply.repeated === true && to.owes?.() !== true) return 'taken';
    const audience = audienceOf(reply);
    const share = audience !== 'everybody' && to.hasOthers;
    const shown = { reply, audience, language: languageOf(asker.locale), share };
    const outcome = await this.#show(shown, to);
    const isLatest = () => this.#latest.get(keyOf(invocation)) === (invocation.id ?? '');
    if (outcome === 'sent') void this.#parts.inFlight.track(followUp(shown, to, isLatest, this.#parts));
    return outcome;
  }

  async #replyTo(invocation: Invocation, to: ReplyTarget, expected: Audience): Promise<Reply> {
    const replying = this.#parts.bot.answer(invocation);
    if (to.acknowledgement === undefined) return replying;
    const ready = await within(replying, to.acknowledgement.after);
    if (ready === undefined) await to.acknowledgement.send(expected);
    return ready ?? replying;
  }

  #tell(reply: Reply, { locale }: Asker, to: ReplyTarget): Promise<Outcome> {
    return this.#show({ reply, audience: 'asker', language: languageOf(locale), share: false }, to);
  }

  /** An answer that a place does not take is our fault: the asker is told so, and the log has the number. */
  async #show(shown: Shown, to: ReplyTarget): Promise<Outcome> {
    const { audience } = shown;
    const told = { ...shown, audience: audience === 'everybody' ? 'asker' : audience } as const;
    try {
      const outcome = await to.show(shown);
      if (outcome === 'refused') await to.show({ ...told, reply: this.#fault({}) });
      return outcome;
    } catch (error) {
      const reason = error instanceof Error ? error.stack : String(error);
      return to.show({ ...told, reply: this.#fault({ reason }) }).catch(() => 'failed');
    }
  }

  #fault(about: object): Reply {
    return loggedFault(this.#parts.log, about, 'an answer was not taken');
  }
}

/** Somebody in a community: two of them may have people of one id. */
function keyOf({ asker, place }: Invocation): string {
  return `${place.community ?? ''} ${asker.id}`;
}
