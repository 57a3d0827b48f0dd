import { cite, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { inSentence } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import type { Action, Draft } from '../../src/reply.ts';
import { guideOf } from '../views/guide/guide.ts';
import { guideSummaries } from '../views/guide/summaries.ts';
import { askOf, resolveRole, ROLE_OPTION } from '../input/resolve.ts';
import { fullProfile } from './full-profile.ts';
import { briefOf, summaryOf } from './summaries.ts';
import { overviewParts, overviewSteps } from './overview.ts';
import { roleSections, SECTION_NAMES, type SectionName } from './sections.ts';
import { nextActions } from '../views/actions.ts';
import { onOneScreen } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, PAY_DISCLAIMER, restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** What is known about a role: one screen, a section, or everything. */
export const role = defineCommand({
  name: 'role',
  summary: 'What a role is: pay, skills, ways in and everything else',
  options: {
    role: ROLE_OPTION,
    section: {
      kind: 'choice',
      description: 'The part you want; the overview if you leave it out',
      choices: ['overview', ...SECTION_NAMES, 'all'],
    },
  },
  examples: ['role ml-engineer', 'role ml engineer skills', 'role role:"data scientist" section:all'],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const ask = askOf('role', values);
    const named = resolveRole(values.role, ask, 'role', context);
    if (named.kind === 'unresolved') return named.reply;
    const draft = answerSection(named.entry, values.section ?? 'overview', context);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...named.guess],
      match: named.match,
      ask: askOf('role', { ...values, role: named.entry.id }),
    };
  },
});

function answerSection(
  entry: Role,
  section: SectionName | 'overview' | 'all',
  context: CommandContext,
): Draft {
  if (section === 'overview') return overview(entry, context);
  if (section === 'all') return all(entry, context);
  return oneSection(entry, section, context);
}

function overview(entry: Role, context: CommandContext): Draft {
  const { knowledge } = context;
  const parts = overviewParts(entry, knowledge);
  // Where figures follow, a summary is cut to its first sentence.
  const isBare = parts.every(({ forms }) => forms.flat().length === 0);
  const own = guideOf(entry, knowledge);
  const what = own === undefined ? cite(entry.summary) : cite(own.guide, ['is']);
  const lead = [own?.text(({ is }) => is) ?? (isBare ? summaryOf : briefOf)(entry, knowledge)];
  const steps = overviewSteps(entry, knowledge);
  const actions = nextActions(offers(entry, knowledge));
  return onOneScreen(parts, (sections) => ({
    title: entry.title,
    lead,
    body: [...nodesOf(sections, knowledge), ...actions],
    ...restsOn([what, ...evidenceOf(sections)], context, {
      steps,
      disclaimer: disclaimerOf(entry),
    }),
  }));
}

function all(entry: Role, context: CommandContext): Draft {
  const { nodes, evidence } = fullProfile(entry, context.knowledge, context.now);
  return {
    title: say('{role} · everything', { role: entry.title }),
    lead: [summaryOf(entry, context.knowledge)],
    body: nodes,
    ...restsOn(evidence, context, { disclaimer: disclaimerOf(entry) }),
  };
}

function disclaimerOf({ pay }: Role): string | undefined {
  return pay.length > 0 ? PAY_DISCLAIMER : undefined;
}

function oneSection(entry: Role, name: SectionName, context: CommandContext): Draft {
  const { knowledge } = context;
  const { label, lead, build } = roleSections[name];
  const sections = build(entry, knowledge);
  if (sections.length === 0) return nothing(entry, label, knowledge);
  return {
    title: titleOf(entry, label),
    lead: [firstLine(entry, name, knowledge) ?? lead(entry, knowledge)],
    body: [...nodesOf(sections, knowledge), ...nextActions(offers(entry, knowledge, name))],
    ...restsOn(evidenceOf(sections), context),
  };
}

/** The first line of a section that a guide opens. */
function firstLine(entry: Role, name: SectionName, knowledge: KnowledgeBase): Said | undefined {
  const own = guideOf(entry, knowledge);
  return own === undefined ? undefined : guideSummaries[name]?.(own);
}

function titleOf({ title }: Role, label: string): Said {
  return phrase`${title} · ${inSentence(say(label))}`;
}

function nothing(entry: Role, label: string, knowledge: KnowledgeBase): Draft {
  const actions = offers(entry, knowledge);
  return {
    tone: 'miss',
    title: titleOf(entry, label),
    lead: [say('No source I have says anything about it. This is what there is:')],
    body: nextActions(actions),
  };
}

/** Sections of which a button shows more. */
const BEHIND_BUTTONS: ReadonlySet<SectionName> = new Set([
  'skills',
  'ladder',
  'roadmap',
  'transitions',
  'courses',
  'interview',
]);

/** The sections that hold something, and the questions that usually come next. */
function offers(entry: Role, knowledge: KnowledgeBase, shown?: SectionName): Action[] {
  const filled = SECTION_NAMES.filter(
    (name) =>
      name !== shown && !BEHIND_BUTTONS.has(name) && roleSections[name].build(entry, knowledge).length > 0,
  );
  const choices = filled.map((name) => ({
    label: say(roleSections[name].label),
    ask: { command: 'role', values: { role: entry.id, section: name } },
  }));
  const whole = {
    label: say('Everything'),
    ask: { command: 'role', values: { role: entry.id, section: 'all' } },
  };
  return [
    { kind: 'choose', label: say('More about {role}', { role: entry.title }), choices: [...choices, whole] },
    ...tabs(entry, knowledge, ...(shown === undefined ? ['role'] : [])),
  ];
}
