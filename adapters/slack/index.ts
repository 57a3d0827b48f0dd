import type { App, Context } from '@slack/bolt';
import type { Adapter, Connection } from '../../src/adapter.ts';
import { SetupProblem } from '../../src/adapter.ts';
import type { Bot } from '../../src/bot.ts';
import type { Route } from '../../src/http/route.ts';
import type { Log } from '../../src/log.ts';
import { createInFlight } from '../../src/in-flight.ts';
import type { InFlight } from '../../src/in-flight.ts';
import { helpButton, problem } from '../../src/errors.ts';
import type { Language } from '../../src/message/language.ts';
import { languageOf } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { measuredPoster } from '../../src/metrics/measured-poster.ts';
import { countedCalls, noMetrics } from '../../src/metrics/metrics.ts';
import type { Reply } from '../../src/reply.ts';
import { clientOptions, createApp, postingClient } from './app.ts';
import { canPost } from './can-post.ts';
import type { FormExits } from './open-form.ts';
import { openForm, respondTo } from './open-form.ts';
import type { Audience } from './deliver.ts';
import { deliver } from './deliver.ts';
import { keepOpen } from './line.ts';
import { AT_HOME } from './at-home.ts';
import { sendFile } from './files.ts';
import { listenToHome, NO_PICTURES, NO_TABLES, respondAtHome } from './home.ts';
import { isGone } from './is-gone.ts';
import type { Line } from './line.ts';
import { WAITS } from './line.ts';
import type { Fetch } from './patience.ts';
import { PATIENCE } from './patience.ts';
import { createEndpoint } from './endpoint.ts';
import { httpLine, socketLine, socketReceiver } from './lines.ts';
import { listenToMessages } from './mentions.ts';
import { createKnown } from './known.ts';
import type { Known } from './known.ts';
import type { Gallery } from './pictures.ts';
import { createGallery } from './pictures.ts';
import { createPoster } from './poster.ts';
import { reasonOf } from './reason.ts';
import type { Heard } from './receive.ts';
import { isAtHome, readCommand, readPress, readShortcut, readSubmission } from './receive.ts';
import type { Repeats } from './repeats.ts';
import { createRepeats } from './repeats.ts';
import { drawing } from './render.ts';
import type { TableSupport } from './table-support.ts';
import { createTableSupport } from './table-support.ts';
import { tell } from './tell.ts';
import { vocabularyOf } from './typed.ts';
import { groupProblem } from './user-groups.ts';
import { listenToRemovals } from './uninstall.ts';

/** How the place is timed; tests shorten it. Milliseconds. */
export interface Timing {
  /** Waits before one request is tried again. */
  readonly again: readonly number[];
  /** Waits before the connection is opened again; the last one is repeated. */
  readonly reopen: readonly number[];
  /** Epoch milliseconds, for how long Slack is believed. */
  readonly clock?: () => number;
}

const TIMING: Timing = { again: PATIENCE.waits, reopen: WAITS };

/**
 * Joins a Slack workspace: by Socket Mode when there is an app token, else over HTTP. Throws `SetupProblem` when Slack
 * refuses a token; waits an outage out.
 */
export async function connect(
  { bot, variables, log, pictures, onRemoved, metrics = noMetrics }: Connection,
  timing: Timing = TIMING,
): Promise<Adapter> {
  const { clock = Date.now } = timing;
  const tables = createTableSupport(clock);
  const gallery = createGallery(pictures, log, tables);
  const inFlight = createInFlight();
  const fetch = countedCalls(globalThis.fetch, 'slack', metrics);
  const parts = { bot, log, clock, gallery, tables, inFlight, fetch, onRemoved };
  const { line, routes } = lineFor(variables, parts, timing);
  const kept = await keepOpen(line, log, timing.reopen);
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: api = 'https://slack.com/api/' } = variables;
  const client = postingClient(token ?? '', api, log, fetch);
  return {
    name: 'slack',
    ...kept,
    routes,
    stop: async () => {
      await kept.stop();
      await inFlight.settled();
    },
    poster: measuredPoster(createPoster(client, tables), metrics),
    canPost: (wish) => canPost(client, wish),
    groupProblem: (_, group) => groupProblem(client, group),
    isGone: () => isGone(client),
    tell: (person, said, language) => tell(client, person, said, language),
  };
}

/** How Slack is heard, and the address where it posts to us. */
interface Hearing {
  readonly line: Line;
  readonly routes: readonly Route[];
}

function lineFor(variables: Connection['variables'], parts: Parts, timing: Timing): Hearing {
  const { inFlight, log } = parts;
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret } = variables;
  const patience = { ...PATIENCE, waits: timing.again };
  const options = clientOptions(variables.SLACK_API_URL ?? 'https://slack.com/api/', patience, parts.fetch);
  if (token !== undefined && appToken !== undefined) {
    const receiver = socketReceiver(appToken, options, log);
    const app = listening(createApp({ token, receiver, options, inFlight, log }), parts);
    return { line: socketLine(app, receiver), routes: [] };
  }
  if (token !== undefined && secret !== undefined) {
    const endpoint = createEndpoint(secret, log);
    const app = listening(createApp({ token, receiver: endpoint, options, inFlight, log }), parts);
    return { line: httpLine(app, endpoint), routes: [endpoint.route] };
  }
  throw new SetupProblem(
    'Slack needs SLACK_BOT_TOKEN, and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET: see .env.example.',
  );
}

