import { describe, expect, test } from 'vitest';
import { conceptsOf } from '../../commands/ask/concepts.ts';
import de from '../../commands/ask/lexicon/concepts/de.json' with { type: 'json' };
import en from '../../commands/ask/lexicon/concepts/en.json' with { type: 'json' };
import es from '../../commands/ask/lexicon/concepts/es.json' with { type: 'json' };
import pt from '../../commands/ask/lexicon/concepts/pt-BR.json' with { type: 'json' };
import { plainOf, wordsOf } from '../../commands/ask/words.ts';

const names = (question: string) => conceptsOf(wordsOf(question)).flatMap((each) => each.names);

describe('what words mean', () => {
  test.each([
    ['what would i bring home', 'pay'],
    ['was kriege ich da raus', 'pay'],
    ['cuánto cobraría yo', 'pay'],
    ['que grana isso dá', 'pay'],
    ['my sink leaks', 'house'],
    ['mein Rücken tut weh', 'health'],
  ])('%s: %s', (question, concept) => {
    expect(names(question)).toContain(concept);
  });

  test('a word means what it means in the language of the question', () => {
    expect(names('will this job die soon')).toContain('replace');
    expect(names('die Stelle ist gut')).not.toContain('replace');
  });

  test.each(Object.entries({ en, es, de, 'pt-BR': pt }))(
    '%s has every concept, in plain letters',
    (_, words) => {
      expect(Object.keys(words)).toEqual(Object.keys(en));
      const lists = Object.values(words);
      expect(lists.filter((list) => list === '' || list !== plainOf(list))).toEqual([]);
    },
  );
});
