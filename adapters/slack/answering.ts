import type { Context, RespondFn } from '@slack/bolt';
import type { Connection } from '../../src/adapter.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { InFlight } from '../../src/in-flight.ts';
import { createDedupe } from './dedupe.ts';
import { homeTarget } from './home.ts';
import type { Known } from './known.ts';
import type { Client } from './open-form.ts';
import { createPictureUploads } from './pictures.ts';
import type { Heard } from './receive.ts';
import { AT_HOME } from './receive.ts';
import { replyTarget } from './reply-target.ts';
import { respondTo } from './respond-to.ts';
import type { TableSupport } from './table-support.ts';

/** What a listener of Bolt gets, as far as an answer needs it. */
export interface Event {
  readonly body: unknown;
  readonly client: Client;
  readonly context: Context;
  readonly respond?: RespondFn;
}

export interface AnsweringParts extends Pick<Connection, 'bot' | 'log' | 'pictures' | 'metrics'> {
  /** Epoch milliseconds, for how long Slack is believed. */
  readonly clock: () => number;
  readonly known: Known;
  readonly tables: TableSupport;
  readonly inFlight: InFlight;
}

/** Answers what was heard, in the language of who did it; a repeat is left alone. */
export function createAnswering(parts: AnsweringParts): (heard: Heard, event: Event) => Promise<void> {
  const { log, clock, known, tables } = parts;
  const conversation = createConversation(parts);
  const dedupe = createDedupe(clock);
  const means = { log, tables, uploads: createPictureUploads(log) };
  return async (heard, { client, context, respond = respondTo(heard.responseUrl) }) => {
    const envelope = typeof context.envelopeId === 'string' ? [context.envelopeId] : [];
    const keys = [...heard.keys, ...envelope];
    if (heard.interaction === undefined || dedupe.seen(keys)) return;
    const from = { id: keys[0], workspace: heard.place.community };
    const interaction = await known.complete(heard.interaction, from, client);
    const place = interaction.kind === 'stale' ? heard.place : interaction.invocation.place;
    const to = { ...heard, place };
    const isAtHome = heard.responseUrl === AT_HOME;
    const target = isAtHome ? homeTarget(to, client, log) : replyTarget(to, { client, respond }, means);
    await conversation.hear(interaction, target);
  };
}
