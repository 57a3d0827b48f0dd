import type { App, Context, RespondFn } from '@slack/bolt';
import type { Connection } from '../../src/adapter.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { InFlight } from '../../src/in-flight.ts';
import { listenToArrivals } from './arrivals.ts';
import { createDedupe } from './dedupe.ts';
import { homeTarget, readHomeOpened } from './home.ts';
import type { Known } from './known.ts';
import { createKnown } from './known.ts';
import { readMessage } from './mentions.ts';
import { createPictureUploads } from './pictures.ts';
import { reasonOf } from './reason.ts';
import type { Heard } from './receive.ts';
import { AT_HOME, readCommand, readPress, readShortcut, readSubmission } from './receive.ts';
import type { Client } from './reply-target.ts';
import { replyTarget, respondTo } from './reply-target.ts';
import type { TableSupport } from './table-support.ts';
import { vocabularyOf } from './typed.ts';
import { listenToRemovals } from './uninstall.ts';
import type { Workspaces } from './workspaces.ts';
import { communityOf } from './workspaces.ts';

/** What a listener of Bolt gets, as far as an answer needs it. */
interface Event {
  readonly body: unknown;
  readonly client: Client;
  readonly context: Context;
  readonly respond?: RespondFn;
}

interface ListeningParts extends Pick<Connection, 'bot' | 'log' | 'pictures' | 'onRemoved' | 'onJoined'> {
  /** Epoch milliseconds, for how long Slack is believed. */
  readonly clock: () => number;
  readonly tables: TableSupport;
  readonly inFlight: InFlight;
  readonly workspaces: Workspaces;
}

/** Makes an app listen to everything that Slack sends, and answer it; it is acknowledged before. */
export function createListening(parts: ListeningParts): (app: App) => App {
  const { bot, log, clock, workspaces, onRemoved, onJoined } = parts;
  const vocabulary = vocabularyOf(bot.commands);
  const known = createKnown(bot, log, clock);
  const answer = createAnswering(parts, known);
  const hear = async (event: Event, read: () => Heard | undefined) => {
    try {
      const heard = read();
      if (heard !== undefined) await answer(heard, event);
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'a payload from Slack could not be answered');
    }
  };
  const hearMessage = (event: Event) =>
    hear(event, () => readMessage(event.body, event.context.botUserId, vocabulary));
  return (app) => {
    app.command(/^/, (event) => hear(event, () => readCommand(event.body, vocabulary)));
    app.action({ type: 'block_actions' }, (event) => hear(event, () => readPress(event.body, vocabulary)));
    app.shortcut({ type: 'message_action' }, (event) => hear(event, () => readShortcut(event.body)));
    app.view({ type: 'view_submission' }, ({ body, client, context }) =>
      hear({ body, client, context }, () => readSubmission(body)),
    );
    app.event('app_mention', hearMessage);
    app.event('message', hearMessage);
    app.event('app_home_opened', (event) => hear(event, () => readHomeOpened(event.body)));
    listenToArrivals(app, known, (joined) => onJoined?.(joined));
    listenToRemovals(app, async (workspace, at) => {
      onRemoved?.(communityOf(workspace));
      await workspaces.removed(workspace, at);
    });
    return app;
  };
}

function createAnswering(parts: ListeningParts, known: Known): (heard: Heard, event: Event) => Promise<void> {
  const { log, clock, tables } = parts;
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
