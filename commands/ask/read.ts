import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import type { Model, Scored } from './classifier.ts';
import { builtInModel, score } from './classifier.ts';
import { clausesOf } from './clauses.ts';
import type { Answered } from './faq.ts';
import { answeredLike } from './faq.ts';
import { featuresOf } from './features.ts';
import { INTENTS, type Unfilled } from './intents.ts';
import { unusedIn } from './ledger.ts';
import type { Slots } from './slots.ts';
import { slotsOf } from './slots.ts';
import type { Tagged } from './tagger.ts';
import { tag } from './tagger.ts';

/** What a question was taken for, with other readings, likeliest first. */
export type Reading = {
  readonly tagged: Tagged;
  readonly slots: Slots;
  readonly others: readonly Ask[];
} & (
  | {
      readonly kind: 'command';
      readonly ask: Ask;
      readonly intent: string;
      /** What is asked besides, in the same breath. */
      readonly also: Ask | undefined;
      /** Words that neither name anything the command takes nor say what is asked. */
      readonly unused: readonly string[];
    }
  /** A question that a source answers in its own words. */
  | { readonly kind: 'answered'; readonly faq: Answered }
  /** A question about something that it does not name. */
  | { readonly kind: 'whom'; readonly about: Unfilled }
  /** Too close to call, or too vague to act on: `others` are offered. */
  | { readonly kind: 'unsure' }
  /** About nothing that is known here. */
  | { readonly kind: 'refused' }
);

/** As many readings as are offered. */
const OFFERED = 3;

/** Reads a question: tags what it names, scores every intent, fills the slots of the likeliest. */
export function readQuestion(question: string, knowledge: KnowledgeBase, model = builtInModel()): Reading {
  const tagged = tag(question, knowledge, model.words);
  const slots = slotsOf(tagged, model, knowledge);
  const scored = scoredOf(tagged, model);
  const wishes = wishesOf(tagged, scored, slots, { knowledge, model });
  const intent = meantBy(wishes.intent, slots);
  const asks = distinct(scored.slice(0, MOST).flatMap(({ label }) => askOfIntent(label, slots) ?? []));
  const faq = answeredLike(tagged, { roles: slots.roles, intent: scored[0]?.label ?? '' }, knowledge);
  const base = { tagged, slots };
  if (faq !== undefined) return { kind: 'answered', faq, ...base, others: asks.slice(0, OFFERED) };
  const lead = leadOf(scored, slots);
  const isClear = lead >= model.margins.answer;
  const isOurs = slots.roles.length > 0 && lead < model.margins.clause;
  if (intent === 'out-of-scope' && !isOurs)
    return { kind: 'refused', ...base, others: asks.slice(0, OFFERED) };
  const isNamed = tagged.words.length > 0 && isNameAlone(tagged);
  const ask = askOfIntent(intent, slots);
  if (
    intent === 'unclear' ||
    intent === 'out-of-scope' ||
    (!isClear && !isNamed && wishes.also === undefined && asks.length > 1)
  )
    return { kind: 'unsure', ...base, others: asks.slice(0, OFFERED) };
  const { unfilled } = INTENTS[intent] ?? {};
  if (ask === undefined)
    return unfilled === undefined
      ? { kind: 'unsure', ...base, others: asks.slice(0, OFFERED) }
      : { kind: 'whom', about: unfilled, ...base, others: asks.slice(0, OFFERED - 1) };
  const also = wishes.also === undefined || isSame(wishes.also, ask) ? undefined : wishes.also;
  const others = asks.filter((other) => !isSame(other, ask) && (also === undefined || !isSame(other, also)));
  const unused = unusedIn(tagged, [ask, ...(also === undefined ? [] : [also])], intent, model);
  return { kind: 'command', ask, intent, also, unused, ...base, others: others.slice(0, OFFERED) };
}

