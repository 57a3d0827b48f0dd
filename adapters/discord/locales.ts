import type { Language, Translated } from '../../src/message/language.ts';
import { languageOf } from '../../src/message/language.ts';

/** The locales of Discord that read a language. https://discord.com/developers/docs/reference#locales */
const LOCALES: Readonly<Record<Translated, readonly string[]>> = {
  es: ['es-ES', 'es-419'],
  de: ['de'],
  'pt-BR': ['pt-BR'],
};

/** Words by Discord's locales, where they are others than in English; undefined where none are. */
export function inLocales(
  words: (language: Language) => string,
): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(LOCALES).flatMap(([language, locales]) => {
    const said = words(languageOf(language));
    return said === words('en') ? [] : locales.map((locale) => [locale, said]);
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
