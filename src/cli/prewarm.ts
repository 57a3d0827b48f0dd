import { setImmediate, setTimeout } from 'node:timers/promises';
import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import type { Place } from '../adapter.ts';
import type { Bot } from '../bot.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../reason.ts';

/** What is asked about a role most. */
const COMMON = [
  ['role', 'role'],
  ['salary', 'role'],
  ['transition', 'from'],
  ['roadmap', 'role'],
  ['skills', 'role'],
  ['course', 'about'],
] as const;
/** As many roles are asked about: what is kept of their answers takes some 5 MB. */
const ROLES = 25;
/** After as many letters of a name are completions looked at, and as many as places show. */
const LETTERS = [0, 1, 2, 4, 7];
const COMPLETIONS = 25;

/** Nobody in particular, in no community: nothing is counted. */
const NOBODY = {
  asker: { id: 'nobody', locale: 'en', manages: false },
  place: { community: null, channel: null },
};

/** What is asked and drawn before somebody asks. */
export interface Prewarmed {
  readonly bot: Bot;
  readonly knowledge: KnowledgeBase;
  /** The places that answers are drawn for. */
  readonly places: readonly Pick<Place, 'preview'>[];
}

/** When that is done. Milliseconds. */
export interface Idle {
  /** Since somebody was answered. */
  readonly quietFor: () => number;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** For which nobody has to have asked. */
  readonly quiet?: number;
  /** All steps together take no longer. */
  readonly most?: number;
}

/**
 * Asks the likeliest questions and draws their answers while nobody else asks, one between two turns of the event loop, and
 * pauses while somebody does. By then the code is compiled, what is made when it is first needed is there, and these very answers
 * are kept: a completion takes a tenth of the time, a first answer half.
 */
export async function prewarm(what: Prewarmed, { log, ...idle }: Idle): Promise<void> {
  try {
    log.debug({ steps: await takeSteps(likelySteps(what), idle) }, 'prewarmed');
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'prewarming failed; what is asked is answered all the same');
  }
}

/** How many were taken before it was too late. */
async function takeSteps(
  steps: Iterable<() => unknown>,
  { quietFor, signal, quiet = 50, most = 3000 }: Omit<Idle, 'log'>,
): Promise<number> {
  let [taken, spent] = [0, 0];
  for (const step of steps) {
    while (quietFor() < quiet && !signal.aborted) await setTimeout(quiet, undefined, { ref: false });
    if (signal.aborted || spent >= most) break;
    const start = performance.now();
    await step();
    spent += performance.now() - start;
    taken += 1;
    // Whoever asks meanwhile is answered first.
    await setImmediate();
  }
  return taken;
}

/** A question as it is asked by values: the command, its option and a role. */
export type LikelyQuestion = readonly [command: string, option: string, role: Role];

/** The questions that are asked ahead: of guided roles, the likeliest first, since there may not be time for all. */
export function likelyQuestions(knowledge: KnowledgeBase): LikelyQuestion[] {
  const guided = new Set(knowledge.of('guide').all.map(({ role }) => role));
  const all = knowledge.roles.suggest('', knowledge.roles.all.length);
  const likely = all.filter(({ id }) => guided.has(id)).slice(0, ROLES);
  return likely.flatMap((role) => COMMON.map(([command, option]) => [command, option, role] as const));
}

function* likelySteps({ bot, knowledge, places }: Prewarmed): Generator<() => unknown> {
  for (const [command, option, { id, title }] of likelyQuestions(knowledge)) {
    // Only one of its questions is typed with completions.
    const begun = command === 'role' ? LETTERS : [];
    for (const typed of begun.map((count) => title.slice(0, count)))
      yield () => bot.suggest({ command, option, typed, ...NOBODY }, COMPLETIONS);
    yield async () => {
      const reply = await bot.answer({ command, values: { [option]: id }, ...NOBODY });
      for (const { preview } of places) await preview?.(reply, 'en');
    };
  }
}
