import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Prompt } from '../../knowledge/schema.ts';
import type { Priority, Role } from '../../knowledge/schema.ts';
import { enumerate } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { message, phrase, say } from '../../src/message/say.ts';
import type { PromptSpec } from '../../src/prompts/desk.ts';
import type { Proposal } from '../../src/prompts/proposals.ts';
import { roleTitle, sourceName } from '../show/names.ts';
import { ownTopics } from './proposed.ts';

/** One week of a role's track. A computed one may have nothing to read, a community's own nothing to build or discuss. */
export type Topic = Omit<Prompt, 'read' | 'id' | 'track' | 'why' | 'build' | 'discuss'> & {
  /** Its folder and file: what tells it from every other. */
  readonly key: string;
  /** The id of the role. */
  readonly track: string;
  readonly read?: Prompt['read'];
  readonly why: Said;
  readonly build?: Omit<NonNullable<Prompt['build']>, 'text'> & { readonly text: Said };
  readonly discuss?: Said | undefined;
  /** True where it is made from the facts about the role, not written by hand. */
  readonly computed: boolean;
};

/** More weeks than this are no track any more. */
const MOST = 52;

const ORDER: readonly Priority[] = ['essential', 'important', 'recommended', 'bonus', 'listed'];

/**
 * The topics of a role's track, in order: what the community accepted among `proposals`, then those written by hand, else
 * computed from what the sources say of the role.
 */
export function topicsOf(
  spec: Pick<PromptSpec, 'track' | 'phase' | 'skills'>,
  knowledge: KnowledgeBase,
  proposals: readonly Proposal[] = [],
): readonly Topic[] {
  const role = knowledge.roles.get(spec.track);
  if (role === undefined) return [];
  const written = writtenFor(role, knowledge);
  const own = ownTopics(proposals).filter(({ track }) => track === role.id);
  const all = [...own, ...(written.length > 0 ? written : computed(role, knowledge))];
  return all.filter((topic) => inPhase(topic, spec.phase) && inSkills(topic, spec.skills, knowledge));
}

/** The role's own prompts, then those of the skills that it asks for. */
function writtenFor(role: Role, knowledge: KnowledgeBase): Topic[] {
  const own = knowledge.prompts.filter(({ track }) => track === role.id);
  const shared = knowledge.prompts.filter(
    ({ track }) => knowledge.roles.get(track) === undefined && wants(role, track, knowledge),
  );
  return [...own, ...shared].map(({ id, track, ...prompt }) => ({
    ...prompt,
    key: `${track}/${id}`,
    track: role.id,
    computed: false,
  }));
}

function wants({ id }: Role, skill: string, knowledge: KnowledgeBase): boolean {
  return knowledge.skills.get(skill)?.wantedBy.some(({ role }) => role === id) ?? false;
}

function inPhase({ phase = '' }: Topic, wanted: string | undefined): boolean {
  return wanted === undefined || phase.toLowerCase().includes(wanted.toLowerCase());
}

function inSkills(
  { skills }: Topic,
  wanted: readonly string[] | undefined,
  knowledge: KnowledgeBase,
): boolean {
  if (wanted === undefined) return true;
  const same = (name: string) => knowledge.skills.named(name)?.id ?? name.toLowerCase();
  const ids = new Set(wanted.map(same));
  return skills.some((skill) => ids.has(same(skill)));
}

/** A skill that sources ask for in a role, the most needed first. */
interface Need {
  readonly name: string;
  readonly priority: Priority;
  readonly detail?: string | undefined;
  /** Who names it at all, and who gives it that priority. */
  readonly sources: readonly string[];
  readonly callers: readonly string[];
}

function computed(role: Role, knowledge: KnowledgeBase): Topic[] {
  const needs = needsOf(role).toSorted((a, b) => ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority));
  return needs.slice(0, MOST).map((need, at) => topicFor(need, at + 1, role, knowledge));
}

function needsOf(role: Role): Need[] {
  const uses = role.skills.flatMap(({ source, items }) => items.map((item) => ({ ...item, source })));
  const groups = Map.groupBy(uses, ({ skillId }) => skillId);
  return Array.from(groups.values(), (group) => {
    const [first] = group.toSorted((a, b) => ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority));
    const called = group.filter(({ priority }) => priority === first?.priority);
    return {
      name: first?.name ?? '',
      priority: first?.priority ?? 'listed',
      detail: group.find(({ detail }) => detail !== undefined)?.detail,
      sources: [...new Set(group.map(({ source }) => source))],
      callers: [...new Set(called.map(({ source }) => source))],
    };
  });
}

function topicFor(need: Need, order: number, role: Role, knowledge: KnowledgeBase): Topic {
  const { name, sources } = need;
  const skill = knowledge.skills.named(name);
  const course = knowledge.courses.get(skill?.taughtBy[0] ?? '');
  return {
    key: `${role.id}/skill-${order}`,
    track: role.id,
    title: name.charAt(0).toUpperCase() + name.slice(1),
    order,
    skills: [name],
    why: whyNeeded(need, role, knowledge),
    ...(course === undefined ? {} : { read: { title: course.title, course: course.id } }),
    build: { text: say(BUILD, { skill: name }) },
    discuss: questionOf(name, role, knowledge),
    sources: [...sources],
    computed: true,
  };
}

const BUILD = message(
  'Take one case from your work, or from a product that you use, and show "{skill}" on it in half a page: what you did, what you left out, and how you know that it worked.',
);
const NAMED = message('For {role}, {sources} {n, plural, one {names} other {name}} it');
const CALLED = message(
  'For {role}, {sources} {n, plural, one {calls} other {call}} it {priority, select, essential {essential} important {important} recommended {recommended} other {a bonus}}',
);

function whyNeeded({ priority, detail, callers }: Need, role: Role, knowledge: KnowledgeBase): Said {
  const facts = {
    role: roleTitle(role.id, knowledge),
    sources: enumerate(callers.map((id) => sourceName(id, knowledge))),
    n: callers.length,
    priority,
  };
  const said = say(priority === 'listed' ? NAMED : CALLED, facts);
  return detail === undefined ? phrase`${said}.` : phrase`${said}: ${detail}.`;
}

/** As many other roles as a question names. */
const NAMED_ROLES = 2;

/** Who else is asked for the skill is a fact of the sources, and makes a question that people of several roles can answer. */
function questionOf(skill: string, role: Role, knowledge: KnowledgeBase): Said {
  const wanted = knowledge.skills.named(skill)?.wantedBy ?? [];
  const others = byRelevance(
    wanted.map((by) => by.role),
    role,
    knowledge,
  ).slice(0, NAMED_ROLES);
  if (others.length === 0)
    return say('Where you are, who does "{skill}" now, and what goes wrong when nobody does?', { skill });
  const roles = enumerate(others.map(({ title }) => title));
  return say(
    'Sources ask for "{skill}" in {roles} as well: where you are, who does it, and where do the roles hand over?',
    { skill, roles },
  );
}

/** Other roles, those first that a source calls related, then by title. */
function byRelevance(ids: readonly string[], role: Role, knowledge: KnowledgeBase): Role[] {
  const others = [...new Set(ids)].flatMap((id) => (id === role.id ? [] : (knowledge.roles.get(id) ?? [])));
  const isRelated = (other: Role) =>
    role.related.some((by) => by.role === other.id) || other.related.some((by) => by.role === role.id);
  const rank = (other: Role) => (isRelated(other) ? 0 : 1);
  return others.sort((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1));
}
