import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import type { Model, Scored } from './classifier.ts';
import { clausesOf } from './clauses.ts';
import { INTENTS } from './intents.ts';
import { askOfIntent, scoredOf } from './scored.ts';
import type { Slots } from './slots.ts';
import { slotsOf } from './slots.ts';
import type { Tagged } from './tagger.ts';

/** What a question asks, and what it asks besides. */
export interface Wishes {
  readonly intent: string;
  readonly also: Ask | undefined;
}

interface Known {
  readonly knowledge: KnowledgeBase;
  readonly model: Model;
  /** The intents of the whole question, likeliest first. */
  readonly scored: readonly Scored[];
}

/** As many intents of the whole as a clause may ask for that is not clear by far. */
const LIKELY = 8;
/** So many times the margin of a clause is clear by far. */
const BY_FAR = 3;

/** What is asked besides has to be as much clearer than what the whole asks. */
const BESIDE = 2;

/** What a job is like is never asked by the way: whoever begins with it wants it first. */
const WORK = 'overview';

/** Intents that are no second wish beside one another: a clause that speaks of one speaks of the others too. */
const KIN: readonly (readonly string[])[] = [
  ['overview', 'week', 'hard', 'people'],
  ['pay', 'pay-why', 'pay-factors', 'pay-spread', 'advice-negotiating'],
  ['roadmap', 'plan', 'ways-in', 'transition', 'gap', 'advice-changing-careers-at-forty'],
  ['compare', 'compare-skills'],
  ['course', 'certificate'],
];

/** Two things that are asked in one breath: each clause is clear by itself, and they ask different things. */
export function wishesOf(tagged: Tagged, slots: Slots, known: Known): Wishes {
  const intent = known.scored[0]?.label ?? 'unclear';
  // Courses are about one thing at a time.
  const [, another] = slots.topics;
  if (intent === 'course' && another !== undefined && slots.courses.length === 0)
    return { intent, also: askOfIntent(intent, { ...slots, subject: another }) };
  const [best] = clausesOf(tagged)
    .flatMap((clauses) => pairOf(clauses, intent, known))
    .toSorted((a, b) => b.lead - a.lead);
  if (best === undefined) return { intent, also: undefined };
  const isOther = areKin(best.other.label, intent) && !areKin(best.one.label, WORK);
  const [first, second] = isOther ? [best.other, best.one] : [best.one, best.other];
  const own = slotsOf(second.clause, known.model, known.knowledge);
  const also = askOfIntent(second.label, own.roles.length + own.topics.length > 0 ? own : slots);
  const isWhole = also === undefined || areKin(first.label, intent);
  return { intent: isWhole ? intent : first.label, also };
}

/** A clause with what it asks, and by how much that leads what is no kin of it. */
interface Clear {
  readonly clause: Tagged;
  readonly label: string;
  readonly lead: number;
}

interface Pair {
  readonly one: Clear;
  readonly other: Clear;
  readonly lead: number;
}

function pairOf([before, after]: readonly [Tagged, Tagged], intent: string, known: Known): Pair[] {
  const one = clearly(before, known.model);
  const other = clearly(after, known.model);
  if (one === undefined || other === undefined || areKin(one.label, other.label)) return [];
  const lead = Math.min(one.lead, other.lead);
  const beside = areKin(one.label, intent) ? other.lead : areKin(other.label, intent) ? one.lead : lead;
  if (beside < BESIDE * known.model.margins.clause) return [];
  const likely = known.scored.slice(0, LIKELY).map(({ label }) => label);
  const isAsked =
    [one, other].some(({ label }) => areKin(label, intent)) ||
    [one, other].every(({ label }) => likely.includes(label)) ||
    lead > BY_FAR * known.model.margins.clause;
  return isAsked ? [{ one, other, lead }] : [];
}

function areKin(one: string, other: string): boolean {
  return one === other || KIN.some((labels) => labels.includes(one) && labels.includes(other));
}

/** What a clause asks where that is clear. */
function clearly(clause: Tagged, model: Model): Clear | undefined {
  const [best, ...others] = scoredOf(clause, model);
  if (best === undefined || INTENTS[best.label]?.unfilled === undefined) return undefined;
  const next = others.find(({ label }) => !areKin(label, best.label));
  const lead = best.score - (next?.score ?? 0);
  return lead < model.margins.clause ? undefined : { clause, label: best.label, lead };
}
