import { describe, expect, test } from 'vitest';
import { checkedLang, localeIn } from '../../src/cli/locale.ts';

describe('the environment asks for a language', () => {
  test.each([
    [{ LC_ALL: 'de_DE.UTF-8', LC_MESSAGES: 'es_ES', LANG: 'pt_BR' }, 'de_DE.UTF-8'],
    [{ LC_ALL: '', LC_MESSAGES: 'es_ES', LANG: 'pt_BR' }, 'es_ES'],
    [{ LANG: 'pt_BR.UTF-8' }, 'pt_BR.UTF-8'],
    [{ LANG: '' }, undefined],
    [{}, undefined],
  ])('%j', (env, expected) => {
    expect(localeIn(env)).toBe(expected);
  });
});

describe('--lang', () => {
  test.each(['en', 'en-GB', 'de', 'de-AT', 'es-419', 'pt', 'pt-BR', undefined])('takes %s', (lang) => {
    expect(checkedLang(lang)).toBe(lang);
  });

  test.each(['fr', 'german', 'english!', '', 'C'])('of "%s" says what it takes', (lang) => {
    expect(() => checkedLang(lang)).toThrow('--lang takes en, es, de, pt-BR.');
  });
});
