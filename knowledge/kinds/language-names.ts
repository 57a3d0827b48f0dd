import { z } from 'zod';
import { identity, text } from './fields.ts';

/** The languages in which people type names, as BCP 47. */
export const LANGUAGE_NAMES = ['en', 'es', 'de', 'pt-BR'] as const;

/** What an entry is called in each language, as people type it: both genders, plurals, abbreviations. */
export const languageNames = identity(z.record(z.enum(LANGUAGE_NAMES), z.array(text).min(1)));
