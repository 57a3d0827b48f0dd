import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { ORDINARY } from './ordinary.ts';
import { VOCABULARY } from './intents.ts';
import { mentionsIn } from './mentions.ts';
import { wordsOf } from './tokens.ts';

type Question = Role['questions'][number];

/** A question that a source answers for a role, with how much of it was asked: 0 to 1. */
export interface Answered {
  readonly role: Role;
  readonly question: Question;
  readonly likeness: number;
  /** How much of it was asked word by word. */
  readonly verbatim: number;
}

interface Prepared extends Pick<Answered, 'role' | 'question'> {
  /** What it asks about, names of roles left out. */
  readonly telling: ReadonlySet<string>;
  /** The roles that it is about, by id. */
  readonly roles: ReadonlySet<string>;
}

const made = new WeakMap<KnowledgeBase, readonly Prepared[]>();

/** The answered question most like the one asked; undefined where none is about these roles or shares its words. */
export function answeredLike(
  words: readonly string[],
  roles: readonly string[],
  knowledge: KnowledgeBase,
): Answered | undefined {
  const asked = tellingWords(words, knowledge);
  if (asked.size === 0) return undefined;
  const pool = made.get(knowledge) ?? prepare(knowledge);
  made.set(knowledge, pool);
  const fitting = pool.filter((each) => roles.every((role) => each.roles.has(role)));
  const scored = fitting.map(({ role, question, telling }) => ({
    role,
    question,
    likeness: likenessOf(asked, telling),
    verbatim: likenessOf(plainSet(words), plainSet(wordsOf(question.question))),
  }));
  const [best] = scored.sort((a, b) => b.likeness - a.likeness || a.role.id.localeCompare(b.role.id, 'en'));
  return best !== undefined && best.likeness >= ENOUGH ? best : undefined;
}

/** Less than this in common is another question. */
const ENOUGH = 0.5;

function prepare(knowledge: KnowledgeBase): readonly Prepared[] {
  return knowledge.roles.all.flatMap((role) =>
    role.questions.map((question) => {
      const words = wordsOf(question.question);
      const named = mentionsIn(words, knowledge, VOCABULARY).flatMap((mention) => mention.role?.id ?? []);
      return { role, question, telling: tellingWords(words, knowledge), roles: new Set([role.id, ...named]) };
    }),
  );
}

/** What a question is about: its words without names of roles and without those that any question has. */
function tellingWords(words: readonly string[], knowledge: KnowledgeBase): ReadonlySet<string> {
  const named = mentionsIn(words, knowledge, VOCABULARY).filter(({ role }) => role !== undefined);
  const isNamed = (at: number) =>
    named.some((mention) => at >= mention.at && at < mention.at + mention.length);
  const plain = words.map((word) => SAME_THING.get(normalise(word)) ?? normalise(word));
  return new Set(
    plain.filter(
      (word, at) =>
        word !== '' && !isNamed(at) && (TELLING.has(word) || !PLAIN.has(words[at]?.toLowerCase() ?? '')),
    ),
  );
}

/** Words that ask about the same thing. */
const SAME_THING: ReadonlyMap<string, string> = new Map([
  ...['phd', 'doctorate', 'master', 'bachelor', 'university', 'college', 'diploma', 'msc', 'bsc'].map(
    (word) => [word, 'degree'] as const,
  ),
  ...['cert', 'certificate', 'certified'].map((word) => [word, 'certification'] as const),
]);

/** Ordinary words that tell one question from another. */
const TELLING: ReadonlySet<string> = new Set(['salary', 'skill', 'difference', 'certification']);

const PLAIN: ReadonlySet<string> = new Set([
  ...ORDINARY,
  'necessary',
  'needed',
  'mandatory',
  'require',
  'requires',
  'required',
  'important',
  'actually',
  'involve',
  'practice',
]);

function plainSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => normalise(word)));
}

/** Twice what is shared over all there is: the Sørensen–Dice coefficient. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
