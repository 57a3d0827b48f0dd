import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import type { Ask } from '../../src/reply.ts';
import { type Resolution, resolve, resolveRole } from '../input/resolve.ts';
import { roleTitle } from '../views/names.ts';
import { nearestRoles } from '../views/near-roles.ts';
import { translatedText } from '../views/translated-text.ts';

/** The ids of the tracks that somebody wrote: of roles, and of topics, which are everybody's. */
function writtenTracks(knowledge: KnowledgeBase): ReadonlySet<string> {
  const { prompts, roles } = knowledge;
  const ids = new Set(prompts.map(({ track }) => track));
  const topics = knowledge.of('topic');
  return new Set([...ids].filter((id) => roles.get(id) !== undefined || topics.get(id) !== undefined));
}

/** What a track is called: the role, or what everybody goes through. */
export function writtenTitle(track: string, knowledge: KnowledgeBase): Said {
  const topics = knowledge.of('topic');
  const entry = topics.get(track);
  if (entry === undefined || knowledge.roles.get(track) !== undefined) return roleTitle(track, knowledge);
  return translatedText(topics, { id: track, entry }, (topic) => topic.track ?? topic.title);
}

/**
 * The tracks to go on with after or instead of one, nearest first: of a role those that guides name beside it (confused with
 * it, ways out, ways in), then documented moves, its related roles and its family; then those for everybody; of a topic the
 * other topics in a circle. Those in `without` are left out; what is far is offered only where nothing else is left.
 */
export function nearestTracks(
  track: string,
  knowledge: KnowledgeBase,
  without: ReadonlySet<string> = new Set(),
): string[] {
  const known = writtenTracks(knowledge);
  const near = knowledge.roles.get(track) === undefined ? [] : nearestRoles(track, knowledge);
  const all = new Set([...near, ...forEverybody(track, known, knowledge)]);
  const isOffered = (id: string) => id !== track && known.has(id) && !without.has(id);
  const found = [...all].filter(isOffered);
  return found.length > 0 ? found : fullest(knowledge).filter(isOffered);
}

/** The tracks of topics in the order of their ids, beginning after one. */
function forEverybody(after: string, known: ReadonlySet<string>, knowledge: KnowledgeBase): string[] {
  const topics = knowledge.of('topic');
  const ids = [...known].filter((id) => topics.get(id) !== undefined).sort();
  return [...ids.filter((id) => id > after), ...ids.filter((id) => id <= after)];
}

/** The tracks of roles, those with the most prompts first, ties by id. */
export function fullest({ prompts, roles }: KnowledgeBase): string[] {
  const written = [...Map.groupBy(prompts, ({ track }) => track)];
  const tracks = written.filter(([track]) => roles.get(track) !== undefined);
  tracks.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return tracks.map(([track]) => track);
}

/** A typed track, settled: a topic that has prompts where its own name was typed, else a role. */
export function settleTrack(
  typed: string,
  ask: Ask,
  option: string,
  context: CommandContext,
): Resolution<{ readonly id: string }> {
  const { knowledge } = context;
  const topic = knowledge.of('topic').find(typed.slice(0, MAX_INPUT));
  const role = knowledge.roles.find(typed.slice(0, MAX_INPUT));
  const isTrack = topic.entry !== undefined && writtenTracks(knowledge).has(topic.entry.id);
  const isMeant = topic.match.kind === 'exact' || (topic.match.kind === 'close' && isUnsure(role.match.kind));
  if (isTrack && isMeant) return resolve(topic, typed, { ask, option, covers: say('these topics') });
  return resolveRole(typed, ask, option, context);
}

function isUnsure(kind: string): boolean {
  return kind === 'none' || kind === 'ambiguous';
}

/** As many are looked through for those that have a track. */
const LOOKED_AT = 200;
const SUGGESTIONS = 25;

/** Completions: the tracks that somebody wrote, roles first. */
export function suggestWritten(typed: string, { knowledge }: CommandContext): readonly Suggestion[] {
  const known = writtenTracks(knowledge);
  const topics = knowledge.of('topic').suggest(typed, LOOKED_AT);
  const roles = knowledge.roles.suggest(typed, LOOKED_AT);
  const found = [...roles, ...topics].filter(({ id }) => known.has(id)).slice(0, SUGGESTIONS);
  return found.map(({ id }) => ({ label: writtenTitle(id, knowledge), value: id }));
}
