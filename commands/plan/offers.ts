import type { Action, Ask } from '../../src/reply.ts';
import { type Said, say } from '../../src/message/say.ts';
import type { Plan } from './answer.ts';

/** Hours a week that people ask about first. */
const HOURS = [5, 10, 20];

/** The same plan with one more thing said: a skill, hours, money. */
export function offers({ wish, missing, choice }: Plan): Action[] {
  const paid = choice.picks.some(({ effort }) => effort.prices.length > 0 && !effort.free);
  return [
    ...(missing.length === 0
      ? []
      : [{ kind: 'form', label: say('I have some of these'), ask: wish.ask } as const]),
    ...HOURS.filter((n) => n !== wish.hours).map((n) =>
      button(say('{n} h a week', { n }), saying(wish.ask, 'hours-per-week', String(n))),
    ),
    ...(wish.budget === undefined && paid ? [button(say('Free only'), saying(wish.ask, 'budget', '0'))] : []),
  ];
}

function saying({ command, values }: Ask, name: string, value: string): Ask {
  return { command, values: { ...values, [name]: value } };
}

function button(label: Said, ask: Ask): Action {
  return { kind: 'ask', label, ask };
}
