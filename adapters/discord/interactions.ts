import type { Connection } from '../../src/adapter.ts';
import type { Bot } from '../../src/bot.ts';
import { messageCommands } from '../../src/command.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { Outcome } from '../../src/conversation/interaction.ts';
import { clipWords } from '../../src/fit/clip.ts';
import { createInFlight } from '../../src/in-flight.ts';
import type { Typing } from '../../src/invocation.ts';
import { languageOf } from '../../src/message/language.ts';
import { speak } from '../../src/message/speak.ts';
import type { Heard } from './receive.ts';
import { receive } from './receive.ts';
import { InteractionTarget } from './reply-target.ts';
import type { Responder } from './responder.ts';

/** What becomes of interactions, whichever way they come in. */
export interface Interactions {
  /** Begins to answer the packet of an interaction; false where there is nothing to answer. */
  hear(packet: unknown, responder: Responder): boolean;
  /** Settles once all that was heard is answered. */
  settled(): Promise<void>;
  /** How it went so far, in a few words. */
  summary(): string;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const COMPLETIONS = 8;
const MOST_COMPLETIONS = 25;
const LONGEST_COMPLETION = 100;

/** `ackDeadline`: milliseconds after which a question is acknowledged before it is answered. */
export function createInteractions(
  connection: Pick<Connection, 'bot' | 'log' | 'pictures' | 'metrics' | 'onJoined'>,
  ackDeadline: number,
): Interactions {
  const { bot, log, onJoined } = connection;
  const inFlight = createInFlight();
  const conversation = createConversation({ ...connection, inFlight });
  const counts: Record<Outcome, number> = { sent: 0, taken: 0, late: 0, refused: 0, failed: 0 };
  const onMessages = messageCommands(bot.commands);
  const answer = async (heard: Heard, responder: Responder): Promise<void> => {
    await responder.myTurn();
    const { event } = heard;
    const outcome =
      event.kind === 'typing'
        ? await responder.callback(heard, { type: COMPLETIONS, data: { choices: completions(bot, event) } })
        : await conversation.hear(event, new InteractionTarget(heard, responder, ackDeadline));
    counts[outcome] += 1;
    tellJoined(heard, onJoined);
  };
  return {
    hear: (packet, responder) => {
      try {
        const heard = receive(packet, onMessages);
        if (heard === undefined) return false;
        const answering = answer(heard, responder).catch((error: unknown) =>
          log.error({ reason: String(error) }, 'an interaction could not be answered'),
        );
        void inFlight.track(answering);
        return true;
      } catch (error) {
        log.warn({ reason: String(error) }, 'an interaction that cannot be read');
        return false;
      }
    },
    settled: () => inFlight.settled(),
    summary: () => summaryOf(counts),
  };
}

function summaryOf({ sent, taken, late, refused, failed }: Record<Outcome, number>): string {
  return `${sent + taken} answered, ${late} too late, ${refused + failed} not sent`;
}

/** A bot without intents hears that it is in a server when somebody asks it something there: whoever manages it, first of all. */
function tellJoined({ event }: Heard, onJoined: Connection['onJoined']): void {
  if (event.kind !== 'ask' || event.typed !== true) return;
  const { asker, place } = event.invocation;
  const { community, channel, locale = asker.locale } = place;
  if (!asker.manages || community === null || channel === null) return;
  onJoined?.({ community: `discord:${community}`, channel, where: 'channel', locale });
}

/** What an option can be completed with; `bot.suggest` never throws. */
function completions(bot: Bot, { typing }: { readonly typing: Typing }): { name: string; value: string }[] {
  const language = languageOf(typing.asker.locale);
  return bot
    .suggest(typing, MOST_COMPLETIONS)
    .map(({ label, value }) => ({ label: speak(label, language), value }))
    .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= LONGEST_COMPLETION)
    .map(({ label, value }) => ({ name: clipWords(label, LONGEST_COMPLETION), value }));
}
