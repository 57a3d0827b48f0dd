import { describe, expect, test } from 'vitest';
import { kept, sayAgain } from '../../src/language/again.ts';
import { inLanguage } from '../../src/language/language.ts';
import { message } from '../../src/language/say.ts';

const german = (written: string) => inLanguage('de', () => sayAgain(written));

describe('what is written down', () => {
  test('is English, whoever causes it', () => {
    const marked = message('Given up after {tries} tries.');
    expect(inLanguage('de', () => kept(marked, { tries: 3 }))).toBe('Given up after 3 tries.');
  });

  test.each([
    ['An administrator left it out.', 'Ein Admin hat ihn ausgelassen.'],
    ['Given up after 12 tries.', 'Nach 12 Versuchen aufgegeben.'],
    ['Paused: the channel refused.', 'Pausiert: Der Kanal hat abgelehnt.'],
    ['Paused: Missing {Access}.', 'Pausiert: Missing {Access}.'],
    [
      'It could not be delivered in time. The last answer: No answer within 15 seconds.',
      'Es konnte nicht rechtzeitig zugestellt werden. Die letzte Antwort: Keine Antwort innerhalb von 15 Sekunden.',
    ],
    [
      'weekly, due 2026-01-05T09:00: the answer key for chat:C1 did not go through. Given up after 2 tries.',
      'weekly, fällig 2026-01-05T09:00: die Lösung für chat:C1 hat nicht geklappt. Nach 2 Versuchen aufgegeben.',
    ],
    ['Missing Access', 'Missing Access'],
    ['', ''],
  ])('is said to each reader in their language: %s', (written, said) => {
    expect(german(written)).toBe(said);
    expect(sayAgain(written)).toBe(written);
  });
});
