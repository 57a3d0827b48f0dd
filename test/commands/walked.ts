import { commands } from '../../commands/index.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import { ASKS_ALL, someOf } from '../sample.ts';
import type { Talk } from './talk.ts';
import { asksOf } from './talk.ts';

/** Without `ROLECALL_EVERY_ANSWER`: roles begun with, presses followed from each answer, answers in all. */
const SAMPLE = { roles: 8, others: 8, presses: 2, answers: 280 };

/** Every answer that presses lead to, starting from each command on each role and from each course, by its question. */
export async function walk(bot: Talk): Promise<ReadonlyMap<string, { ask: Ask; reply: Reply }>> {
  const answers = new Map<string, { ask: Ask; reply: Reply }>();
  const open = beginnings(bot);
  for (let ask = open.shift(); ask !== undefined; ask = open.shift()) {
    const key = keyOf(ask);
    if (answers.has(key)) continue;
    const reply = await bot.press(ask);
    answers.set(key, { ask, reply });
    if (!ASKS_ALL && answers.size >= SAMPLE.answers) break;
    const next = asksOf(reply).filter((each) => isAnswered(each) && isWalked(each, bot));
    open.push(...someOf(next, SAMPLE.presses, answers.size));
  }
  return answers;
}

/** Each command on each role, and each course and skill. */
function beginnings({ knowledge: { roles, courses, skills } }: Talk): Ask[] {
  const chosen = someOf(roles.all, SAMPLE.roles).map(({ id }) => id);
  const others = someOf([...courses.all, ...skills.all], SAMPLE.others);
  return [
    ...chosen.flatMap((role, at) => asksAbout(role, chosen[(at + 1) % chosen.length] ?? role)),
    ...commands.map(({ name }) => ({ command: 'help', values: { command: name } })),
    ...others.map(({ id }) => ({ command: 'course', values: { about: id } })),
    { command: 'sources', values: {} },
  ];
}

/** What can be asked about a role, and about it beside another one. */
export function asksAbout(role: string, other: string): Ask[] {
  const about = (command: string, values: Record<string, string> = {}): Ask => ({
    command,
    values: { role, ...values },
  });
  return [
    about('role'),
    about('role', { section: 'all' }),
    about('salary', { view: 'all' }),
    about('salary', { view: 'spread' }),
    about('skills'),
    about('ladder'),
    about('roadmap', { 'hours-per-week': '7' }),
    { command: 'plan', values: { to: role, from: other, 'hours-per-week': '5' } },
    { command: 'compare', values: { first: role, second: other } },
    { command: 'transition', values: { from: role } },
    { command: 'transition', values: { from: role, to: other } },
    { command: 'why', values: { of: `salary ${role}` } },
    { command: 'ask', values: { question: `what does a ${role} earn?` } },
    { command: 'course', values: { about: role } },
  ];
}

/** Roles of which every pair, plan and reason is asked too: with all roles there would be a million answers. */
const WALKED = new Set([
  'ml-engineer',
  'data-engineer',
  'defense-ml-engineer',
  'ux-designer',
  'data-ethicist',
]);

/** Whether a press is followed: of what multiplies, only for a few roles, and with one skill at the most. */
function isWalked({ command, values }: Ask, { knowledge }: Talk): boolean {
  const said = Object.values(values).flatMap((value) => value.split(/[\s:]/));
  const roles = said.filter((word) => knowledge.roles.get(word) !== undefined);
  const multiplies =
    roles.length > 1 ||
    command === 'why' ||
    'have' in values ||
    'budget' in values ||
    'hours-per-week' in values;
  return (!ASKS_ALL || !multiplies || roles.every((id) => WALKED.has(id))) && !/[,~]/.test(values.have ?? '');
}

/** Schedules, studies and reports need a bot that is running in a place: test/prompts and test/reports ask those. */
function isAnswered({ command, values }: Ask): boolean {
  if (command === 'prompts preview') return values['what'] !== undefined;
  return !/^(prompts|study|misses|reports?)\b/.test(command) || command === 'study hint';
}

/** As long as the id of a button will be, give or take a mark. */
export function keyOf({ command, values }: Ask): string {
  return `${command} ${Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`;
}
