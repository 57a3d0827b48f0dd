import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import type { Draft, ReplyNode } from '../../src/reply.ts';
import { knownSkillsValue, readKnownSkills } from '../input/known-skills.ts';
import { guideOf } from '../views/guide/guide.ts';
import { askOf, quote, resolveRole, suggestRoles } from '../input/resolve.ts';
import { knownSkillsForm } from './form.ts';
import { answerGuided, startValue } from './guided-answer.ts';
import { nextActions } from '../views/actions.ts';
import { guessedStart, readStart, type Start, suggestStarts } from '../input/start.ts';
import { tabs } from '../views/tabs.ts';
import { answerUnguided } from './unguided.ts';

/** The way to a role for one person: what is there, what is missing, steps in order, hours, cost and dates. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'Your way to a role: what to learn in order, what to build, and until when',
  options: {
    to: { kind: 'role', description: 'The role you want', required: true, suggest: suggestRoles },
    from: { kind: 'role', description: 'The role you have, or what you did before', suggest: suggestStarts },
    have: { kind: 'words', description: 'What you know already, as in: python, sql, docker' },
    'hours-per-week': { kind: 'number', description: 'Hours a week you have for it', min: 1, max: 100 },
    budget: {
      kind: 'number',
      description: 'The most it may cost, as printed; 0 for free only',
      min: 0,
      max: 100_000,
    },
    view: {
      kind: 'choice',
      description: 'On one screen, in full, or as a picture',
      choices: ['short', 'full', 'picture'],
    },
  },
  examples: [
    'plan ml-engineer from:data-engineer hours-per-week:10',
    'plan to:devops from:"systems administrator" budget:200',
    'plan data-scientist have:python, sql',
  ],
  shareable: true,
  cacheable: true,
  form: knownSkillsForm,
  answer: ({ to, from, have, 'hours-per-week': hours, budget, view }, context) => {
    const typed = { to, from, have, 'hours-per-week': hours, budget, view };
    const goal = resolveRole(to, askOf('plan', typed), 'to', context);
    if (goal.kind === 'unresolved') return goal.reply;
    const known = { ...typed, to: goal.entry.id };
    const { knowledge } = context;
    const start = from === undefined ? undefined : readStart(from, knowledge);
    const origin = start?.kind === 'role' ? start.role : undefined;
    const guesses: ReplyNode[] = [...goal.guess, ...readAs(start, from, knowledge)];
    if (origin?.id === goal.entry.id) return { ...same(goal.entry, context), match: goal.match };
    const had = readKnownSkills(have, goal.entry.id, knowledge);
    const short = knownSkillsValue(
      had.skills.map(({ id }) => id),
      goal.entry.id,
      knowledge,
    );
    const ask = askOf('plan', { ...known, from: startValue(start), have: short });
    const full = view === 'full';
    const wish = { to: goal.entry, start, have: had, hours, budget, full, ask };
    const own = guideOf(goal.entry, knowledge);
    const draft = own === undefined ? answerUnguided(wish, context) : answerGuided(own, wish, context);
    return { ...draft, body: [...(draft.body ?? []), ...guesses], match: goal.match, ask };
  },
});

/** Says what a start was taken for, where that was a guess, and where it was not known. */
function readAs(start: Start | undefined, typed: string | undefined, knowledge: KnowledgeBase): ReplyNode[] {
  if (start === undefined || typed === undefined) return [];
  if (start.kind !== 'unknown') return guessedStart(start, knowledge);
  return [{ kind: 'note', text: [say('"{typed}" is no start that I know.', { typed: quote(typed) })] }];
}

function same(role: Role, { knowledge }: CommandContext): Draft {
  return {
    title: say('Plan: {from} → {to}', { from: role.title, to: role.title }),
    lead: [say('You are there already. Name the role you want, or see how this one goes on.')],
    body: nextActions(tabs(role, knowledge, 'plan')),
  };
}
