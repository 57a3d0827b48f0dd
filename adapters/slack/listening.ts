import type { App } from '@slack/bolt';
import type { Connection } from '../../src/adapter.ts';
import type { AnsweringParts, Event } from './answering.ts';
import { createAnswering } from './answering.ts';
import { listenToArrivals } from './arrivals.ts';
import { readHomeOpened } from './home.ts';
import { createKnown } from './known.ts';
import { readMessage } from './mentions.ts';
import { reasonOf } from './reason.ts';
import type { Heard } from './receive.ts';
import { readCommand, readPress, readShortcut, readSubmission } from './receive.ts';
import { vocabularyOf } from './typed.ts';
import { listenToRemovals } from './uninstall.ts';
import type { Workspaces } from './workspaces.ts';
import { communityOf } from './workspaces.ts';

type ListeningParts = Omit<AnsweringParts, 'known'> &
  Pick<Connection, 'onRemoved' | 'onJoined'> & {
    /** Epoch milliseconds, for how long Slack is believed. */
    readonly clock: () => number;
    readonly workspaces: Workspaces;
  };

/** Makes an app listen to everything that Slack sends, and answer it; it is acknowledged before. */
export function createListening(parts: ListeningParts): (app: App) => App {
  const { bot, log, clock, workspaces, onRemoved, onJoined } = parts;
  const vocabulary = vocabularyOf(bot.commands);
  const known = createKnown(bot, log, clock);
  const answer = createAnswering({ ...parts, known });
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
