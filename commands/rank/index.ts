import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import { Problem } from '../../src/problem.ts';
import type { Draft } from '../../src/reply.ts';
import { FAMILIES } from '../ask/lexicon.ts';
import { plainOf } from '../ask/words.ts';
import { readKnownSkills } from '../input/known-skills.ts';
import { quote, suggestRoles } from '../input/resolve.ts';
import { certificatesBeside } from './certificates.ts';
import { rolesByEffort } from './effort.ts';
import { rolesByFigure } from './figures.ts';
import { mostWantedSkills } from './most-wanted.ts';
import { rolesThatAsk } from './roles-wanting.ts';
import { skillsBeside } from './skills-beside.ts';

const BY = ['pay', 'growth', 'effort', 'skills', 'roles', 'side-by-side'] as const;
/** As many things as stand side by side. */
const MOST = 4;

/** Many roles, skills or certificates in one order: what is paid best, grows, is asked for most. */
export const rank = defineCommand({
  name: 'rank',
  summary: 'Best paid, fastest growing or quickest roles, most wanted skills, roles that want a skill',
  options: {
    by: {
      kind: 'choice',
      description: 'Roles by pay, growth or effort; the skills or the roles most wanted; things side by side',
      required: true,
      choices: BY,
    },
    of: {
      kind: 'words',
      description: 'A field, as in: data; or skills or certificates, as in: python, sql',
      suggest: suggestThings,
    },
    over: {
      kind: 'number',
      description: 'Only roles paid at least this much a year',
      min: 0,
      max: 1_000_000,
    },
    role: {
      kind: 'words',
      description: 'For which role, where things stand side by side',
      suggest: suggestRoles,
    },
  },
  examples: ['rank by:pay of:data', 'rank by:roles of:python, sql', 'rank by:side-by-side of:CISSP, CISM'],
  shareable: true,
  cacheable: true,
  answer: ({ by, of, over, role }, context) => {
    const typed = of?.slice(0, MAX_INPUT);
    switch (by) {
      case 'pay':
      case 'growth':
        return rolesByFigure({ by, family: familyOf(typed, context.knowledge), over }, context);
      case 'effort':
        return rolesByEffort(familyOf(typed, context.knowledge), context);
      case 'skills':
        return mostWantedSkills(familyOf(typed, context.knowledge), context);
      case 'roles':
        return rolesThatAsk(skillsOf(typed, context.knowledge), context);
      case 'side-by-side':
        return sideBySide(typed, role, context);
    }
  },
});

/** A family of roles by its name, or by what people call it; undefined where all are meant. */
function familyOf(typed: string | undefined, { roles }: KnowledgeBase): string | undefined {
  if (typed === undefined) return undefined;
  const families = [...new Set(roles.all.map(({ family }) => family))];
  const plain = plainOf(typed);
  const found =
    families.find((family) => plainOf(family) === plain) ??
    FAMILIES.get(plain) ??
    roles.find(typed).entry?.family;
  if (found !== undefined && families.includes(found)) return found;
  throw new Problem(
    say('"{typed}" is no field that I know: choose one of {families}.', {
      typed: quote(typed),
      families: families.join(', '),
    }),
  );
}

/** Skills by their names. */
function skillsOf(typed: string | undefined, knowledge: KnowledgeBase) {
  const { skills } = readKnownSkills(typed, '', knowledge);
  if (skills.length > 0) return skills.slice(0, MOST);
  throw new Problem(say('Say which skills, as in {example}.', { example: 'python, sql' }));
}

function sideBySide(typed: string | undefined, role: string | undefined, context: CommandContext): Draft {
  const { knowledge } = context;
  const aim = role === undefined ? undefined : knowledge.roles.find(role).entry;
  const names = (typed ?? '').split(/[,;]| (?:or|vs|versus|o|ou|oder) /).map((name) => name.trim());
  const courses = names.flatMap((name) => knowledge.courses.named(name) ?? []);
  if (courses.length > 1) return certificatesBeside(courses.slice(0, MOST), aim, context);
  return skillsBeside(skillsOf(typed, knowledge), aim, context);
}

/** As many of each as are offered. */
const EACH = 8;

function suggestThings(typed: string, { knowledge }: CommandContext): readonly Suggestion[] {
  const wanted = plainOf(typed.trim());
  const families = [...new Set(knowledge.roles.all.map(({ family }) => family))].filter((family) =>
    plainOf(family).includes(wanted),
  );
  return [
    ...families.map((family) => ({ label: family, value: family })),
    ...knowledge.skills.suggest(typed, EACH).map(({ id, name }) => ({ label: name, value: id })),
    ...knowledge.courses.suggest(typed, EACH).map(({ id, title }) => ({ label: title, value: id })),
  ].slice(0, MENU);
}

/** As many as a menu holds. */
const MENU = 25;
