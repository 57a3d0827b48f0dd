import { knownLanguage, LANGUAGES } from '../message/language.ts';
import { UsageProblem } from './usage-problem.ts';

/** What `--lang` says. @throws UsageProblem where it is no language of ours. */
export function checkedLang(lang: string | undefined): string | undefined {
  if (lang === undefined || knownLanguage(lang) !== undefined) return lang;
  throw new UsageProblem(`--lang takes ${LANGUAGES.join(', ')}.`);
}

/** The locale that somebody's environment asks messages to be in, by the rules of POSIX; undefined where it asks for none. */
export function localeIn(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
}
