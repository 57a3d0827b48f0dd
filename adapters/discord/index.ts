import { REST, Routes } from 'discord.js';
import type { Adapter, Connection } from '../../src/adapter.ts';
import type { PostWish } from '../../src/outbox/place.ts';
import type { Health } from '../../src/health.ts';
import { SetupProblem } from '../../src/adapter.ts';
import { messageCommands } from '../../src/command.ts';
import type { Route } from '../../src/http/route.ts';
import { createInFlight } from '../../src/in-flight.ts';
import type { Lease } from '../../src/lease/lease.ts';
import type { Language } from '../../src/message/language.ts';
import type { Said } from '../../src/message/message.ts';
import { speakText } from '../../src/message/speak.ts';
import { measuredPoster } from '../../src/metrics/measured-poster.ts';
import type { Text } from '../../src/reply.ts';
import type { Poster } from '../../src/outbox/poster.ts';
import type { Counts, Desk } from './answer.ts';
import { answer } from './answer.ts';
import { apiOf, register } from './deploy.ts';
import { createEndpoint, PATH } from './endpoint.ts';
import { createGateway } from './gateway.ts';
import { inviteLink } from './invite.ts';
import type { Line } from './line.ts';
import type { Heard } from './receive.ts';
import { receive } from './receive.ts';
import { canPost } from './can-post.ts';
import { groupProblem } from './group-problem.ts';
import { isGone } from './is-gone.ts';
import { keyOf } from './json.ts';
import { markdown } from './markdown.ts';
import type { Send } from './once-more.ts';
import { counted, onceMore } from './once-more.ts';
import { createPoster, POSTING } from './poster.ts';
import { GATEWAY, leaseName, letOthersFirst, standingBy, watchful } from './tenure.ts';
import { createWire } from './wire.ts';

/** How the place is timed; tests shorten it. Milliseconds. */
export interface Timing {
  /** Before a question is acknowledged; Discord gives up after 3000. */
  readonly patience: number;
  /** Before the first login is tried again, doubled each time up to a minute. */
  readonly retry: number;
}

const TIMING: Timing = { patience: 2000, retry: 1000 };
const LONGEST_RETRY = 60_000;
const LONGEST_NOTICE = 2000;
const STOPPED = 'stopped';

/**
 * Connects to Discord, over its gateway or, with a public key, by an address that Discord posts to, and answers slash
 * commands, buttons and menus. Rejects with `SetupProblem` when the token is not accepted; when Discord is merely down,
 * the place is there, not live, and keeps trying.
 */
export async function connect(connection: Connection, timing: Timing = TIMING): Promise<Adapter> {
  const place = new DiscordPlace(connection, timing);
  await place.start();
  return place;
}

class DiscordPlace implements Adapter {
  readonly name = 'discord';
  readonly poster: Poster;
  readonly routes: readonly Route[];
  /** For asking; the poster has a client of its own, since the engine tries again. */
  readonly #rest: REST;
  readonly #send: Send;
  readonly #connection: Connection;
  readonly #timing: Timing;
  readonly #counts: Counts = { sent: 0, taken: 0, late: 0, refused: 0, failed: 0 };
  readonly #shown = new Set<string>();
  readonly #latest = new Map<string, string>();
  readonly #inFlight = createInFlight();
  #line: Line | undefined;
  #opening: Line | undefined;
  #lease: Lease | undefined;
  #trouble = 'not connected yet';
  #retry: NodeJS.Timeout | undefined;
  /** Counts up whenever the line is closed: what began before is not to go on. */
  #turn = 0;

