import { randomUUID } from 'node:crypto';
import { message, say } from '../message/say.ts';
import type { Outcome } from '../store/attempts.ts';
import type { OpenDelivery, DeliveryId } from '../store/deliveries.ts';
import { withTimeout } from './with-timeout.ts';
import type { DeliveryContext } from './delivery.ts';
import { absent, failed, refusedLook, success } from './outcome.ts';
import type { PostJob, Poster } from './poster.ts';
import { nonceOf, PostFailure } from './poster.ts';
import type { StepName } from '../store/ledger.ts';
import { channelOf } from './target.ts';
import { reasonOf } from '../reason.ts';

const UNEXPLAINED = message('It broke off; the log has the reason under {reference}.');

/** A step of an open delivery, about to be asked of a place. */
export interface AttemptRequest {
  readonly delivery: DeliveryId;
  readonly open: OpenDelivery;
  readonly step: StepName;
  readonly poster: Poster;
}

/** Asks the place to do the step, or to look for it, and says how that ended; never rejects. */
export async function executeStep(
  kind: 'send' | 'look',
  request: AttemptRequest,
  context: DeliveryContext,
): Promise<Outcome> {
  const { clock, settings } = context;
  const ask = kind === 'send' ? send : find;
  try {
    return await withTimeout(
      async (signal) => ask(request, jobOf(request, context), signal, context),
      settings.postTimeoutMs,
      clock,
    );
  } catch (error) {
    const failure = readFailure(failureOf(error, context), kind);
    if (failure.failure === 'limited') keepQuiet(failure, kind, request, context);
    // A channel may come back, so it is asked again; a thread or pin that is refused stays refused.
    const refusals = isMessage(request.step) ? request.open.failures : settings.refusalMs.length;
    const end = kind === 'look' && failure.failure === 'gone' ? refusedLook : failed;
    return end(failure, clock.now(), refusals, settings);
  }
}

/** Whether doing the step twice would show twice. */
export function isMessage(step: StepName): boolean {
  return step === 'post' || step === 'answer';
}

/** What asks a place in the same way, as limits are counted: messages, looks, threads, pins. */
export function askingOf(place: string, kind: 'send' | 'look', step: StepName): string {
  const sent = isMessage(step) ? 'message' : step;
  return `${place} ${kind === 'look' ? 'look' : sent}`;
}

async function send(
  { poster }: AttemptRequest,
  job: PostJob,
  signal: AbortSignal,
  { clock }: DeliveryContext,
): Promise<Outcome> {
  const result = await poster.post(job, signal);
  return success('posted', result, clock.now());
}

async function find(
  { poster }: AttemptRequest,
  job: PostJob,
  signal: AbortSignal,
  { clock }: DeliveryContext,
): Promise<Outcome> {
  const found = (await poster.find?.(job, signal)) ?? null;
  return found === null ? absent(clock.now()) : success('found', found, clock.now());
}

function jobOf({ delivery, open, step }: AttemptRequest, { clock, settings }: DeliveryContext): PostJob {
  const { id, schedule, dueAt, content } = open.occurrence;
  const results = open.steps.flatMap((done) => (done.result === null ? [] : [[done.step, done.result]]));
  return {
    channel: channelOf(delivery.target),
    step,
    steps: open.steps.map((one) => one.step),
    nonce: nonceOf(id, delivery.target, step),
    schedule,
    occurrence: id,
    dueAt,
    late: clock.now() > dueAt + settings.graceMs,
    content,
    results: Object.fromEntries(results),
  };
}

/** What a place did not explain is explained to nobody: its words may hold an address of ours, and are for the log. */
function failureOf(error: unknown, { log }: DeliveryContext): PostFailure {
  if (error instanceof PostFailure) return error;
  const reference = randomUUID().slice(0, 8);
  log.warn({ reference, reason: reasonOf(error) }, 'a place failed without saying how');
  return new PostFailure('unknown', say(UNEXPLAINED, { reference }));
}

function readFailure(known: PostFailure, kind: 'send' | 'look'): PostFailure {
  if (kind === 'send' || known.failure === 'limited') return known;
  // A look that failed says nothing new about the message: it is looked for again.
  const { failure } = known;
  const said = say('Could not look for it: {reason}', { reason: known.said });
  return new PostFailure(failure === 'gone' ? failure : 'down', said);
}

function keepQuiet(
  { where, retryAfterMs }: PostFailure,
  kind: 'send' | 'look',
  { delivery, poster, step }: AttemptRequest,
  { clock, rateLimiter }: DeliveryContext,
): void {
  const held = { channel: delivery.target, asking: askingOf(poster.place, kind, step), place: poster.place };
  rateLimiter.hold(held[where], clock.now() + retryAfterMs);
}