/** By how much the likeliest intent leads the next one that is answered in another way. */
function leadOf([best, ...others]: readonly Scored[], slots: Slots): number {
  const answer = best === undefined ? undefined : askOfIntent(best.label, slots);
  const next = others.find(({ label }) => {
    const other = askOfIntent(label, slots);
    return answer === undefined || other === undefined || !isSame(answer, other);
  });
  return (best?.score ?? 0) - (next?.score ?? 0);
}

/** As many intents as may be offered. */
const MOST = 8;

/** The intents, likeliest first. A name alone asks what it is. */
function scoredOf(tagged: Tagged, model: Model): Scored[] {
  const scored = score(featuresOf(tagged, model.words), model);
  const [entity] = tagged.entities;
  if (!isNameAlone(tagged) || entity === undefined) return scored;
  const label = entity.kind === 'course' ? 'certificate' : 'overview';
  const score0 = (scored[0]?.score ?? 0) + model.margins.answer;
  return [{ label, score: score0 }, ...scored.filter((each) => each.label !== label)];
}

function isNameAlone({ words, entities: [only, ...more] }: Tagged): boolean {
  return (
    only !== undefined &&
    more.length === 0 &&
    only.to - only.from === words.length &&
    ['role', 'course'].includes(only.kind)
  );
}

/** The intent that is meant where a role is named, or none is. */
function meantBy(label: string, { role, from, areJoined }: Slots): string {
  const { withRole, withoutRole, withRoles } = INTENTS[label] ?? {};
  if (areJoined && withRoles !== undefined) return withRoles;
  if (role === undefined && from === undefined) return withoutRole ?? label;
  return role === undefined ? label : (withRole ?? label);
}

function askOfIntent(label: string, slots: Slots): Ask | undefined {
  return INTENTS[meantBy(label, slots)]?.ask(slots);
}

/** What a question asks, and what it asks besides. */
interface Wishes {
  readonly intent: string;
  readonly also: Ask | undefined;
}

/**
 * Two things that are asked in one breath, where each clause is clear by itself and they ask different things, of which
 * the whole speaks too.
 */
function wishesOf(tagged: Tagged, scored: readonly Scored[], slots: Slots, known: Known): Wishes {
  const intent = scored[0]?.label ?? 'unclear';
  // Courses are about one thing at a time.
  const [, another] = slots.topics;
  if (intent === 'course' && another !== undefined && slots.courses.length === 0)
    return { intent, also: askOfIntent(intent, { ...slots, subject: another }) };
  const likely = scored.slice(0, MOST).map(({ label }) => label);
  for (const clauses of clausesOf(tagged)) {
    const read = clauses.map((clause) => clearly(clause, known.model));
    const [one, other] = read.map((each) => each ?? '');
    if (one === undefined || other === undefined || one === other) continue;
    const isAsked = one === intent || other === intent || (likely.includes(one) && likely.includes(other));
    if (!isAsked || one === '' || other === '') continue;
    const first = other === intent ? other : one;
    const clause = clauses[first === one ? 1 : 0];
    const own = slotsOf(clause, known.model, known.knowledge);
    const ask = askOfIntent(
      first === one ? other : one,
      own.roles.length + own.topics.length > 0 ? own : slots,
    );
    if (ask !== undefined) return { intent: first, also: ask };
  }
  return { intent, also: undefined };
}

interface Known {
  readonly knowledge: KnowledgeBase;
  readonly model: Model;
}

/** What a clause asks where that is clear. */
function clearly(clause: Tagged, model: Model): string | undefined {
  const [best, second] = scoredOf(clause, model);
  if (best === undefined || best.score - (second?.score ?? 0) < model.margins.clause) return undefined;
  return INTENTS[best.label]?.unfilled === undefined ? undefined : best.label;
}

function isSame(a: Ask, b: Ask): boolean {
  return JSON.stringify([a.command, a.values]) === JSON.stringify([b.command, b.values]);
}

function distinct(asks: readonly Ask[]): Ask[] {
  return asks.filter((ask, at) => asks.findIndex((other) => isSame(other, ask)) === at);
}
