/** The languages the bot speaks, as BCP 47. English is written in the code; the others stand in the catalogue. */
export const LANGUAGES = ['en', 'es', 'de', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];
/** A language that English is translated into. */
export type Translated = Exclude<Language, 'en'>;

/**
 * The language for a reader whose platform says `locale` (BCP 47 or `pt_BR.UTF-8`): the same language of any country,
 * so `es-419` is `es` and `pt-PT` is `pt-BR`; English for one that the bot does not speak.
 */
export function languageOf(locale: string | undefined): Language {
  const [wanted] = (locale ?? '').toLowerCase().split(/[-_.]/);
  return LANGUAGES.find((each) => each.split('-')[0] === wanted) ?? 'en';
}

/** The language that somebody asks for by name; undefined where it is none that the bot speaks. */
export function knownLanguage(locale: string): Language | undefined {
  const language = languageOf(locale);
  return language !== 'en' || /^en\b/i.test(locale) ? language : undefined;
}
