import type { Repository } from '../../knowledge/index.ts';
import { TRANSLATIONS } from '../../knowledge/scales.ts';
import type { Said } from '../../src/message/say.ts';

/** A text of an entry, in the languages it was translated into: a bare string where in none. */
export function translatedText<T>(
  entries: Pick<Repository<T>, 'translated'>,
  { id, entry }: { readonly id: string; readonly entry: T },
  textOf: (entry: T) => string,
): Said {
  const english = textOf(entry);
  const others = TRANSLATIONS.flatMap((language) => {
    const text = textOf(entries.translated(id, language) ?? entry);
    return text === english ? [] : [[language, text] as const];
  });
  return others.length === 0 ? english : { kind: 'fact', english, others: Object.fromEntries(others) };
}
