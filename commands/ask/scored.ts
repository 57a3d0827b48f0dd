import type { Ask } from '../../src/reply.ts';
import type { Model, Scored } from './classifier.ts';
import { score } from './classifier.ts';
import { featuresOf } from './features.ts';
import { INTENTS } from './intents.ts';
import type { Slots } from './slots.ts';
import type { Tagged } from './tagger.ts';

/** The intents, likeliest first. A name alone asks what it is. */
export function scoredOf(tagged: Tagged, model: Model): Scored[] {
  const scored = score(featuresOf(tagged, model.words), model);
  const [entity] = tagged.entities;
  if (!isNameAlone(tagged) || entity === undefined) return scored;
  const label = entity.kind === 'course' ? 'certificate' : 'overview';
  const score0 = (scored[0]?.score ?? 0) + model.margins.answer;
  return [{ label, score: score0 }, ...scored.filter((each) => each.label !== label)];
}

/** Whether a question is nothing but the name of a role or a course. */
export function isNameAlone({ words, entities: [only, ...more] }: Tagged): boolean {
  return (
    only !== undefined &&
    more.length === 0 &&
    only.to - only.from === words.length &&
    ['role', 'course'].includes(only.kind)
  );
}

/** The intent that is meant where a role is named, or none is. */
export function meantBy(label: string, { role, from, areJoined, areSkillsJoined }: Slots): string {
  const { withRole, withoutRole, withRoles, withSkills } = INTENTS[label] ?? {};
  if (areSkillsJoined && !areJoined && withSkills !== undefined) return withSkills;
  if (areJoined && withRoles !== undefined) return withRoles;
  if (role === undefined && from === undefined) return withoutRole ?? label;
  return role === undefined ? label : (withRole ?? label);
}

/** The command that answers an intent, with its options. */
export function askOfIntent(label: string, slots: Slots): Ask | undefined {
  return INTENTS[meantBy(label, slots)]?.ask(slots);
}

/** Whether two questions are the same to the letter. */
export function isSame(a: Ask, b: Ask): boolean {
  return JSON.stringify([a.command, a.values]) === JSON.stringify([b.command, b.values]);
}
