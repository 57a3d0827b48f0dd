import { LRUCache } from 'lru-cache';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { onceFor } from '../../knowledge/once.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { isOrdinary } from '../../knowledge/search/ordinary.ts';
import type { Entity } from './entities.ts';
import { NO_NAMES, STOP_WORDS, TRADES, VERBS } from './lexicon.ts';
import { titleWords } from './misspelt.ts';
import type { Word } from './words.ts';
import { plainOf } from './words.ts';

type Known = Pick<Entity, 'role' | 'background' | 'skill' | 'course'>;

/** Looks up what words name in the knowledge. */
export interface Names {
  (span: readonly Word[]): Known;
  /** The skill of this name, be it a word that means something else in most sentences. */
  readonly skill: (name: string) => string | undefined;
}

/** The names of a knowledge: ids of roles, backgrounds, skills and courses. */
export const namesOf = onceFor(create);

/** As many runs of words as are kept: "how much do" comes again and again. */
const KEPT = 20_000;

function create(knowledge: KnowledgeBase): Names {
  const titled = titleWords(knowledge);
  const kept = new LRUCache<string, Known>({ max: KEPT });
  const backgrounds = new Map(
    knowledge
      .of('background')
      .all.flatMap(({ id, title, names }) =>
        [title, ...Object.values(names).flat()].map((name) => [normalise(name), id] as const),
      ),
  );
  const look = (name: string): Known => {
    const role =
      roleOf(name, knowledge) ?? (isOfTrade(name, titled) ? nearestOf(name, knowledge) : undefined);
    const background = backgrounds.get(normalise(name));
    const skill = knowledge.skills.named(name)?.id;
    const course = knowledge.courses.named(name)?.id;
    return {
      ...(role && { role }),
      ...(background && { background }),
      ...(skill && { skill }),
      ...(course && { course }),
    };
  };
  const names = (span: readonly Word[]): Known => {
    if (!mayBeName(span)) return {};
    const name = span.map(({ text }) => text).join(' ');
    const found = kept.get(name) ?? look(name);
    kept.set(name, found);
    return found;
  };
  return Object.assign(names, { skill: (name: string) => knowledge.skills.named(name)?.id });
}

/** What the work of a role is called: "network engineering". */
const WORK = new Set(['engineering', 'development', 'administration', 'architecture']);

/** So many letters tell a word from others. */
const LONG = 9;

/** A role's id; the name as typed where several roles have it and none is likelier, so that the command asks which. */
function roleOf(name: string, { roles }: KnowledgeBase): string | undefined {
  const found = roles.lookUp(name);
  // A single short word of another language is put into English by chance too easily.
  if (found?.translated === true && name.length < LONG && !name.includes(' ')) return undefined;
  return found === undefined ? undefined : (found.entry?.id ?? roles.find(name).entry?.id ?? name);
}

/** The role that is nearest, where the first word is no verb before the name of another: "test data engineers". */
function nearestOf(name: string, { roles }: KnowledgeBase): string | undefined {
  const [verb = '', ...rest] = plainOf(name).split(' ');
  const isVerb = VERBS.has(verb) && roles.lookUp(rest.join(' ')) !== undefined;
  return isVerb ? undefined : roles.find(name).entry?.id;
}

/** "Front end developer": what ends so is looked for however it is written. */
function isOfTrade(name: string, titled: ReadonlySet<string>): boolean {
  const words = plainOf(name).split(' ');
  return (
    words.length > 1 &&
    (TRADES.has(words.at(-1) ?? '') || WORK.has(words.at(-1) ?? '')) &&
    words.every((word) => titled.has(normalise(word)) && !STOP_WORDS.has(word))
  );
}

/** Names of so few letters are written in capitals, unless everybody writes them small. */
const SHORT = 3;
const SHORT_NAMES = new Set(
  'ml qa ux ui bi pm po js r sql css php aws gcp sre soc dba sap git nlp cto cio iam ios gis mle swe tpm iot noc crm erp api kpi dbt cka pmp ceh'.split(
    ' ',
  ),
);

/** A single word is no name where most sentences mean something else by it. */
function mayBeName([first, ...more]: readonly Word[]): boolean {
  if (first === undefined) return false;
  if (more.length > 0) return !NO_NAMES.has([first, ...more].map(({ plain }) => plain).join(' '));
  const { text, plain } = first;
  if (STOP_WORDS.has(plain) || NO_NAMES.has(plain)) return false;
  if (plain.length > SHORT || SHORT_NAMES.has(plain)) return true;
  return text === text.toUpperCase() && !isOrdinary(plain);
}
