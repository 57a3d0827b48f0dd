import type { Role } from '../knowledge/schema.ts';
import type { CommandContext } from '../src/command.ts';
import { defineCommand } from '../src/command.ts';
import { say } from '../src/message/say.ts';
import type { Draft, ReplyNode } from '../src/reply.ts';
import { haveValue, readHave } from './have.ts';
import { askOf, settleRole, suggestRoles } from './name.ts';
import { answerPlan } from './plan/answer.ts';
import { haveForm } from './plan/form.ts';
import { next } from './show/actions.ts';
import { tabs } from './show/tabs.ts';

/** The way to a role for one person: what is there, what is missing, steps in order, hours, cost and dates. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'Your way to a role: what you lack, courses in order, hours, cost and a date',
  options: {
    to: { kind: 'role', description: 'The role you want', required: true, suggest: suggestRoles },
    from: { kind: 'role', description: 'The role you have', suggest: suggestRoles },
    have: { kind: 'words', description: 'What you know already, as in: python, sql, docker' },
    'hours-per-week': { kind: 'number', description: 'Hours a week you have for it', min: 1, max: 100 },
    budget: {
      kind: 'number',
      description: 'The most it may cost, as printed; 0 for free only',
      min: 0,
      max: 100_000,
    },
  },
  examples: [
    'plan ml-engineer from:data-engineer hours-per-week:10',
    'plan to:devops from:"systems administrator" budget:200',
    'plan data-scientist have:python, sql',
  ],
  shareable: true,
  cacheable: true,
  form: haveForm,
  answer: ({ to, from, have, 'hours-per-week': hours, budget }, context) => {
    const typed = { to, from, have, 'hours-per-week': hours, budget };
    const goal = settleRole(to, askOf('plan', typed), 'to', context);
    if (goal.kind === 'unclear') return goal.reply;
    const known = { ...typed, to: goal.entry.id };
    const start = from === undefined ? undefined : settleRole(from, askOf('plan', known), 'from', context);
    if (start?.kind === 'unclear') return start.reply;
    const origin = start?.entry;
    const guesses: ReplyNode[] = [...goal.guess, ...(start?.guess ?? [])];
    if (origin?.id === goal.entry.id) return { ...same(goal.entry, context), match: goal.match };
    const { knowledge } = context;
    const had = readHave(have, goal.entry.id, knowledge);
    const short = haveValue(
      had.skills.map(({ id }) => id),
      goal.entry.id,
      knowledge,
    );
    const ask = askOf('plan', { ...known, from: origin?.id, have: short });
    const draft = answerPlan({ to: goal.entry, from: origin, have: had, hours, budget, ask }, context);
    return { ...draft, body: [...(draft.body ?? []), ...guesses], match: goal.match, ask };
  },
});

function same(role: Role, { knowledge }: CommandContext): Draft {
  return {
    title: say('Plan: {from} → {to}', { from: role.title, to: role.title }),
    lead: [say('You are there already. Name the role you want, or see how this one goes on.')],
    body: next(tabs(role, knowledge, 'plan')),
  };
}
