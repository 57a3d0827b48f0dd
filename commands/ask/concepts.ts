import de from './lexicon/concepts/de.json' with { type: 'json' };
import en from './lexicon/concepts/en.json' with { type: 'json' };
import es from './lexicon/concepts/es.json' with { type: 'json' };
import pt from './lexicon/concepts/pt-BR.json' with { type: 'json' };
import { STOP_WORDS_BY_LANGUAGE } from './lexicon.ts';
import type { Word } from './words.ts';

/** What words of a question mean, whatever the language: words `from` to `to` speak of all of `names`. */
export interface Concept {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

/** Words by what they mean. `*` stands for any ending, `_` between the words of a phrase. */
interface Thesaurus {
  readonly stop: ReadonlySet<string>;
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

const LONGEST_PHRASE = 4;
const SHORTEST_STEM = 2;

const THESAURI = [en, es, de, pt].map((words, at) =>
  thesaurusOf(words, STOP_WORDS_BY_LANGUAGE[at] ?? new Set()),
);

function thesaurusOf(words: Readonly<Record<string, string>>, stop: ReadonlySet<string>): Thesaurus {
  const phrases = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  for (const [concept, list] of Object.entries(words))
    for (const name of list.split(' ')) {
      const [into, key] = name.endsWith('*')
        ? [stems, name.slice(0, -1)]
        : [phrases, name.replaceAll('_', ' ')];
      into.set(key, [...(into.get(key) ?? []), concept]);
    }
  return { stop, phrases, stems };
}

const made = new WeakMap<readonly Word[], readonly Concept[]>();

/** What the words of a question mean, by the language that knows most of them: "die" is no end of anything in German. */
export function conceptsOf(words: readonly Word[]): readonly Concept[] {
  const concepts = made.get(words) ?? readConcepts(words);
  made.set(words, concepts);
  return concepts;
}

function readConcepts(words: readonly Word[]): Concept[] {
  const read = THESAURI.map((thesaurus) => {
    const found = conceptsIn(words, thesaurus);
    const isMeant = (at: number) => found.some(({ from, to }) => at >= from && at < to);
    return { found, known: words.filter(({ plain }, at) => thesaurus.stop.has(plain) || isMeant(at)).length };
  });
  const most = Math.max(...read.map(({ known }) => known));
  return read.find(({ known }) => known === most)?.found ?? [];
}

function conceptsIn(words: readonly Word[], thesaurus: Thesaurus): Concept[] {
  const found: Concept[] = [];
  for (let at = 0; at < words.length; at++) {
    const concept = longestAt(words, at, thesaurus);
    if (concept === undefined) continue;
    found.push(concept);
    at = concept.to - 1;
  }
  return found;
}

function longestAt(words: readonly Word[], from: number, { phrases, stems }: Thesaurus): Concept | undefined {
  for (let to = Math.min(words.length, from + LONGEST_PHRASE); to > from + 1; to--) {
    const names = phrases.get(
      words
        .slice(from, to)
        .map(({ plain }) => plain)
        .join(' '),
    );
    if (names !== undefined) return { from, to, names };
  }
  const { plain = '' } = words[from] ?? {};
  const names = [...(phrases.get(plain) ?? [])];
  for (let length = SHORTEST_STEM; length <= plain.length; length++)
    names.push(...(stems.get(plain.slice(0, length)) ?? []));
  return names.length === 0 ? undefined : { from, to: from + 1, names: [...new Set(names)] };
}
