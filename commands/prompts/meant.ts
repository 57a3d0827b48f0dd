import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { speak } from '../../src/message/speak.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import { type Named, namesOf } from './called.ts';
import { followedIn } from './follow.ts';

/** The schedules that somebody means by words: by the whole name in any language, else by a part of it or the role. */
export function meantBy<T extends Named>(
  typed: string,
  schedules: readonly T[],
  { knowledge }: Pick<CommandContext, 'knowledge'>,
): readonly T[] {
  const wanted = foldName(typed);
  const byId = schedules.filter(({ id }) => id === typed.trim().toLowerCase());
  if (byId.length > 0 || wanted === '') return byId.length > 0 ? byId : schedules;
  const names = namesOf(schedules, knowledge);
  const spoken = (one: T) => LANGUAGES.map((language) => foldName(speak(names.get(one.id) ?? '', language)));
  const whole = schedules.filter((one) => spoken(one).includes(wanted));
  if (whole.length > 0) return whole;
  const followed = trackMeant(typed, knowledge);
  const ofTrack = schedules.filter(({ content }) => followed.includes(content.track));
  if (ofTrack.length > 0) return ofTrack;
  const words = wanted.split(' ');
  return schedules.filter((one) =>
    spoken(one).some((name) => words.every((word) => name.split(' ').some((part) => part.startsWith(word)))),
  );
}

/** The tracks that a name may be of. */
function trackMeant(typed: string, knowledge: KnowledgeBase): string[] {
  const followed = followedIn(typed);
  const name = typed.slice(0, MAX_INPUT);
  const found = [knowledge.of('topic').find(name), knowledge.roles.find(name)].flatMap(({ match, entry }) =>
    match.kind === 'exact' || match.kind === 'close' ? [entry?.id ?? ''] : [],
  );
  return followed === undefined ? found : [followed];
}

/** A name without what typing changes: case, accents, punctuation. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}:]+/gu, ' ')
    .trim();
}
