import type { Text } from '../reply.ts';
import { moment } from '../reply.ts';
import type { History, PastAttempt, PastStep } from '../store/history.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  posted: 'done',
  found: 'it was there',
  absent: 'it was not there',
  gone: 'refused',
  limited: 'told to wait',
  down: 'could not be reached',
  unknown: 'no clear answer',
  lost: 'broke off',
};

const STATES: Readonly<Record<PastStep['state'], string>> = {
  waiting: 'still to be done',
  sending: 'being sent',
  done: 'done',
  failed: 'not done',
  unknown: 'unclear',
  skipped: 'left out',
};

/**
 * The history of an occurrence, a line for each thing that happened: due, claimed by whom, each step in each
 * target, each try and error. Moments are shown in `zone` where a place cannot show the reader's own.
 */
export function explain({ occurrence, steps }: History, zone: string): Text[] {
  const { dueAt, claimedAt, claimedBy, state, reason } = occurrence;
  const due: Text = ['Due ', moment(dueAt, zone), '.'];
  if (state === 'skipped')
    return [
      due,
      ['Skipped ', moment(claimedAt, zone), ` by ${claimedBy}: ${reason ?? 'no reason was given.'}`],
    ];
  const claimed: Text = ['Claimed ', moment(claimedAt, zone), ` by ${claimedBy}.`];
  return [due, claimed, ...steps.flatMap((step) => explainStep(step, zone))];
}

function explainStep(step: PastStep, zone: string): Text[] {
  const head = `${step.target}, ${step.step}: ${STATES[step.state]}`;
  const id = step.result === null ? '' : ` (${step.result})`;
  const why = step.reason === null || step.reason === '' ? '.' : `. ${step.reason}`;
  const waits: Text =
    step.state === 'waiting' && step.notBefore > 0 ? [' Not before ', moment(step.notBefore, zone), '.'] : [];
  return [[`${head}${id}${why}`, ...waits], ...step.attempts.map((attempt) => explainAttempt(attempt, zone))];
}

function explainAttempt(
  { kind, worker, startedAt, endedAt, outcome, detail }: PastAttempt,
  zone: string,
): Text {
  const what = kind === 'look' ? 'looked for' : 'tried';
  const end = outcome === null ? 'no end written down yet' : (OUTCOMES[outcome] ?? outcome);
  const took = endedAt === null ? '' : ` after ${((endedAt - startedAt) / 1_000).toFixed(1)} s`;
  return [
    '– ',
    moment(startedAt, zone),
    ` ${what} by ${worker}: ${end}${took}${detail === null ? '.' : `. ${detail}`}`,
  ];
}
