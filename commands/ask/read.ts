import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import { builtInModel, type Scored } from './classifier.ts';
import type { Answered } from './faq.ts';
import { answeredLike } from './faq.ts';
import { INTENTS, type Unfilled } from './intents.ts';
import { unusedIn } from './ledger.ts';
import type { Slots } from './slots.ts';
import { slotsOf } from './slots.ts';
import type { Tagged } from './tagger.ts';
import { tag } from './tagger.ts';
import { askOfIntent, isNameAlone, isSame, meantBy, scoredOf } from './scored.ts';
import { wishesOf } from './wishes.ts';

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
  const wishes = wishesOf(tagged, slots, { scored, knowledge, model });
  const intent = meantBy(withEnds(wishes.intent, slots), slots);
  const asks = distinct(scored.slice(0, MOST).flatMap(({ label }) => askOfIntent(label, slots) ?? []));
  const faq = answeredLike(tagged, { roles: slots.roles, intent: scored[0]?.label ?? '' }, knowledge);
  const base = { tagged, slots };
  if (faq !== undefined) return { kind: 'answered', faq, ...base, others: asks.slice(0, OFFERED) };
  const lead = leadOf(scored, slots);
  const isClear = lead >= model.margins.answer;
  const isOurs = slots.roles.length > 0 && lead < model.margins.refuse;
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
  const others = asks.filter(
    (other) =>
      !isSame(other, ask) && (also === undefined || !isSame(other, also)) && !isHalfComparison(other),
  );
  const unused = unusedIn(tagged, [ask, ...(also === undefined ? [] : [also])], intent, model);
  return { kind: 'command', ask, intent, also, unused, ...base, others: others.slice(0, OFFERED) };
}

/** Who says where they come from and where they want to go asks about the move, however they say it. */
function withEnds(intent: string, { from, goal }: Slots): string {
  const isVague = intent === 'unclear' || intent === 'out-of-scope';
  return isVague && from !== undefined && goal !== undefined && from !== goal ? 'transition' : intent;
}

/** Whether it would only be asked what to compare a role with: no reading to offer beside an answer. */
function isHalfComparison({ command, values }: Ask): boolean {
  return command === 'compare' && values['second'] === undefined;
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

function distinct(asks: readonly Ask[]): Ask[] {
  return asks.filter((ask, at) => asks.findIndex((other) => isSame(other, ask)) === at);
}
