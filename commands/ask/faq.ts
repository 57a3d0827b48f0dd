import type { KnowledgeBase } from '../../knowledge/index.ts';
import { onceFor } from '../../knowledge/once.ts';
import { normalise } from '../../knowledge/search/index.ts';
import type { Role } from '../../knowledge/index.ts';
import { isWithin } from './entities.ts';
import { STOP_WORDS } from './lexicon.ts';
import type { Tagged } from './tagger.ts';
import { wordsOf } from './words.ts';

type Question = Role['questions'][number];

/** A question that a source answers for a role. */
export interface Answered {
  readonly role: Role;
  readonly question: Question;
}

interface Prepared extends Answered {
  readonly words: ReadonlySet<string>;
  /** Its words that tell it from other questions. */
  readonly telling: ReadonlySet<string>;
}

const preparedOf = onceFor(prepare);

/** As good as the same question. */
const SAME = 0.8;

/**
 * The question that a source answers and that is asked nearly word by word, or, of what a role demands, asks about the same;
 * undefined where none is.
 */
export function answeredLike(
  { words, entities }: Tagged,
  { roles, intent }: { readonly roles: readonly string[]; readonly intent: string },
  knowledge: KnowledgeBase,
): Answered | undefined {
  const pool = preparedOf(knowledge);
  const asked = new Set(words.map(({ text }) => normalise(text)));
  const named = entities.filter(({ kind }) => kind === 'role');
  const around = words.filter((_, at) => !isWithin(named, at));
  const telling = tellingOf(new Set(around.map(({ text }) => normalise(text))));
  const [best] = pool
    .filter(
      ({ role, ...each }) =>
        (roles.length === 0 || roles.includes(role.id)) && likeness(telling, each.telling) >= SAME,
    )
    .map((each) => ({ ...each, likeness: likeness(asked, each.words) }))
    .sort((a, b) => b.likeness - a.likeness || a.role.id.localeCompare(b.role.id, 'en'));
  return best !== undefined && (best.likeness >= SAME || intent === 'education') ? best : undefined;
}

function prepare({ roles }: KnowledgeBase): readonly Prepared[] {
  return roles.all.flatMap((role) =>
    role.questions.map((question) => {
      const words = new Set(wordsOf(question.question).map(({ text }) => normalise(text)));
      const own = new Set(normalise(role.title).split(' '));
      return {
        role,
        question,
        words,
        telling: new Set([...tellingOf(words)].filter((word) => !own.has(word))),
      };
    }),
  );
}

function tellingOf(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => !STOP_WORDS.has(word)));
}

/** Twice what is shared over all there is: the Sørensen–Dice coefficient. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