  constructor(connection: Connection, timing: Timing) {
    this.#connection = connection;
    this.#timing = timing;
    const { variables, metrics } = connection;
    this.#send = onceMore(counted(metrics));
    const { DISCORD_TOKEN: token = '' } = variables;
    const options = { version: '10', ...POSTING, ...apiOf(variables) };
    this.#rest = new REST({ ...options, makeRequest: this.#send }).setToken(token);
    const posting = new REST({ ...options, makeRequest: counted(metrics) }).setToken(token);
    this.poster = measuredPoster(createPoster(posting), metrics);
    this.routes = variables.DISCORD_PUBLIC_KEY === undefined ? [] : [this.#address()];
  }

  /** Opens the line; the gateway once this process holds it, since Discord tells every connection everything. */
  async start(): Promise<void> {
    const { leases, variables } = this.#connection;
    if (leases === undefined || variables.DISCORD_PUBLIC_KEY !== undefined) return this.#open();
    this.#lease = await leases.hold({
      name: leaseName(variables.DISCORD_TOKEN ?? ''),
      what: GATEWAY,
      // Discord tells both, takes one answer, and changes are claimed.
      overlaps: true,
      begin: (lease) => {
        this.#lease = lease;
        return this.#open();
      },
      end: () => this.#close('standing by'),
    });
  }

  /** Where Discord posts to us; while it is not known whether our answers are taken, it is asked to come again. */
  #address(): Route {
    return {
      methods: ['POST'],
      path: PATH,
      hear: (asked) => this.#line?.hear?.(asked) ?? { status: 503, headers: { 'retry-after': '5' } },
    };
  }

  /** Logs in; `wait` milliseconds later once more where that failed for no fault of ours. */
  async #open(wait = this.#timing.retry, turn = this.#turn): Promise<void> {
    const line = this.#newLine();
    this.#opening = line;
    try {
      await line.open();
    } catch (error) {
      await line.close();
      if (turn !== this.#turn) return;
      if (error instanceof SetupProblem) throw error;
      return this.#openLater(error, wait, turn);
    }
    if (turn !== this.#turn) return line.close();
    this.#opening = undefined;
    this.#line = line;
    this.#trouble = 'the connection was lost; connecting again';
    void this.#register(line);
  }

  health(): Health {
    const { sent, taken, late, refused, failed } = this.#counts;
    const waiting = standingBy(this.#lease);
    if (waiting !== undefined && this.#trouble !== STOPPED) return waiting;
    if (this.#line?.isLive() !== true) return { live: false, detail: this.#trouble };
    const counts = `${sent + taken} answered, ${late} too late, ${refused + failed} not sent`;
    return { live: true, detail: `${this.#line.state()}; ${counts}` };
  }

  async canPost(wish: PostWish): Promise<Said | null> {
    const me = keyOf(await this.#rest.get(Routes.user('@me')), 'id');
    return canPost(this.#rest, String(me), wish);
  }

  groupProblem(server: string, role: string): Promise<Said | null> {
    return groupProblem(this.#rest, server, role);
  }

  isGone(server: string): Promise<boolean> {
    return isGone(this.#rest, server);
  }

  async tell(person: string, said: Text, language: Language): Promise<void> {
    const channel = keyOf(
      await this.#rest.post(Routes.userChannels(), { body: { recipient_id: person } }),
      'id',
    );
    const body = {
      content: markdown(speakText(said, language)).slice(0, LONGEST_NOTICE),
      allowed_mentions: { parse: [] },
    };
    await this.#rest.post(Routes.channelMessages(String(channel)), { body });
  }

  async handOver(): Promise<void> {
    await this.#lease?.stop();
  }

  async stop(): Promise<void> {
    await this.handOver();
    await this.#close(STOPPED);
    await this.#inFlight.settled();
  }

  async #close(trouble: string): Promise<void> {
    this.#turn += 1;
    this.#trouble = trouble;
    clearTimeout(this.#retry);
    const lines = [this.#line, this.#opening].filter((line) => line !== undefined);
    this.#line = undefined;
    this.#opening = undefined;
    await Promise.all(lines.map((line) => line.close()));
  }

  #newLine(): Line {
    const { bot, log, pictures } = this.#connection;
    const line = this.#lineFor((packet) => this.#hear(packet, desk));
    const wire = line.answering(watchful(createWire(line.rest, line.application, log), () => this.#lease));
    const { patience } = this.#timing;
    const desk: Desk = {
      bot,
      wire,
      log,
      patience,
      counts: this.#counts,
      shown: this.#shown,
      latest: this.#latest,
      inFlight: this.#inFlight,
      ...(pictures === undefined ? {} : { pictures }),
    };
    return line;
  }

  #lineFor(onInteraction: (packet: unknown) => boolean): Line {
    const { log, variables } = this.#connection;
    const { DISCORD_TOKEN: token = '', DISCORD_PUBLIC_KEY: publicKey } = variables;
    const api = apiOf(variables);
    if (publicKey === undefined)
      return createGateway({
        token,
        ...api,
        log,
        send: this.#send,
        onInteraction,
        onEnd: (reason) => this.#end(reason),
      });
    const rest = new REST({ version: '10', makeRequest: this.#send, ...api }).setToken(token);
    return createEndpoint({ rest, publicKey, onInteraction });
  }

  /** Whether there is something to answer. */
  #hear(packet: unknown, desk: Desk): boolean {
    try {
      const heard = receive(packet, messageCommands(desk.bot.commands));
      if (heard !== undefined) void this.#inFlight.track(this.#answer(desk, heard));
      return heard !== undefined;
    } catch (error) {
      desk.log.warn({ reason: String(error) }, 'an interaction that cannot be read');
      return false;
    }
  }

  /** Never rejects. */
  async #answer(desk: Desk, heard: Heard): Promise<void> {
    try {
      await letOthersFirst(this.#lease);
      await answer(desk, heard);
    } catch (error) {
      desk.log.error({ reason: String(error) }, 'an interaction could not be answered');
    }
  }

  #openLater(error: unknown, wait: number, turn: number): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#trouble = `Discord cannot be reached (${reason}); trying again`;
    this.#connection.log.warn({ reason, wait }, 'Discord cannot be reached; trying again');
    this.#retry = setTimeout(() => {
      this.#open(Math.min(wait * 2, LONGEST_RETRY), turn).catch((problem: Error) => this.#end(problem));
    }, wait);
  }

  /** The connection is over for good: said while it was open, since `open` rejects by itself before. */
  #end(reason: Error): void {
    this.#trouble = reason.message;
    if (this.#line !== undefined || this.#retry !== undefined) this.#connection.log.error({}, reason.message);
  }

  /** Answering does not wait for it, and goes on when it fails. */
  async #register({ rest, application }: Line): Promise<void> {
    const { bot, log } = this.#connection;
    log.info({ invite: inviteLink(application() ?? '') }, 'this link adds me to a server');
    try {
      log.info({}, await register(bot.commands, rest, application() ?? '', log));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(
        { reason },
        'the Discord commands could not be registered; try: npm run rolecall -- deploy discord',
      );
    }
  }
}
