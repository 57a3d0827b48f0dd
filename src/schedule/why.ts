import { formatInstant } from '../message/dates.ts';
import { amount, numeral } from '../message/figures.ts';
import type { Said } from '../message/message.ts';
import { joined, message, say, sayText } from '../message/say.ts';
import { NOTHING_TO_DO } from '../prompts/content.ts';
import type { Inline, Text } from '../reply.ts';
import { channel, moment } from '../reply.ts';
import type { History, PastAttempt, PastStep } from '../store/history.ts';
import { channelOf } from './schedule.ts';

/** What became of an occurrence, in a sentence or two. Moments are shown in `zone` where a place has no reader's own. */
export function summarise({ occurrence, steps }: History, zone: string): Text {
  const due = moment(occurrence.dueAt, zone);
  if (occurrence.state === 'skipped') return sayText('This run, due {due}, was left out.', { due });
  const posts = steps.filter(({ step }) => step === 'post');
  const all = posts.length;
  const done = posts.filter(({ state }) => state === 'done').length;
  if (posts.some(({ state }) => state === 'waiting' || state === 'sending'))
    return sayText('This run, due {due}, is not over: it is posted in {done} of {all} channels so far.', {
      due,
      done,
      all,
    });
  if (done < all)
    return sayText(
      'This run, due {due}, was posted in {done} of {all} channels; below is why not in the others.',
      { due, done, all },
    );
  return sayText(
    'This run, due {due}, was posted once{n, plural, one {} other { in each of {words} channels}}.',
    { due, ...amount(all) },
  );
}

/**
 * The history of an occurrence as a proof to show to others, a sentence or two for each thing that happened: due, claimed
 * by whom, each step in each target, each try and error. Every time is given in `zone` and in UTC.
 */
export function explain({ occurrence, steps }: History, zone: string): Text[] {
  const { dueAt, claimedAt, claimedBy: worker, state, reason } = occurrence;
  const due: Text = [say('It was due on {when}.', { when: formatInstant(dueAt, zone) })];
  const when = formatInstant(claimedAt, zone);
  if (state === 'skipped') {
    const why = reason === null ? say('No reason was given.') : reason;
    return [due, [say('It was left out on {when} by {worker}: {reason}', { when, worker, reason: why })]];
  }
  const claimed = say('The process {worker} claimed it on {when}; after that no other could.', {
    worker,
    when,
  });
  return [due, [claimed], ...steps.flatMap((step) => explainStep(step, zone))];
}

const DONE = message(
  '{step, select, post {The post was made} thread {The thread was opened} pin {The post was pinned} other {The answer key was posted}} in {channel} on {when} by {worker}.',
);
const FOUND = message(
  '{step, select, post {The post} thread {The thread} pin {The pin} other {The answer key}} was found to be in {channel} on {when} by {worker}.',
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
  const why = reason === null || reason === '' ? say('No reason was given.') : reason;
  return sayText(NOT_DONE[state], { ...facts, reason: why });
}

/** A pin is the post's own, and of nothing there is no id. */
function idOf({ step, result }: PastStep): Inline[] {
  if (result === null || result === NOTHING_TO_DO || step === 'pin') return [];
  return [' ', say('Its id there is {id}.', { id: result })];
}

function doneAs(
  { attempts, result }: PastStep,
  facts: { step: string; channel: Inline },
  zone: string,
): Text {
  if (result === NOTHING_TO_DO)
    return sayText(
      '{step, select, answer {There is no answer key} other {There was nothing to do}} in {channel}.',
      facts,
    );
  const last = attempts.findLast(({ outcome }) => outcome === 'posted' || outcome === 'found');
  const when = formatInstant(last?.endedAt ?? last?.startedAt ?? 0, zone);
  const worker = last?.worker ?? '';
  return sayText(last?.outcome === 'found' ? FOUND : DONE, { ...facts, when, worker });
}

const ATTEMPT = message(
  '– On {when} {worker} {kind, select, look {looked for it} other {asked the place for it}}{outcome, select, posted {, and it was done} found {, and it was there} absent {, and it was not there} gone {, and was refused} limited {, and was told to wait} down {, but the place could not be reached} unknown {, but no clear answer came} lost {, but broke off} other {; no end is written down yet}}.',
);

function explainAttempt(
  { kind, worker, startedAt, endedAt, outcome, detail }: PastAttempt,
  zone: string,
): Said {
  const facts = { when: formatInstant(startedAt, zone), worker, kind, outcome: outcome ?? 'none' };
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
