import { formatInstant } from '../message/dates.ts';
import { numeral } from '../message/figures.ts';
import type { Said } from '../message/message.ts';
import { joined, message, say, sayText } from '../message/say.ts';
import type { Inline, Text } from '../reply.ts';
import { channel } from '../reply.ts';
import type { History, PastAttempt, PastStep } from '../store/history.ts';
import { NOTHING_TO_DO } from './poster.ts';
import { channelOf } from './target.ts';

/** What became of an occurrence, in a line: "Posted Monday 09:00:02, 2 s late". Times are those of `zone`. */
export function summarise({ occurrence, steps }: History, zone: string): Said {
  const { state, reason, dueAt } = occurrence;
  if (state === 'skipped') return say('Left out: {reason}', { reason: reason ?? NO_REASON });
  const posts = steps.filter(({ step }) => step === 'post');
  const done = posts.filter((post) => post.state === 'done');
  const counts = { done: done.length, all: posts.length };
  if (posts.some((post) => post.state === 'waiting' || post.state === 'sending'))
    return say('Not over: posted in {done} of {all} channels so far.', counts);
  if (done.length === posts.length) return postedAt(done, dueAt, zone);
  if (posts.length > 1)
    return say('Posted in {done} of {all} channels; the log says why not in the others.', counts);
  return say('Not posted: {reason}', { reason: posts[0]?.reason ?? NO_REASON });
}

const NO_REASON = say('No reason was given.');

function postedAt(posts: readonly PastStep[], dueAt: number, zone: string): Said {
  const at = Math.max(...posts.map((post) => endOf(post)));
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const day: Said = { kind: 'weekday', day: local.dayOfWeek };
  const time: Said = { kind: 'clock', part: 'time', at, zone };
  return say('Posted {day} {time}, {late}', { day, time, late: lateness(at - dueAt) });
}

function endOf({ attempts }: PastStep): number {
  const last = attempts.findLast(({ outcome }) => outcome === 'posted' || outcome === 'found');
  return last?.endedAt ?? last?.startedAt ?? 0;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function lateness(ms: number): Said {
  if (ms < 1_000) return say('on time');
  if (ms < 2 * MINUTE) return say('{n} s late', { n: Math.floor(ms / 1_000) });
  if (ms < 2 * HOUR) return say('{n} min late', { n: Math.floor(ms / MINUTE) });
  return say('{n} h late', { n: Math.floor(ms / HOUR) });
}

/**
 * The history of an occurrence as a proof to show to others, a sentence or two for each thing that happened: due, claimed,
 * each step in each target, each try and error. Every time is given in `zone` and in UTC.
 */
export function explain({ occurrence, steps }: History, zone: string): Text[] {
  const { dueAt, claimedAt, state, reason } = occurrence;
  const due: Text = [say('It was due on {when}.', { when: formatInstant(dueAt, zone) })];
  const when = formatInstant(claimedAt, zone);
  if (state === 'skipped')
    return [due, [say('It was left out on {when}: {reason}', { when, reason: reason ?? NO_REASON })]];
  const claimed = say('One process claimed it on {when}; after that no other could.', { when });
  return [due, [claimed], ...steps.flatMap((step) => explainStep(step, zone))];
}

const DONE = message(
  '{step, select, post {The post was made} thread {The thread was opened} pin {The post was pinned} other {The answer key was posted}} in {channel} on {when}.',
);
const FOUND = message(
  '{step, select, post {The post} thread {The thread} pin {The pin} other {The answer key}} was found to be in {channel} on {when}.',
);
const OPEN = {
  waiting: message(
    '{step, select, post {The post} thread {The thread} pin {The pin} other {The answer key}} in {channel} is still to be done.',
  ),
  sending: message(
    '{step, select, post {The post} thread {The thread} pin {The pin} other {The answer key}} in {channel} is being tried now.',
  ),
} as const;
const NOT_DONE = {
  failed: message(
    '{step, select, post {The post} thread {The thread} pin {The pin} other {The answer key}} in {channel} was not done: {reason}',
  ),
  unknown: message(
    'It is not known whether {step, select, post {the post} thread {the thread} pin {the pin} other {the answer key}} in {channel} was done: {reason}',
  ),
  skipped: message(
    '{step, select, post {The post} thread {The thread} pin {The pin} other {The answer key}} in {channel} was left out: {reason}',
  ),
} as const;

function explainStep(step: PastStep, zone: string): Text[] {
  return [headOf(step, zone), ...step.attempts.map((attempt) => [explainAttempt(attempt, zone)])];
}

function headOf(past: PastStep, zone: string): Text {
  const { target, step, state, notBefore, reason } = past;
  const facts = { step, channel: channel(channelOf(target)) };
  if (state === 'done') return [...doneAs(past, facts, zone), ...idOf(past)];
  if (state === 'waiting' || state === 'sending') {
    const waits = state === 'waiting' && notBefore > 0;
    const until = waits
      ? [' ', say('It comes on {when} at the earliest.', { when: formatInstant(notBefore, zone) })]
      : [];
    return [...sayText(OPEN[state], facts), ...until];
  }
  const why = reason === null || reason === '' ? NO_REASON : reason;
  return sayText(NOT_DONE[state], { ...facts, reason: why });
}

/** A pin is the post's own, and of nothing there is no id. */
function idOf({ step, result }: PastStep): Inline[] {
  if (result === null || result === NOTHING_TO_DO || step === 'pin') return [];
  return [' ', say('Its id there is {id}.', { id: result })];
}

function doneAs(past: PastStep, facts: { step: string; channel: Inline }, zone: string): Text {
  const { attempts, result } = past;
  if (result === NOTHING_TO_DO)
    return sayText(
      '{step, select, answer {There is no answer key} other {There was nothing to do}} in {channel}.',
      facts,
    );
  const when = formatInstant(endOf(past), zone);
  const isFound = attempts.findLast(({ outcome }) => outcome === 'posted' || outcome === 'found');
  return sayText(isFound?.outcome === 'found' ? FOUND : DONE, { ...facts, when });
}

const ATTEMPT = message(
  '– On {when} {kind, select, look {it was looked for} other {the place was asked for it}}{outcome, select, posted {, and it was done} found {, and it was there} absent {, and it was not there} gone {, and was refused} limited {, and was told to wait} down {, but the place could not be reached} unknown {, but no clear answer came} lost {, but broke off} other {; no end is written down yet}}.',
);

function explainAttempt({ kind, startedAt, endedAt, outcome, detail }: PastAttempt, zone: string): Said {
  const facts = { when: formatInstant(startedAt, zone), kind, outcome: outcome ?? 'none' };
  const parts: Said[] = [say(ATTEMPT, facts)];
  if (endedAt !== null) {
    const seconds = numeral((endedAt - startedAt) / 1_000, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    parts.push(say('It took {seconds} s.', { seconds }));
  }
  if (detail !== null) parts.push(detail);
  return joined(parts, ' ');
}
