import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Action, Ask, Choice } from '../../src/reply.ts';
import { haveValue } from '../have.ts';
import type { Plan } from './answer.ts';

/** As many skills as a menu offers to say "I have that" of. */
const OFFERED = 24;

/** Hours a week that people ask about first. */
const HOURS = [5, 10, 20];

/** The same plan with one more thing said: a skill, hours, money. */
export function offers({ wish, missing, choice }: Plan, knowledge: KnowledgeBase): Action[] {
  const had = missing.slice(0, OFFERED).map(({ id, name }): Choice => {
    const have = haveValue([...wish.have.skills.map((skill) => skill.id), id], wish.to.id, knowledge);
    return { label: name, ask: saying(wish.ask, 'have', have ?? '') };
  });
  const paid = choice.picks.some(({ toll }) => toll.prices.length > 0 && !toll.free);
  return [
    ...(had.length === 0 ? [] : [{ kind: 'choose', label: 'I have that already', choices: had } as const]),
    ...HOURS.filter((n) => n !== wish.hours).map((n) =>
      button(`${n} h a week`, saying(wish.ask, 'hours-per-week', String(n))),
    ),
    ...(wish.budget === undefined && paid ? [button('Free only', saying(wish.ask, 'budget', '0'))] : []),
  ];
}

function saying({ command, values }: Ask, name: string, value: string): Ask {
  return { command, values: { ...values, [name]: value } };
}

function button(label: string, ask: Ask): Action {
  return { kind: 'ask', label, ask };
}
