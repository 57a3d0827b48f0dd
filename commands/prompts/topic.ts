import type { KnowledgeBase, Prompt } from '../../knowledge/index.ts';
import type { Said } from '../../src/message/message.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { speak } from '../../src/message/speak.ts';
import type { PromptSpec } from '../../src/prompts/content.ts';
import type { Topic } from '../../src/prompts/topic.ts';
import type { Proposal } from '../../src/community/proposals.ts';
import { translatedText } from '../views/translated-text.ts';
import { ownTopics } from './proposed.ts';

/**
 * The topics of a track, in order: what the community accepted among `proposals`, then those written by hand for it, then
 * those for skills that its role asks for. None where nobody wrote any.
 */
export function topicsOf(
  spec: Pick<PromptSpec, 'track' | 'phase' | 'skills'>,
  knowledge: KnowledgeBase,
  proposals: readonly Proposal[] = [],
): readonly Topic[] {
  const own = ownTopics(proposals).filter(({ track }) => track === spec.track);
  const all = [...own, ...writtenFor(spec.track, knowledge)];
  return all.filter((topic) => inPhase(topic, spec.phase) && inSkills(topic, spec.skills, knowledge));
}

/** The track's own prompts, then those of the skills that its role asks for. */
function writtenFor(track: string, knowledge: KnowledgeBase): Topic[] {
  const own = knowledge.prompts.filter((prompt) => prompt.track === track);
  if (own.length === 0) return [];
  const shared = knowledge.prompts.filter((prompt) => isWanted(prompt.track, track, knowledge));
  return [...own, ...shared].map((prompt) => written(prompt, track, knowledge));
}

/** Whether prompts are those of a skill that a role asks for. */
function isWanted(skill: string, role: string, knowledge: KnowledgeBase): boolean {
  if (knowledge.roles.get(skill) !== undefined || skill === role) return false;
  return knowledge.skills.get(skill)?.wantedBy.some((by) => by.role === role) ?? false;
}

function written(prompt: Prompt, track: string, knowledge: KnowledgeBase): Topic {
  const { id, order, duration, skills, sources, read, build } = prompt;
  const key = `${prompt.track}/${id}`;
  const text = (pick: (of: Prompt) => string): Said =>
    translatedText(knowledge.of('prompt'), { id: key, entry: prompt }, pick);
  const ifThere = (part: 'phase' | 'discuss' | 'hint' | 'answer') =>
    prompt[part] === undefined ? undefined : text((of) => of[part] ?? '');
  return {
    key,
    track,
    order,
    duration,
    skills,
    sources,
    title: text((of) => of.title),
    phase: ifThere('phase'),
    why: text((of) => of.why),
    read: read && { ...read, title: text((of) => of.read?.title ?? '') },
    build: { ...build, text: text((of) => of.build.text) },
    discuss: ifThere('discuss'),
    hint: ifThere('hint'),
    answer: ifThere('answer'),
  };
}

/** A phase is named in whatever language it is read in. */
function inPhase({ phase = '' }: Topic, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  return LANGUAGES.some((language) => speak(phase, language).toLowerCase().includes(wanted.toLowerCase()));
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