/** What a listener of Bolt gets, as far as an answer needs it. */
type Told = FormExits & { readonly body: unknown; readonly context: Context };

interface Parts {
  readonly bot: Bot;
  readonly log: Log;
  readonly clock: () => number;
  readonly gallery: Gallery;
  readonly tables: TableSupport;
  readonly inFlight: InFlight;
  readonly fetch: Fetch;
  readonly onRemoved: Connection['onRemoved'];
}

interface Answering extends Parts {
  readonly known: Known;
}

function listening(app: App, parts: Parts): App {
  const { bot, log, clock, gallery, tables } = parts;
  const vocabulary = vocabularyOf(bot.commands);
  const repeats = createRepeats();
  const known = createKnown(bot, log, clock);
  const hear = async (read: (body: unknown) => Heard, told: Told, atHome = false) => {
    try {
      const heard = identified(read(told.body), told);
      if (isRepeat(repeats, heard, told)) return;
      gallery.note(heard);
      const answering = { ...parts, known };
      await (atHome ? answerAtHome(heard, told, answering) : answer(heard, told, answering));
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'a payload from Slack could not be answered');
    }
  };
  app.command(/^/, (args) => hear((body) => readCommand(body, vocabulary), args));
  app.action({ type: 'block_actions' }, (args) =>
    hear((body) => readPress(body, vocabulary), args, isAtHome(args.body)),
  );
  listenToHome(app, { bot, log, known });
  app.shortcut({ type: 'message_action' }, (args) => hear(readShortcut, args));
  listenToMessages(app, { bot, log, repeats, known, tables });
  listenToRemovals(app, (workspace) => parts.onRemoved?.(`slack:${workspace}`));
  // Acknowledged like everything else, which closes the form.
  app.view({ type: 'view_submission' }, ({ body, client, context }) => {
    const heard = readSubmission(body);
    const told = { body, client, context, respond: respondTo(heard.responseUrl) };
    return hear(() => heard, told, heard.responseUrl === AT_HOME);
  });
  return app;
}

function isRepeat(repeats: Repeats, { key }: Heard, told: Told): boolean {
  return repeats.seen([key, envelopeOf(told)]);
}

function envelopeOf({ context }: Told): string | null {
  return typeof context.envelopeId === 'string' ? context.envelopeId : null;
}

/** What was heard with the id by which it is claimed: the same in whichever process it arrives. */
function identified(heard: Heard, told: Told): Heard {
  const id = heard.key ?? envelopeOf(told);
  if (id === null || !('invocation' in heard)) return heard;
  return { ...heard, invocation: { ...heard.invocation, id } };
}

/** The same in the home of who did it: below the search box, and without tables. */
async function answerAtHome(heard: Heard, told: FormExits, parts: Answering): Promise<void> {
  const language = languageOf(await parts.known.localeOf(heard.user, told.client));
  const respond = respondAtHome(told.client, heard.user, language);
  return answer(
    heard,
    { ...told, respond },
    { ...parts, gallery: { ...parts.gallery, ...NO_PICTURES }, tables: NO_TABLES },
  );
}

/** Answers in the language of who did it. */
async function answer(heard: Heard, exits: FormExits, parts: Answering): Promise<void> {
  const { known } = parts;
  if (heard.kind === 'nothing') return;
  if (heard.kind === 'stale') {
    const locale = await known.localeOf(heard.user, exits.client);
    return carryOut(heard, exits, parts, languageOf(locale));
  }
  const invocation = await known.complete(heard.invocation, exits.client);
  const { locale } = invocation.asker;
  return carryOut({ ...heard, invocation }, exits, parts, languageOf(locale));
}

async function carryOut(heard: Heard, exits: FormExits, parts: Parts, language: Language): Promise<void> {
  const { bot, gallery } = parts;
  switch (heard.kind) {
    case 'nothing':
      return;
    case 'stale':
      return deliver(drawing(staleReply(bot), { language }), inPlace(heard.ephemeral), heard, exits, parts);
    case 'ask': {
      const reply = await bot.answer(heard.invocation);
      // Whoever heard it first answers; a second answer would be shown beside that.
      if (reply.repeated === true) return;
      const isShown = heard.typed === true && reply.shown === true;
      const audience = isShown ? 'channel' : inPlace(heard.ephemeral);
      const { channel, kind } = heard.invocation.place;
      const share = !isShown && channel !== null && kind !== 'im';
      await deliver(drawing(reply, { language, share }), audience, heard, exits, parts);
      if (reply.file !== undefined) return sendFile(reply.file, heard.user ?? '', exits.client, parts.log);
      return gallery.show({ reply, language }, audience, heard, exits);
    }
    case 'form':
      return openForm(heard, { ...parts, language }, exits);
    case 'share': {
      const reply = await bot.answer(heard.invocation);
      if (reply.repeated === true) return;
      const audience = reply.shareable ? 'channel' : 'asker';
      await deliver(drawing(reply, { language }), audience, heard, exits, parts);
      return gallery.show({ reply, language }, audience, heard, exits);
    }
  }
}

/** An answer that only the asker sees is replaced by the next one; a public one stays as it is. */
function inPlace(ephemeral: boolean): Audience {
  return ephemeral ? 'asker, in place' : 'asker';
}

/** A button that this version did not make. */
function staleReply({ commands }: Bot): Reply {
  return problem(
    say('That button is from an older version of me'),
    say('Ask again and you get a fresh one: /rolecall lists what I know.'),
    [{ kind: 'actions', actions: helpButton(commands) }],
  );
}
